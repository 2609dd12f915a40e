import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { type PlacedText, relocate } from "./placed-text.ts";
import type { ConfigPlace } from "./processor.ts";

/**
 * The error of a payload that is refused, about the text that failed: at its place in the configuration where that is a
 * text, and else in the text itself.
 */
export function rejection(
  diagnostic: Diagnostic,
  { text, place }: { readonly text: string; readonly place: ConfigPlace },
  written: PlacedText | undefined,
  cause: OttlError,
): OttlError {
  if (written === undefined)
    return new OttlError("evaluation", [{ ...diagnostic, setting: place.path }], text, { cause });
  const { source } = written;
  return new OttlError("evaluation", [relocate(diagnostic, written)], source.text, {
    cause,
    file: source.file,
  });
}
