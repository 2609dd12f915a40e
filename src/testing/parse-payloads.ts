import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { recordsOf } from "../engine/records.ts";
import { parseOtlp } from "../shapes/parse-otlp.ts";
import type { MetricsData } from "../shapes/records.ts";
import { describeGiven } from "./misuse.ts";

/** Whether a text is JSON and no Prometheus exposition, which may begin with a brace only before a quoted name. */
export function isJsonText(text: string): boolean {
  return /^\ufeff?\s*(?:\[|\{(?!\s*"(?:[^"\\]|\\.)*"\s*[,}]))/.test(text);
}

/**
 * Reads a text of OTLP JSON: one payload of metrics, or one a line.
 *
 * @throws {OttlError} of phase `syntax` that points at what is no JSON or no payload of metrics.
 */
export function parsePayloads(text: string, file?: string): readonly MetricsData[] {
  return piecesOf(text).map(({ start, end }) => parsePayload(text, { start, end }, file));
}

/** One piece a line where the first line is a whole payload, else all of the text. */
function piecesOf(text: string): readonly Span[] {
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

function parsePayload(text: string, piece: Span, file: string | undefined): MetricsData {
  // A byte order mark counts as one blank, so that places stay.
  const payload = located(text, piece, file, () =>
    parseOtlp(text.slice(piece.start, piece.end).replace(/^\ufeff/, " ")),
  );
  if (typeof payload !== "object" || payload === null || !("resourceMetrics" in payload)) {
    const diagnostic = makeDiagnostic("fixture_signal", { found: describeGiven(payload) }, piece);
    throw new OttlError("syntax", [{ ...diagnostic, span: firstCharacter(text, piece) }], text, { file });
  }
  located(text, piece, file, () => {
    for (const _ of recordsOf("datapoint", payload)); // a payload of another shape is refused here, not in the test
  });
  return payload as MetricsData; // its lists and messages are where they must be
}

function firstCharacter(text: string, { start, end }: Span): Span {
  const at = start + text.slice(start, end).search(/[^\s\ufeff]/);
  return { start: at, end: at + 1 };
}

/** Lets the errors of a piece of a text point into the text. */
function located<T>(text: string, piece: Span, file: string | undefined, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    const moved = error.diagnostics.map((diagnostic): Diagnostic => {
      const { start, end } = diagnostic.span;
      if (error.source === "") return { ...diagnostic, span: firstCharacter(text, piece) };
      return { ...diagnostic, span: { start: piece.start + start, end: piece.start + end } };
    });
    throw new OttlError("syntax", moved as [Diagnostic, ...Diagnostic[]], text, { file, cause: error });
  }
}
