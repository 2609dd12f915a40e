import type { TelemetryData } from "../../collector/signals.ts";
import { Failure } from "../../core/failure.ts";
import { failureDiagnostic } from "../../engine/failure-diagnostic.ts";
import { canonicalPayload } from "../../shapes/otlp-json.ts";
import { type PrintedPayloads, printedPayloads } from "../../testing/debug-text/printed-payloads.ts";
import { fromExposition } from "../../testing/from-exposition.ts";
import { jsonPieces } from "../../testing/json-pieces.ts";
import { isJsonText } from "../../testing/parse-payloads.ts";
import type { Input } from "../run/inputs.ts";
import { UsageError } from "../usage-error.ts";

/** The properties of a payload that tell its signal, and the contexts of its records, the usual one first. */
export const contextsOfPayload: Readonly<Record<string, readonly string[]>> = {
  resourceMetrics: ["metric", "datapoint", "exemplar", "scope", "resource"],
  resourceSpans: ["span", "spanevent", "spanlink", "scope", "resource"],
  resourceLogs: ["log", "scope", "resource"],
  resourceProfiles: ["profile", "scope", "resource"],
};

/**
 * The payloads of an input: OTLP JSON of any signal, one payload or one a line, a scrape, or what the Collector's debug
 * exporter printed.
 *
 * @throws {OttlError} of phase `syntax` at the place that cannot be read.
 */
export async function payloadsOf(input: Input): Promise<PrintedPayloads> {
  const text = await input.read();
  const printed = printedPayloads(text, input.name);
  if (printed !== undefined) return printed;
  return { payloads: otherPayloads(text, input), notes: [] };
}

function otherPayloads(text: string, input: Input): readonly TelemetryData[] {
  if (!isJsonText(text)) return [fromExposition(text, { file: input.name })];
  return jsonPieces(text, input.name).map(({ json }) => payloadOf(json, input.name));
}

function payloadOf(payload: unknown, file: string): TelemetryData {
  const isPayload =
    typeof payload === "object" &&
    payload !== null &&
    Object.keys(contextsOfPayload).some((name) => Object.hasOwn(payload, name));
  if (!isPayload) {
    const names = Object.keys(contextsOfPayload).join(", ");
    throw new UsageError(`${file} is no OTLP JSON: a payload has one of ${names}`, { isAboutFiles: true });
  }
  try {
    return canonicalPayload(payload) as TelemetryData; // it has one of the signals, or profiles
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { message } = failureDiagnostic(error, { start: 0, end: 0 });
    throw new UsageError(`${file} is no OTLP JSON: ${message}`, { isAboutFiles: true });
  }
}
