import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";

/** The error of an argument that is not what it must be. */
export function misuse(what: string, expected: string, found: string): OttlError {
  const diagnostic = makeDiagnostic("test_argument", { what, expected, found }, { start: 0, end: 0 });
  return new OttlError("configuration", [diagnostic], "");
}
