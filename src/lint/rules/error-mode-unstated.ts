import type { Ir } from "../../check/ir.ts";
import type { Capability } from "../../core/compatibility.ts";
import { failingPart, guardedIn } from "../can-fail.ts";
import { defineRule, type LintText } from "../define-rule.ts";

/** The processors whose default has changed. */
const changed: Readonly<Record<string, Capability>> = {
  filter: "filter_ignores_errors",
  transform: "transform_ignores_errors",
};

/** Finds texts that fail on some records under an `error_mode` that the version decides. */
export const errorModeUnstated = defineRule({
  code: "error_mode_unstated",
  severity: "info",
  summary: "A text that fails on some records, in a processor that states no `error_mode`.",
  why: "Before 0.153.0 filter and transform propagate errors: the whole payload is refused. Since then they ignore them: the condition or statement is skipped. An upgrade changes which without a word; state the mode that is meant.",
  bad: [
    { context: "log", text: 'HasPrefix(attributes["a"], "b")', configuration: { component: "filter" } },
    {
      context: "log",
      kind: "statement",
      text: 'set(body, Concat([body, attributes["a"]], "")) where attributes["n"] + 1 > 2',
      configuration: { component: "transform" },
    },
  ],
  good: [
    {
      context: "log",
      text: 'HasPrefix(attributes["a"], "b")',
      configuration: { component: "filter", errorMode: "ignore" },
    },
    { context: "log", text: 'IsMatch(attributes["a"], "^b")', configuration: { component: "filter" } },
    { context: "log", text: 'HasPrefix(attributes["a"], "b")' },
    {
      context: "log",
      text: 'HasPrefix(attributes["a"], "b")',
      before: ['HasSuffix(attributes["a"], "b")'],
      configuration: { component: "filter" },
    },
  ],
  *check(text) {
    const { configuration, list } = text;
    const capability = changed[configuration?.component ?? ""];
    if (configuration === undefined || configuration.errorMode !== undefined || capability === undefined)
      return;
    const first = firstOf(list);
    if (first?.text !== text) return; // told there
    const { part } = first;
    const { has, version } = text.settings.compatibility;
    const params = { component: configuration.component, version, ignores: has(capability) };
    yield { span: part.node.span, params, hint: 'state it: "error_mode: ignore" or "error_mode: propagate"' };
  },
});

const firsts = new WeakMap<readonly LintText[], First | undefined>();

/** The first text of a list that fails on some records, and what fails. */
interface First {
  readonly text: LintText;
  readonly part: Ir;
}

function firstOf(list: readonly LintText[]): First | undefined {
  if (!firsts.has(list)) firsts.set(list, findFirst(list));
  return firsts.get(list);
}

function findFirst(list: readonly LintText[]): First | undefined {
  for (const text of list) {
    const part = partOf(text);
    if (part !== undefined) return { text, part };
  }
  return undefined;
}

function partOf(text: LintText): Ir | undefined {
  const { ir } = text;
  const guarded = guardedIn(text);
  if (!("editor" in ir)) return failingPart(ir, guarded);
  return (ir.where && failingPart(ir.where, guarded)) ?? failingPart(ir.editor, guarded);
}
