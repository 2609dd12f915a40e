import type { ResolvedPath } from "../../contexts/resolve.ts";
import { Failure } from "../../core/failure.ts";

/** Whether the first key of a path is a string written in the text and no expression, however constant. */
export function hasWrittenKey(path: ResolvedPath): boolean {
  const kind = path.keys[0]?.expression.kind;
  return kind === "StringLiteral" || kind === "Missing";
}

/** The failure of a key that is no string written in the text. */
export function notWritten(): Failure {
  return new Failure("invalid_key", { expected: "a string in quotes", found: "another expression" });
}
