import type { MatcherState, SyncMatcherResult } from "vitest";
import { describeGiven } from "../../diagnostics/describe-given.ts";
import type { Condition } from "../../engine/condition.ts";
import type { ValueExpression } from "../../engine/value.ts";
import { conditionReport, valueReport } from "../evaluation-report.ts";
import { misuse } from "../misuse.ts";
import { plainValue } from "../plain-value.ts";

/** Whether a condition or a value expression gives something for a record. */
export function toEvaluateTo(
  this: MatcherState,
  received: unknown,
  expected: unknown,
  record: object,
): SyncMatcherResult {
  if (typeof record !== "object" || record === null)
    throw misuse("the record", "an object", describeGiven(record));
  const expression = expressionOf(received);
  const explanation = expression.explain(record);
  const { error, value } = explanation;
  // An expression that fails has no value: that is neither what is expected nor something else.
  const pass = error === undefined ? this.equals(plainValue(value), plainValue(expected)) : this.isNot;
  if ("matches" in expression) return { pass, message: () => conditionReport(expression.explain(record)) };
  const message = () => valueReport(explanation, expected);
  return error === undefined
    ? { pass, message, actual: plainValue(value), expected: plainValue(expected) }
    : { pass, message };
}

function expressionOf(received: unknown): Condition | ValueExpression {
  if (typeof received === "object" && received !== null && "explain" in received && "ast" in received)
    return received as Condition | ValueExpression; // what has a syntax tree and explains is one of the two
  throw misuse("the argument of expect", "a condition or a value expression", describeGiven(received));
}
