import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";

/** The error of an argument or option that is not what it must be. */
export function invalidOption(option: string, expected: string, given: unknown): OttlError {
  const params = { option, expected, found: kindOf(given) };
  return new OttlError("configuration", [makeDiagnostic("invalid_option", params, { start: 0, end: 0 })], "");
}

/** What a value is, in words. */
export function kindOf(given: unknown): string {
  if (given === null) return "null";
  if (given === undefined) return "nothing";
  if (Array.isArray(given)) return "an array";
  return typeof given === "object" ? "an object" : `a ${typeof given}`;
}
