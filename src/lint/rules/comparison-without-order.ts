import { decidedByTypes, typesMeet } from "../comparison-outcome.ts";
import { defineRule } from "../define-rule.ts";
import { ofKind } from "../visit-ir.ts";

/** Finds orderings of values that have no order. */
export const comparisonWithoutOrder = defineRule({
  code: "comparison_without_order",
  severity: "warning",
  summary: "`<`, `<=`, `>` or `>=` between values of a type without order.",
  why: "Lists, maps and ids can be equal or not, but none comes before another: the comparison never holds.",
  bad: [
    { context: "span", text: "span_id < parent_span_id" },
    { context: "span", text: "attributes >= resource.attributes" },
    { context: "datapoint", text: "explicit_bounds > [1.0]" },
  ],
  good: [
    { context: "span", text: "span_id.string < parent_span_id.string" },
    { context: "span", text: "span_id == parent_span_id" },
    { context: "span", text: "Len(attributes) >= 3" },
  ],
  *check(text) {
    for (const ir of ofKind(text, "compare")) {
      if (ir.operator === "==" || ir.operator === "!=") continue;
      const decided = decidedByTypes(ir);
      if (decided === undefined || decided.verdict || !typesMeet(decided)) continue;
      yield { span: ir.node.span, params: { type: ir.left.type === "any" ? ir.right.type : ir.left.type } };
    }
  },
});
