import { Failure } from "../core/failure.ts";
import type { Value } from "../core/values.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { failureDiagnostic } from "../engine/failure-diagnostic.ts";
import { recordsOf } from "../engine/records.ts";
import { canonicalMetrics } from "../shapes/otlp-json.ts";
import { type EncodedValue, encodeValue } from "./encode-value.ts";
import type { Program } from "./program.ts";
import { Refusal } from "./refusal.ts";
import type { Request } from "./request.ts";

/** What one text gives for one record. */
export type Outcome = { readonly value: EncodedValue } | { readonly error: string };

/** What one record gives: one outcome, or one for each of several texts. */
export type RecordReply = Outcome | { readonly value: readonly Outcome[] };

/** What a program gives for the records of a payload, and the payload as it was read. */
export interface Evaluation {
  readonly results: readonly RecordReply[];
  readonly payload: unknown;
}

/** Runs a program over every record of the payload, in document order. */
export function evaluate(program: Program, request: Request): Evaluation {
  const { payload, metrics } = readPayload(program.context, request.payload);
  const results = [...recordsOf(program.context, metrics)].map((record): RecordReply => {
    const own = request.client === undefined ? record : { ...record, client: request.client };
    const outcomes = program.runs.map((run) => outcomeOf(run, own));
    const [only] = outcomes;
    return outcomes.length === 1 && only !== undefined ? only : { value: outcomes };
  });
  return { results, payload };
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

/** The payload as the reference reads it, and the same as one of metrics. */
function readPayload(context: string, payload: unknown): { payload: unknown; metrics: object } {
  if (payload === undefined || payload === null) {
    throw new Refusal("eval", `context "${context}" needs a payload`);
  }
  const { resourceMetrics, resourceSpans, resourceLogs } = payload as Loose;
  if (resourceMetrics !== undefined) {
    const metrics = canonical(payload);
    return { payload: metrics, metrics };
  }
  const resources = resourceSpans ?? resourceLogs;
  if (resources === undefined) {
    throw new Refusal("eval", "a payload has resourceMetrics, resourceSpans or resourceLogs");
  }
  // Resources and scopes are the same in every signal, and the records of metrics are in no other.
  const resourceMetricsAlike = Array.isArray(resources) ? resources.map(withoutRecords) : resources;
  return { payload, metrics: canonical({ resourceMetrics: resourceMetricsAlike }) };
}

function canonical(payload: unknown): object {
  try {
    return canonicalMetrics(payload);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Refusal("eval", failureDiagnostic(error, { start: 0, end: 0 }).message);
  }
}

function withoutRecords(resource: Loose | null): object {
  const { scopeSpans, scopeLogs, ...rest } = resource ?? {};
  const scopes = scopeSpans ?? scopeLogs;
  if (!Array.isArray(scopes)) return { ...rest, scopeMetrics: scopes };
  const scopeMetrics = scopes.map((scope: Loose | null) => ({
    ...scope,
    spans: undefined,
    logRecords: undefined,
  }));
  return { ...rest, scopeMetrics };
}
