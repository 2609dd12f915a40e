/**
 * OTTL, the OpenTelemetry Transformation Language: conditions, statements and value expressions over OpenTelemetry
 * data, with the answers of the reference. This entry knows all functions; `ottlkit/core` takes them one by one. The
 * language, its functions and its contexts are described in `grammar/`.
 */

export type { TextKind } from "./engine/check.ts";
export type { Condition, ConditionExplanation } from "./engine/condition.ts";
export type { Conditions, ErrorMode, SequenceOptions } from "./engine/conditions.ts";
export type { Explanation } from "./engine/explain.ts";
export type { StatementExplanation, Written } from "./engine/explain-statement.ts";
export type { InferredTexts } from "./engine/infer.ts";
export { type RecordOf, recordsOf } from "./engine/records.ts";
export type { StandardOptions } from "./engine/standard.ts";
export {
  check,
  condition,
  conditions,
  infer,
  statement,
  statements,
  value,
  values,
} from "./engine/standard.ts";
export type { Statement } from "./engine/statement.ts";
export type { Statements, StatementsOptions } from "./engine/statements.ts";
export type { ValueExpression, Values } from "./engine/value.ts";
export { type FormatTextOptions, format } from "./format/format.ts";
export type { LintConfiguration } from "./lint/define-rule.ts";
export { withoutDisabled } from "./lint/disabled.ts";
export type { LintOptions, RuleSeverity } from "./lint/lint.ts";
export { lint } from "./lint/standard.ts";
export * from "./public.ts";
