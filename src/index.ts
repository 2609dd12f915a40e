/**
 * OTTL, the OpenTelemetry Transformation Language: conditions and value expressions over OpenTelemetry data, with the
 * answers of the reference. This entry knows all functions; `ottlkit/core` takes them one by one.
 */

export type { TextKind } from "./engine/check.ts";
export type { Condition, ConditionExplanation } from "./engine/condition.ts";
export type { Conditions, ErrorMode, SequenceOptions } from "./engine/conditions.ts";
export type { Explanation } from "./engine/explain.ts";
export { type RecordOf, recordsOf } from "./engine/records.ts";
export type { StandardOptions } from "./engine/standard.ts";
export { check, condition, conditions, value } from "./engine/standard.ts";
export type { ValueExpression } from "./engine/value.ts";
export * from "./public.ts";
