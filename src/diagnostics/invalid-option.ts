import { makeDiagnostic } from "./make-diagnostic.ts";
import { OttlError } from "./ottl-error.ts";
import { quoted } from "./quoted.ts";

/** The error of an argument or option that is not what it must be. */
export function invalidOption(option: string, expected: string, given: unknown): OttlError {
  const params = { option, expected, found: typeof given === "string" ? quoted(given) : kindOf(given) };
  return new OttlError("configuration", [makeDiagnostic("invalid_option", params, { start: 0, end: 0 })], "");
}

/** What a value is, in words. */
export function kindOf(given: unknown): string {
  if (given === null) return "null";
  if (given === undefined) return "nothing";
  if (Array.isArray(given)) return "an array";
  if (typeof given === "number" && !Number.isFinite(given)) return String(given);
  return typeof given === "object" ? "an object" : `a ${typeof given}`;
}
