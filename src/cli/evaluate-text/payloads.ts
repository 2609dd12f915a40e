import { Failure } from "../../core/failure.ts";
import { failureDiagnostic } from "../../engine/failure-diagnostic.ts";
import { canonicalPayload } from "../../shapes/otlp-json.ts";
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
 * The payloads of an input: OTLP JSON of any signal, one payload or one a line, or a scrape.
 *
 * @throws {OttlError} of phase `syntax` at the place that cannot be read.
 */
export async function payloadsOf(input: Input): Promise<readonly object[]> {
  const text = await input.read();
  if (!isJsonText(text)) return [fromExposition(text, { file: input.name })];
  return jsonPieces(text, input.name).map(({ json }) => payloadOf(json, input.name));
}

function payloadOf(payload: unknown, file: string): object {
  const isPayload =
    typeof payload === "object" &&
    payload !== null &&
    Object.keys(contextsOfPayload).some((name) => Object.hasOwn(payload, name));
  if (!isPayload) {
    const names = Object.keys(contextsOfPayload).join(", ");
    throw new UsageError(`${file} is no OTLP JSON: a payload has one of ${names}`, { isAboutFiles: true });
  }
  try {
    return canonicalPayload(payload);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { message } = failureDiagnostic(error, { start: 0, end: 0 });
    throw new UsageError(`${file} is no OTLP JSON: ${message}`, { isAboutFiles: true });
  }
}
