/**
 * The engine with functions given one by one, for small bundles: `condition("metric", text, { functions: [isMatch] })`.
 * A function of the reference that a text calls and that is not given is told by `function_not_included`.
 */

export type { TextKind } from "./engine/check.ts";
export { check } from "./engine/check.ts";
export { type Condition, type ConditionExplanation, makeCondition as condition } from "./engine/condition.ts";
export {
  type Conditions,
  type ErrorMode,
  makeConditions as conditions,
  type SequenceOptions,
} from "./engine/conditions.ts";
export type { Explanation } from "./engine/explain.ts";
export type { StatementExplanation, Written } from "./engine/explain-statement.ts";
export { type InferredTexts, infer } from "./engine/infer.ts";
export { type RecordOf, recordsOf } from "./engine/records.ts";
export { makeStatement as statement, type Statement } from "./engine/statement.ts";
export {
  makeStatements as statements,
  type Statements,
  type StatementsOptions,
} from "./engine/statements.ts";
export {
  makeValue as value,
  makeValues as values,
  type ValueExpression,
  type Values,
} from "./engine/value.ts";
export * from "./functions/index.ts";
export * from "./public.ts";
