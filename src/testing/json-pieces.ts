import type { Span } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { parseOtlp } from "../shapes/parse-otlp.ts";

/** A JSON value of a text, and where it is. */
export interface JsonPiece {
  readonly json: unknown;
  readonly span: Span;
}

/**
 * Reads the JSON of a text: one value a line where the first line is a whole one, else one.
 *
 * @throws {OttlError} of phase `syntax` at the place that is no JSON.
 */
export function jsonPieces(text: string, file: string | undefined): readonly JsonPiece[] {
  return spansOf(text).map((span) => ({ json: parsed(text, span, file), span }));
}

function spansOf(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g))
    if (line.trim() !== "") lines.push({ start: index, end: index + line.length });
  const [first] = lines;
  const isOneEach = lines.length > 1 && first !== undefined && isJson(text.slice(first.start, first.end));
  return isOneEach ? lines : [{ start: 0, end: text.length }];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string, { start, end }: Span, file: string | undefined): unknown {
  const piece = text.slice(start, end).replace(/^\ufeff/, " ");
  try {
    return parseOtlp(piece);
  } catch {
    return refused(`${text.slice(0, start).replace(/[^\n]/g, " ")}${piece}`, text, file);
  }
}

/** Reads a piece again that is no JSON, with blanks before it, so that its places are those of the whole text. */
function refused(padded: string, text: string, file: string | undefined): unknown {
  try {
    return parseOtlp(padded);
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    throw new OttlError(error.phase, error.diagnostics, text, { file });
  }
}
