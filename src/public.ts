/** What both entries export: the values, the records, the syntax, the errors. */
export type { Inference, InferenceReason, PassedOver } from "./check/infer-context.ts";
export { contexts } from "./contexts/index.ts";
export type { Signal } from "./contexts/inference.ts";
export type { PathContextNames } from "./contexts/resolve.ts";
export {
  Duration,
  ListValue,
  MapValue,
  SpanId,
  Telemetry,
  Timestamp,
  TraceId,
  type TypeName,
  typeNameOf,
  type Value,
} from "./core/values.ts";
export type { Diagnostic, Fix, Severity, Span } from "./diagnostics/diagnostic.ts";
export { type FormatOptions, formatDiagnostics } from "./diagnostics/format.ts";
export { OttlError, type Phase } from "./diagnostics/ottl-error.ts";
export type { Options } from "./engine/options.ts";
export { type Plain, type PlainOptions, toPlain } from "./engine/to-plain.ts";
export type { FunctionDefinition } from "./functions/define-function.ts";
export { parseOtlp } from "./shapes/parse-otlp.ts";
export type * from "./shapes/records.ts";
export type * from "./syntax/ast.ts";
export { parse } from "./syntax/parse.ts";
export { print } from "./syntax/print.ts";
export { visit } from "./syntax/visit.ts";
