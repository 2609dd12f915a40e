import { Failure } from "../core/failure.ts";

/** Why Go's `regexp/syntax` refuses a pattern, in the words of its error codes. */
export type RegexpReason =
  | "invalid character class range"
  | "invalid escape sequence"
  | "invalid named capture"
  | "invalid or unsupported Perl syntax"
  | "invalid nested repetition operator"
  | "invalid repeat count"
  | "invalid UTF-8"
  | "missing closing ]"
  | "missing closing )"
  | "missing argument to repetition operator"
  | "trailing backslash at end of expression"
  | "unexpected )"
  | "expression nests too deeply"
  | "expression too large";

/** A pattern that is no RE2 expression: the reason and the UTF-16 offsets of the offending part in the pattern. */
export class RegexpError extends Failure {
  readonly reason: RegexpReason;
  readonly start: number;
  readonly end: number;

  constructor(pattern: string, reason: RegexpReason, start: number, end: number) {
    super("invalid_regex", { pattern, reason, start, end });
    this.name = "RegexpError";
    this.reason = reason;
    this.start = start;
    this.end = end;
  }
}
