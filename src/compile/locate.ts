import { Failure } from "../core/failure.ts";
import { longestText } from "../core/limits.ts";
import type { Span } from "../diagnostics/diagnostic.ts";

/**
 * Adds the place to a failure that has none yet. Anything else that a hostile record may throw (an accessor of its
 * own, nesting that exhausts the stack, a text longer than an engine has them) becomes a failure too.
 */
export function locate(error: unknown, span: Span): Failure {
  const failure = error instanceof Failure ? error : foreign(error);
  failure.span ??= span;
  return failure;
}

function foreign(error: unknown): Failure {
  const reason = error instanceof Error ? error.message : String(error);
  if (isOfEngine(error)) {
    if (/call stack|recursion/i.test(reason)) return new Failure("evaluation_too_deep", {});
    if (/length|size|memory|allocation/i.test(reason))
      return new Failure("text_too_long", { limit: longestText });
  }
  return new Failure("record_unreadable", { reason });
}

/** Engines throw a `RangeError` where they run out of stack or room, or an `InternalError` that is not standard. */
function isOfEngine(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof Error && error.name === "InternalError");
}
