import { Failure } from "../core/failure.ts";
import type { Span } from "../diagnostics/diagnostic.ts";

/**
 * Adds the place to a failure that has none yet. Anything else that a hostile record may throw (an accessor of its
 * own, nesting that exhausts the stack) becomes a failure too.
 */
export function locate(error: unknown, span: Span): Failure {
  const failure = error instanceof Failure ? error : foreign(error);
  failure.span ??= span;
  return failure;
}

function foreign(error: unknown): Failure {
  if (error instanceof RangeError) return new Failure("evaluation_too_deep", {});
  return new Failure("record_unreadable", { reason: error instanceof Error ? error.message : String(error) });
}
