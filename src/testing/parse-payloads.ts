import { signals, type TelemetryData } from "../collector/signals.ts";
import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import { describeGiven } from "../diagnostics/describe-given.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { quotedEnd } from "../documents/quoted-end.ts";
import { recordsOf } from "../engine/records.ts";
import { type JsonPiece, jsonPieces } from "./json-pieces.ts";

/** Whether a text is JSON and no Prometheus exposition, which may begin with a brace only before a quoted name. */
export function isJsonText(text: string): boolean {
  const [opening, bracket] = /^\ufeff?\s*([[{])\s*/.exec(text) ?? [];
  if (opening === undefined || bracket === "[" || text[opening.length] !== '"') return opening !== undefined;
  const end = quotedEnd(text, opening.length);
  return end === undefined || !/^\s*[,}]/.test(text.slice(end));
}

/**
 * Reads a text of OTLP JSON: one payload of metrics, traces or logs, or one a line.
 *
 * @throws {OttlError} of phase `syntax` that points at what is no JSON or no payload.
 */
export function parsePayloads(text: string, file?: string): readonly TelemetryData[] {
  return jsonPieces(text, file).map((piece) => payloadOf(piece, text, file));
}

function payloadOf(
  { json: payload, span }: JsonPiece,
  text: string,
  file: string | undefined,
): TelemetryData {
  const refuse = (diagnostic: Diagnostic) => {
    const start = span.start + text.slice(span.start, span.end).search(/[^\s\ufeff]/);
    return new OttlError("syntax", [{ ...diagnostic, span: { start, end: start + 1 } }], text, { file });
  };
  if (
    typeof payload !== "object" ||
    payload === null ||
    !signals.some(({ resources }) => resources in payload)
  )
    throw refuse(makeDiagnostic("fixture_signal", { found: describeGiven(payload) }, span));
  try {
    // A payload of another shape is refused here, not in the test.
    for (const context of ["datapoint", "spanevent", "log"]) for (const _ of recordsOf(context, payload));
  } catch (error) {
    throw error instanceof OttlError ? refuse(error.diagnostics[0]) : error;
  }
  return payload as TelemetryData; // its lists and messages are where they must be
}
