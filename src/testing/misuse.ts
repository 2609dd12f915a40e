import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";

/** The error of an argument that is not what it must be. */
export function misuse(what: string, expected: string, found: string): OttlError {
  const diagnostic = makeDiagnostic("test_argument", { what, expected, found }, { start: 0, end: 0 });
  return new OttlError("configuration", [diagnostic], "");
}

/** What was given in place of something, in a few words. */
export function describeGiven(given: unknown): string {
  if (given === null || typeof given !== "object") return given === null ? "null" : typeof given;
  if (Array.isArray(given)) return "an array";
  const keys = Object.keys(given).slice(0, 3);
  return keys.length === 0 ? "an empty object" : `an object with ${keys.join(", ")}`;
}
