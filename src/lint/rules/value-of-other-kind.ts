import type { BooleanIr, CompareIr, Ir, ReadIr, ValueIr } from "../../check/ir.ts";
import { defineRule, type LintText } from "../define-rule.ts";
import { isMetricName } from "../metric-name.ts";
import { ofKind, operandsOf } from "../visit-ir.ts";

/** Finds comparisons that hold for points whose value is of the other kind. */
export const valueOfOtherKind = defineRule({
  code: "value_of_other_kind",
  severity: "warning",
  summary:
    "`value_double` or `value_int` is read where the value is of the other kind, or compared so that every point of the other kind passes.",
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
    { context: "datapoint", text: "value_int > 0 and value_double > 0.0" },
    {
      context: "datapoint",
      kind: "statement",
      text: 'set(attributes["v"], value_double) where value_int != 0',
    },
  ],
  good: [
    { context: "datapoint", text: "value_double > 0.0" },
    { context: "datapoint", text: "value_double == 0.0 and value_int == 0" },
    { context: "datapoint", text: "value_int == 5" },
    { context: "datapoint", text: "value_double == nil" },
    {
      context: "datapoint",
      kind: "statement",
      text: "set(value_double, Double(value_int)) where value_int > 0",
    },
    { context: "datapoint", text: 'metric.name == "kube_job_complete" and value_double == 0.0' },
  ],
  *check(text) {
    const { condition } = text;
    const kind = condition && impliedKind(condition);
    if (kind !== undefined) {
      const read = otherReads(text).find((one) => propertyOf(one) !== kind);
      const params = { text: read?.path.text ?? "", kind: words[kind], verdict: undefined };
      if (read !== undefined) yield { span: read.node.span, params };
      return;
    }
    if (condition !== undefined && asksForOneMetric(condition)) return; // of which its author knows the kind
    const properties = new Set(ofKind(text, "read").map((read) => propertyOf(read)));
    for (const ir of ofKind(text, "compare")) {
      const found = comparedValue(ir);
      if (found === undefined || !found.holdsForZero || found.isNil) continue;
      const other = found.property === "asInt" ? "asDouble" : "asInt";
      if (properties.has(other)) continue; // the other kind is thought of
      yield {
        span: ir.node.span,
        params: { text: found.text, kind: words[other], verdict: true },
        severity: "info",
      };
    }
  },
});

type Property = "asInt" | "asDouble";

const words: Readonly<Record<Property, string>> = { asInt: "int", asDouble: "double" };

/** The kind of point that a condition lets through, where an operand only holds for a value that is not 0. */
function impliedKind(condition: BooleanIr): Property | undefined {
  const found = operandsOf(condition, "and").flatMap((ir) =>
    ir.kind === "compare" ? (comparedValue(ir) ?? []) : [],
  );
  return found.find(({ holdsForZero }) => !holdsForZero)?.property;
}

/** The paths that are read, those that are only written aside. */
function otherReads(text: LintText): readonly ReadIr[] {
  const places = new Set<Ir>(
    ofKind(text, "call").flatMap(({ args }) =>
      args.flatMap((arg) => (arg.kind === "place" ? arg.source : [])),
    ),
  );
  return ofKind(text, "read").filter((read) => !places.has(read) && propertyOf(read) !== undefined);
}

/** A comparison of a value with a literal, and whether it holds where the value is of the other kind. */
function comparedValue({ left, right, operator, compare }: CompareIr) {
  const path = propertyOf(left) === undefined ? right : left;
  const literal = path === left ? right : left;
  const property = propertyOf(path);
  if (path.kind !== "read" || property === undefined || literal.kind !== "literal") return undefined;
  const zero = property === "asInt" ? 0n : 0;
  const [a, b] = path === left ? [zero, literal.value] : [literal.value, zero];
  // nil is what neither kind reads as
  const holdsForZero = compare(operator, a, b) || literal.value === null;
  return { text: path.path.text, property, holdsForZero, isNil: literal.value === null && operator === "==" };
}

/** Whether a condition holds for the points of one metric only. */
function asksForOneMetric(condition: BooleanIr): boolean {
  return operandsOf(condition, "and").some(
    (ir) => ir.kind === "compare" && ir.operator === "==" && [ir.left, ir.right].some(isMetricName),
  );
}

/** The property of a value that is an int or a double. */
function propertyOf(ir: ValueIr): Property | undefined {
  if (ir.kind !== "read" || ir.path.definition.kind !== "variant") return undefined;
  const { oneOf, property } = ir.path.definition;
  if (oneOf === undefined) return undefined;
  return property === "asInt" || property === "asDouble" ? property : undefined;
}
