import { defineRule } from "../define-rule.ts";
import { nodesOf, operandsOf } from "../visit-ir.ts";

/** What a filter drops by a condition over a context, and what stays although all of that goes. */
const kept: Readonly<Record<string, readonly [dropped: string, stays: string]>> = {
  spanevent: ["the span's events", "span"],
};

/** Finds conditions that mean a record and drop only what is in it. */
export const lowerContextKeepsRecord = defineRule({
  code: "lower_context_keeps_record",
  severity: "warning",
  summary: "A filter over span events with a condition, or an alternative, about spans or resources only.",
  why: 'What a condition drops is of the lowest context that it names: `resource.attributes["service.name"] == "cart" or spanevent.name == "retry"` is about span events, drops all events of the service, and keeps its spans. Write a condition for each context.',
  bad: [
    {
      context: "spanevent",
      text: 'resource.attributes["service.name"] == "cart" or name == "retry"',
      configuration: { component: "filter" },
    },
    { context: "spanevent", text: 'span.name == "GET /health"', configuration: { component: "filter" } },
  ],
  good: [
    {
      context: "spanevent",
      text: 'resource.attributes["service.name"] == "cart" and name == "retry"',
      configuration: { component: "filter" },
    },
    { context: "spanevent", text: 'span.name == "GET /health"' },
    {
      context: "span",
      text: 'resource.attributes["service.name"] == "cart"',
      configuration: { component: "filter" },
    },
  ],
  *check({ kind, condition, configuration, settings }) {
    const { name } = settings.context;
    const found = kept[name];
    if (
      kind !== "condition" ||
      condition === undefined ||
      configuration?.component !== "filter" ||
      found === undefined
    )
      return;
    const [dropped, stays] = found;
    for (const operand of operandsOf(condition, "or")) {
      const reads = nodesOf(operand).flatMap((node) =>
        node.kind === "read" ? [node] : node.kind === "call" ? node.reads : [],
      );
      const contexts = new Set(reads.map(({ path }) => path.context));
      if (contexts.size === 0 || contexts.has(name)) continue;
      yield {
        span: operand.node.span,
        params: { about: [...contexts].join(" and the "), dropped, kept: stays },
      };
    }
  },
});
