import { calculate, negate } from "../../core/arithmetic.ts";
import { Failure } from "../../core/failure.ts";
import type { TypeName } from "../../core/values.ts";
import { defineRule, type Finding } from "../define-rule.ts";
import { samplesOf, typesOf } from "../types-of.ts";
import { ofKind } from "../visit-ir.ts";

/** Finds calculations with what is no number. */
export const arithmeticTypes = defineRule({
  code: "arithmetic_types",
  severity: "warning",
  summary: "A calculation whose operands can never be calculated with.",
  why: "`+`, `-`, `*` and `/` take ints and doubles; times and durations are added and subtracted. Texts are joined by `Concat`.",
  bad: [
    { context: "metric", kind: "statement", text: "set(description, name + unit)" },
    { context: "span", text: 'name * 2 == "aa"' },
    { context: "span", text: "end_time * 2 == start_time" },
    { context: "log", kind: "value", text: "-severity_text" },
  ],
  good: [
    { context: "metric", kind: "statement", text: 'set(description, Concat([name, "total"], "_"))' },
    { context: "span", text: 'end_time - start_time > Duration("1s")' },
    { context: "span", kind: "value", text: 'attributes["a"] + 1' },
  ],
  *check(text) {
    for (const { operator, left, right, node } of ofKind(text, "calculate")) {
      const [a, b] = [typesOf(left), typesOf(right)];
      if (a === undefined || b === undefined) continue;
      const values = a.flatMap(samplesOf).flatMap((x) => b.flatMap(samplesOf).map((y) => [x, y] as const));
      if (values.some(([x, y]) => isTaken(() => calculate(operator, x, y)))) continue;
      yield finding(operator, [a, b], node.span, a.includes("string") || b.includes("string"));
    }
    for (const { operand, node } of ofKind(text, "negate")) {
      const types = typesOf(operand);
      if (types === undefined || types.flatMap(samplesOf).some((value) => isTaken(() => negate(value))))
        continue;
      yield finding("-", [types], node.span, false);
    }
  },
});

function isTaken(calculation: () => unknown): boolean {
  try {
    calculation();
    return true;
  } catch (error) {
    if (error instanceof Failure) return error.code !== "operand_type";
    throw error;
  }
}

function finding(
  operator: string,
  operands: readonly (readonly TypeName[])[],
  span: Finding["span"],
  isText: boolean,
) {
  const words = operands.map((types) => types.join(" or ")).join(" and ");
  return {
    span,
    params: { operator, operands: words },
    ...(isText && operator === "+" ? { hint: 'texts are joined by Concat([a, b], "")' } : {}),
  };
}
