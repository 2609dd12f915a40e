import type { FilterExplanation, FilterList } from "../collector/filter/types.ts";
import { signals, type TelemetryData } from "../collector/signals.ts";
import { describeGiven } from "../diagnostics/describe-given.ts";
import { dataPointsOf, recordsOf } from "../engine/records.ts";
import type { DataPointRecord, LogRecord, ResourceRecord, SpanEventRecord } from "../shapes/records.ts";
import { misuse } from "./misuse.ts";

/** What can say what becomes of a record, and why: a filter, or a pipeline by its filters. */
export interface Explaining {
  readonly id: string;
  /** Of a filter. */
  readonly lists?: readonly FilterList[];
  /** Of a pipeline. */
  readonly stages?: readonly { readonly id: string; readonly filter?: Pick<Explaining, "lists"> }[];
  explain(record: object): FilterExplanation;
}

/** A record that a filter judges: of a context of metrics, traces or logs, what it lacks is absent. */
export type JudgedRecord = DataPointRecord & SpanEventRecord & LogRecord;

/** What a filter is asked about: records of `recordsOf` or of the builders, payloads, or several of them. */
export type Subject =
  | TelemetryData
  | DataPointRecord
  | SpanEventRecord
  | LogRecord
  | ResourceRecord
  | readonly Subject[];

/** What becomes of one record. */
export interface Judgement {
  readonly record: JudgedRecord;
  readonly verdict: FilterExplanation["verdict"];
  readonly explanation: FilterExplanation;
  /** The list that removes a metric because it has no data points, from the start. */
  readonly emptiedBy?: FilterList;
}

/**
 * What becomes of everything in a subject: one judgement a metric, span or log record; where the filter looks at data points
 * or events, one of each of those.
 *
 * @throws {OttlError} where the subject is nothing that a filter can be asked about, or holds no record.
 */
export function judge(filter: Explaining, subject: Subject): readonly Judgement[] {
  const judgements = recordsIn(subject).flatMap((record) => judgeRecord(filter, record));
  if (judgements.length > 0) return judgements;
  throw misuse("the record", "something that holds metrics, spans or log records", "nothing in it");
}

const signalItems = signals.map(({ resources, contexts }) => ({ resources, context: contexts[2] ?? "" }));
const parts = ["dataPoint", "metric", "spanEvent", "span", "log", "scope", "resource"];

function recordsIn(subject: unknown): readonly JudgedRecord[] {
  if (Array.isArray(subject)) return subject.flatMap(recordsIn);
  if (typeof subject !== "object" || subject === null)
    throw misuse("the record", "a record or a payload", describeGiven(subject));
  const held = signalItems.filter(({ resources }) => resources in subject);
  if (held.length > 0) return held.flatMap(({ context }) => [...recordsOf(context, subject)]);
  if (!parts.some((property) => property in subject))
    throw misuse("the record", "a record such as { metric } or a payload", describeGiven(subject));
  return [subject];
}

/** Data points stand for their metric, events beside their span, where a filter looks at them. */
function judgeRecord(filter: Explaining, record: JudgedRecord): readonly Judgement[] {
  const asks = (context: string) => listsOf(filter).some((list) => list.context === context);
  const { metric, span } = record;
  if (metric && !("dataPoint" in record) && asks("datapoint")) {
    const dataPoints = dataPointsOf(metric);
    if (dataPoints.length > 0)
      return dataPoints.map((dataPoint) => judgement(filter, { ...record, dataPoint }));
  }
  if (span && !("spanEvent" in record) && asks("spanevent")) {
    const events = (span.events ?? []).map((spanEvent, eventIndex) => ({ ...record, spanEvent, eventIndex }));
    return [record, ...events].map((one) => judgement(filter, one));
  }
  return [judgement(filter, record)];
}

function listsOf({ lists = [], stages = [] }: Explaining): readonly FilterList[] {
  return [...lists, ...stages.flatMap(({ filter }) => filter?.lists ?? [])];
}

function judgement(filter: Explaining, record: JudgedRecord): Judgement {
  const explanation = filter.explain(record);
  const { verdict, decidedBy, emptiedBy } = explanation;
  if (emptiedBy === undefined || decidedBy !== undefined) return { record, verdict, explanation };
  return { record, verdict, explanation, emptiedBy };
}
