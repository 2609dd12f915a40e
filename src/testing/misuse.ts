import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";

/** The error of an argument that is not what it must be. */
export function misuse(option: string, expected: string, found: string): OttlError {
  const diagnostic = makeDiagnostic("invalid_option", { option, expected, found }, { start: 0, end: 0 });
  return new OttlError("configuration", [diagnostic], "");
}
