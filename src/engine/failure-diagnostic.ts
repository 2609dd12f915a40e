import type { Failure } from "../core/failure.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { messageOf } from "../diagnostics/messages.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";

/** The diagnostic of an evaluation that failed. */
export function failureDiagnostic(failure: Failure, span: Span): Diagnostic {
  const message = messageOf(failure.code, failure.params);
  return { code: failure.code, severity: "error", message, span: failure.span ?? span };
}

/** The error that an evaluation throws. */
export function evaluationError(failure: Failure, source: string): OttlError {
  const diagnostic = failureDiagnostic(failure, { start: 0, end: source.length });
  return new OttlError("evaluation", [diagnostic], source);
}
