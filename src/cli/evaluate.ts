import type { Value } from "../core/values.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { recordsOf } from "../engine/records.ts";
import { type EncodedValue, encodeValue } from "./encode-value.ts";
import type { Program } from "./program.ts";
import { Refusal } from "./refusal.ts";
import type { Request } from "./request.ts";

/** What one text gives for one record. */
export type Outcome = { readonly value: EncodedValue } | { readonly error: string };

/** What one record gives: one outcome, or one for each of several texts. */
export type RecordReply = Outcome | { readonly value: readonly Outcome[] };

/** Runs a program over every record of the payload, in document order. */
export function evaluate(program: Program, request: Request): RecordReply[] {
  const payload = metricsOf(program.context, request.payload);
  const replies: RecordReply[] = [];
  try {
    for (const record of recordsOf(program.context, payload)) {
      const own = request.client === undefined ? record : { ...record, client: request.client };
      const outcomes = program.runs.map((run) => outcomeOf(run, own));
      const [only] = outcomes;
      replies.push(outcomes.length === 1 && only !== undefined ? only : { value: outcomes });
    }
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    throw new Refusal("eval", error.message);
  }
  return replies;
}

function outcomeOf(run: (record: object) => Value, record: object): Outcome {
  try {
    return { value: encodeValue(run(record)) };
  } catch (error) {
    if (error instanceof OttlError) return { error: error.message };
    throw error;
  }
}

type Loose = Readonly<Record<string, unknown>>;

/**
 * The payload as one of metrics: resources and scopes are the same in every signal, and the records of metrics are
 * in no other.
 */
function metricsOf(context: string, payload: unknown): object {
  if (payload === undefined || payload === null) {
    throw new Refusal("eval", `context "${context}" needs a payload`);
  }
  const { resourceMetrics, resourceSpans, resourceLogs } = payload as Loose;
  if (resourceMetrics !== undefined) return payload;
  const resources = resourceSpans ?? resourceLogs;
  if (resources === undefined) {
    throw new Refusal("eval", "a payload has resourceMetrics, resourceSpans or resourceLogs");
  }
  if (!Array.isArray(resources)) return { resourceMetrics: resources };
  return { resourceMetrics: resources.map(withoutRecords) };
}

function withoutRecords(resource: Loose): object {
  const scopes = resource?.scopeSpans ?? resource?.scopeLogs;
  if (!Array.isArray(scopes)) return resource;
  const scopeMetrics = scopes.map((scope: Loose) => ({ scope: scope?.scope, schemaUrl: scope?.schemaUrl }));
  return { ...resource, scopeMetrics };
}
