import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import { describeGiven } from "../diagnostics/describe-given.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { quotedEnd } from "../documents/quoted-end.ts";
import { recordsOf } from "../engine/records.ts";
import { parseOtlp } from "../shapes/parse-otlp.ts";
import type { MetricsData } from "../shapes/records.ts";

/** Whether a text is JSON and no Prometheus exposition, which may begin with a brace only before a quoted name. */
export function isJsonText(text: string): boolean {
  const [opening, bracket] = /^\ufeff?\s*([[{])\s*/.exec(text) ?? [];
  if (opening === undefined || bracket === "[" || text[opening.length] !== '"') return opening !== undefined;
  const end = quotedEnd(text, opening.length);
  return end === undefined || !/^\s*[,}]/.test(text.slice(end));
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
  const payload = parseJson(text, piece, file);
  const refuse = (diagnostic: Diagnostic) => {
    const start = piece.start + text.slice(piece.start, piece.end).search(/[^\s\ufeff]/);
    return new OttlError("syntax", [{ ...diagnostic, span: { start, end: start + 1 } }], text, { file });
  };
  if (typeof payload !== "object" || payload === null || !("resourceMetrics" in payload))
    throw refuse(makeDiagnostic("fixture_signal", { found: describeGiven(payload) }, piece));
  try {
    for (const _ of recordsOf("datapoint", payload)); // a payload of another shape is refused here, not in the test
  } catch (error) {
    throw error instanceof OttlError ? refuse(error.diagnostics[0]) : error;
  }
  return payload as MetricsData; // its lists and messages are where they must be
}

function parseJson(text: string, { start, end }: Span, file: string | undefined): unknown {
  const piece = text.slice(start, end).replace(/^\ufeff/, " ");
  try {
    return parseOtlp(piece);
  } catch {
    return refusedJson(`${text.slice(0, start).replace(/[^\n]/g, " ")}${piece}`, text, file);
  }
}

/** Reads a piece again that is no JSON, with blanks before it, so that its places are those of the whole text. */
function refusedJson(padded: string, text: string, file: string | undefined): unknown {
  try {
    return parseOtlp(padded);
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    throw new OttlError(error.phase, error.diagnostics, text, { file });
  }
}
