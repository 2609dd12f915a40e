import { typeNameOf, type Value } from "../core/values.ts";
import type { ConditionExplanation } from "../engine/condition.ts";
import type { Explanation } from "../engine/explain.ts";
import { because } from "./because.ts";
import { explanationTree } from "./explanation-tree.ts";
import { showValue } from "./show-value.ts";
import { oneLine } from "./sub-values.ts";

/** Tells what a condition came to, and why: the sub-expression that decided, and all of them with their values. */
export function conditionReport(explanation: ConditionExplanation): string {
  const { value, error, decidedBy } = explanation;
  const outcome = error === undefined ? `${value}: ` : "";
  const tree = explanationTree(explanation).map((line) => `  ${line}`);
  return [`✗ ${outcome}${because(decidedBy)}`, tree.join("\n")].join("\n\n");
}

/** Tells what a value expression came to, and the values of its sub-expressions. */
export function valueReport(explanation: Explanation, expected: unknown): string {
  const { value, error } = explanation;
  const text = oneLine(explanation.text);
  const headline =
    error === undefined && value !== undefined
      ? `${text} is ${typed(value)}${differingType(value, expected)}`
      : `${text} failed: ${error?.message ?? "no value"}`;
  return [`✗ ${headline}`, valueLines(explanation, 1).join("\n")].join("\n\n");
}

function typed(value: Value): string {
  return `${showValue(value)} (${typeNameOf(value)})`;
}

/** The two kinds of numbers look alike in a test: an int is a bigint, a double a number. */
function differingType(value: Value, expected: unknown): string {
  if (typeof value === "bigint" && typeof expected === "number") return `: an int is written ${value}n`;
  if (typeof value === "number" && typeof expected === "bigint") return ": a double is written without n";
  return "";
}

function valueLines(explanation: Explanation, depth: number): readonly string[] {
  const { kind, children } = explanation;
  if (kind === "literal") return [];
  const text = `${"  ".repeat(depth)}${oneLine(explanation.text)}`;
  return [`${text}${outcomeOf(explanation)}`, ...children.flatMap((child) => valueLines(child, depth + 1))];
}

function outcomeOf({ error, value }: Explanation): string {
  if (error !== undefined) return ` failed: ${error.message}`;
  return value === undefined ? " was not evaluated" : ` = ${typed(value)}`;
}
