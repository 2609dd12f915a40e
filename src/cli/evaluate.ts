import { Failure } from "../core/failure.ts";
import type { Value } from "../core/values.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { failureDiagnostic } from "../engine/failure-diagnostic.ts";
import { recordsOf } from "../engine/records.ts";
import type { Statement } from "../engine/statement.ts";
import { canonicalPayload, decodeAnyValue } from "../shapes/otlp-json.ts";
import type { AttributeList } from "../shapes/records.ts";
import { type EncodedValue, encodeValue } from "./encode-value.ts";
import type { Program } from "./program.ts";
import { Refusal } from "./refusal.ts";
import type { Request } from "./request.ts";

/** What one text gives for one record. */
export type Outcome = { readonly value: EncodedValue } | { readonly error: string };

/** What one statement did to one record. */
export interface StatementReply {
  readonly matched: boolean;
  readonly error?: string;
}

/** What one record gives: one outcome, one for each of several texts, or what each statement did. */
export type RecordReply =
  | Outcome
  | { readonly value: readonly Outcome[] }
  | { readonly statements: readonly StatementReply[]; readonly cache?: EncodedValue };

/** What a program gives for the records of a payload, and the payload as it was read. */
export interface Evaluation {
  readonly results: readonly RecordReply[];
  readonly payload: unknown;
}

/** Runs a program over every record of the payload, in document order. */
export function evaluate(program: Program, request: Request): Evaluation {
  const payload = readPayload(program.context, request.payload);
  const { client } = request;
  const own = (record: object) => (client === undefined ? record : { ...record, client });
  if (program.statements !== undefined) {
    const results = execute(program.statements, program.context, payload, request, own);
    return { results, payload: canonical(payload) };
  }
  const results = [...recordsOf(program.context, payload)].map((record): RecordReply => {
    const outcomes = program.runs.map((run) => outcomeOf(run, own(record)));
    const [only] = outcomes;
    return outcomes.length === 1 && only !== undefined ? only : { value: outcomes };
  });
  return { results, payload };
}

const signals = ["resourceMetrics", "resourceSpans", "resourceLogs"];

/** Runs statements over every record, each seeing what those before it changed. */
function execute(
  statements: readonly Statement[],
  context: string,
  payload: object,
  { errorMode, sharedCache }: Request,
  own: (record: object) => object,
): RecordReply[] {
  const replies: RecordReply[] = [];
  let cache: AttributeList = [];
  for (const given of recordsOf(context, payload)) {
    const record: { cache?: AttributeList } = own(given);
    record.cache = sharedCache ? cache : [];
    const done: StatementReply[] = [];
    for (const statement of statements) {
      const reply = executeOne(statement, record);
      done.push(reply);
      if (reply.error !== undefined && errorMode === "propagate") break;
    }
    cache = record.cache;
    const hasCache = Array.isArray(cache) && cache.length > 0;
    replies.push({
      statements: done,
      ...(hasCache
        ? { cache: encodeValue(decodeAnyValue({ kvlistValue: { values: cache } }, "cache")) }
        : {}),
    });
    if (errorMode === "propagate" && done.some(({ error }) => error !== undefined)) break;
  }
  return replies;
}

function executeOne(statement: Statement, record: object): StatementReply {
  try {
    return { matched: statement.execute(record) };
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    const matched =
      statement.ast.where === null || error.diagnostics[0].span.start < statement.ast.where.span.start;
    return { matched, error: error.message };
  }
}

function outcomeOf(run: (record: object) => Value, record: object): Outcome {
  try {
    return { value: encodeValue(run(record)) };
  } catch (error) {
    if (error instanceof OttlError) return { error: error.message };
    throw error;
  }
}

/** The payload as the reference reads it: of several signals the first one. Context otelcol needs none. */
function readPayload(context: string, payload: unknown): object {
  if (payload === undefined || payload === null) {
    if (context === "otelcol") return {};
    throw new Refusal("eval", `context "${context}" needs a payload`);
  }
  const signal = signals.find((name) => Object.hasOwn(payload, name));
  if (signal === undefined) {
    throw new Refusal("eval", "a payload has resourceMetrics, resourceSpans or resourceLogs");
  }
  return canonical({ [signal]: (payload as Readonly<Record<string, unknown>>)[signal] });
}

function canonical(payload: object): object {
  try {
    return canonicalPayload(payload);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Refusal("eval", failureDiagnostic(error, { start: 0, end: 0 }).message);
  }
}
