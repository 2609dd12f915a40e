import type { BooleanIr, ValueIr } from "../../check/ir.ts";
import { defineRule } from "../define-rule.ts";
import { isMetricName } from "../metric-name.ts";
import { ofKind, operandsOf } from "../visit-ir.ts";

/** Finds comparisons that hold for points whose value is of the other kind. */
export const valueOfOtherKind = defineRule({
  code: "value_of_other_kind",
  severity: "info",
  summary:
    "A comparison of `value_double` or `value_int` that holds for every point whose value is of the other kind.",
  why: "A point holds an int or a double, and the path of the other reads as 0, not as nil: `value_double == 0.0` holds for every int point, whatever its value. Ask for both: `value_double == 0.0 and value_int == 0`.",
  bad: [
    { context: "datapoint", text: "value_double == 0.0" },
    { context: "datapoint", text: "value_int < 100" },
    { context: "datapoint", text: "value_double != nil" },
    {
      context: "datapoint",
      kind: "statement",
      text: 'set(attributes["low"], true) where value_double <= 0.5',
    },
  ],
  good: [
    { context: "datapoint", text: "value_double > 0.0" },
    { context: "datapoint", text: "value_double == 0.0 and value_int == 0" },
    { context: "datapoint", text: "value_int == 5" },
    { context: "datapoint", text: "value_double == nil" },
    { context: "datapoint", text: 'metric.name == "kube_job_complete" and value_double == 0.0' },
  ],
  *check(text) {
    if (text.condition !== undefined && asksForOneMetric(text.condition)) return; // of which its author knows the kind
    const properties = new Set(ofKind(text, "read").map((read) => propertyOf(read)));
    for (const { left, right, operator, compare, node } of ofKind(text, "compare")) {
      const path = propertyOf(left) === undefined ? right : left;
      const literal = path === left ? right : left;
      const property = propertyOf(path);
      if (path.kind !== "read" || property === undefined || literal.kind !== "literal") continue;
      if (properties.has(property === "asInt" ? "asDouble" : "asInt")) continue; // the other kind is thought of
      const zero = property === "asInt" ? 0n : 0;
      const [a, b] = path === left ? [zero, literal.value] : [literal.value, zero];
      if (!compare(operator, a, b)) continue;
      const kind = property === "asInt" ? "double" : "int";
      yield { span: node.span, params: { text: path.path.text, kind, verdict: true } };
    }
  },
});

/** Whether a condition holds for the points of one metric only. */
function asksForOneMetric(condition: BooleanIr): boolean {
  return operandsOf(condition, "and").some(
    (ir) => ir.kind === "compare" && ir.operator === "==" && [ir.left, ir.right].some(isMetricName),
  );
}

/** The property of a value that is an int or a double. */
function propertyOf(ir: ValueIr): "asInt" | "asDouble" | undefined {
  if (ir.kind !== "read" || ir.path.definition.kind !== "variant") return undefined;
  const { oneOf, property } = ir.path.definition;
  if (oneOf === undefined) return undefined;
  return property === "asInt" || property === "asDouble" ? property : undefined;
}
