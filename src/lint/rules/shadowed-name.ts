import { contextNames } from "../../contexts/resolve.ts";
import type { Lambda, Node } from "../../syntax/ast.ts";
import { childrenOf } from "../../syntax/visit.ts";
import { defineRule } from "../define-rule.ts";

/** Finds parameters of lambdas that hide something. */
export const shadowedName = defineRule({
  code: "shadowed_name",
  severity: "warning",
  summary:
    "A parameter of a lambda with the name of a path, a context, or a parameter of a lambda around it.",
  why: "Inside of the lambda the name is the parameter, and what it hides cannot be read there.",
  bad: [
    {
      context: "span",
      kind: "value",
      text: 'MapEach(attributes["l"], (k, name) => name)',
      gates: ["ottl.functions.enableLambda"],
    },
    {
      context: "span",
      kind: "value",
      text: 'MapEach(attributes["l"], (i, v) => MapEach(v, (j, v) => v))',
      gates: ["ottl.functions.enableLambda"],
    },
  ],
  good: [
    {
      context: "span",
      kind: "value",
      text: 'MapEach(attributes["l"], (_, item) => item)',
      gates: ["ottl.functions.enableLambda"],
    },
  ],
  *check({ text, node, settings: { context, pathContextNames, compatibility } }) {
    if (!text.includes("=>")) return;
    const { has } = compatibility;
    const contexts = new Set(contextNames(context, { pathContextNames, has }));
    const ownPaths = pathContextNames === true ? {} : context.paths;
    for (const { lambda, outer } of lambdasIn(node, [])) {
      for (const { name, span } of lambda.params) {
        const what = outer.includes(name)
          ? "a parameter of the lambda around"
          : Object.hasOwn(ownPaths, name)
            ? "the path"
            : contexts.has(name)
              ? "the context"
              : undefined;
        if (what !== undefined && name !== "_") yield { span, params: { name, what } };
      }
    }
  },
});

function* lambdasIn(
  node: Node,
  outer: readonly string[],
): Generator<{ readonly lambda: Lambda; readonly outer: readonly string[] }> {
  if (node.kind === "Lambda") yield { lambda: node, outer };
  const inside = node.kind === "Lambda" ? [...outer, ...node.params.map(({ name }) => name)] : outer;
  for (const child of childrenOf(node)) yield* lambdasIn(child, inside);
}
