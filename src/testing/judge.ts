import type { FilterExplanation, FilterList } from "../collector/filter/types.ts";
import { describeGiven } from "../diagnostics/describe-given.ts";
import { dataPointsOf, recordsOf } from "../engine/records.ts";
import type { DataPointRecord, MetricRecord, MetricsData, ResourceRecord } from "../shapes/records.ts";
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

/** What a filter is asked about: records of `recordsOf` or of the builders, payloads, or several of them. */
export type Subject = MetricsData | DataPointRecord | MetricRecord | ResourceRecord | readonly Subject[];

/** What becomes of one record. */
export interface Judgement {
  readonly record: DataPointRecord;
  readonly verdict: FilterExplanation["verdict"];
  readonly explanation: FilterExplanation;
  /** The list that removes a metric because it has no data points, from the start. */
  readonly emptiedBy?: FilterList;
}

/**
 * What becomes of everything in a subject: one judgement a metric, or one a data point where the filter looks at data
 * points.
 *
 * @throws {OttlError} where the subject is nothing that a filter can be asked about, or holds no record.
 */
export function judge(filter: Explaining, subject: Subject): readonly Judgement[] {
  const judgements = recordsIn(subject).flatMap((record) => judgeRecord(filter, record));
  if (judgements.length > 0) return judgements;
  throw misuse("the record", "something that holds metrics", "nothing in it");
}

function recordsIn(subject: unknown): readonly DataPointRecord[] {
  if (Array.isArray(subject)) return subject.flatMap(recordsIn);
  if (typeof subject !== "object" || subject === null)
    throw misuse("the record", "a record or a payload", describeGiven(subject));
  if ("resourceMetrics" in subject) return [...recordsOf("metric", subject)];
  const isRecord = ["dataPoint", "metric", "scope", "resource"].some((property) => property in subject);
  if (!isRecord)
    throw misuse("the record", "a record such as { metric } or a payload", describeGiven(subject));
  return [subject];
}

function judgeRecord(filter: Explaining, record: DataPointRecord): readonly Judgement[] {
  const asksPoints = listsOf(filter).some(({ context }) => context === "datapoint");
  const { metric } = record;
  if (!asksPoints || "dataPoint" in record || metric === undefined || metric === null)
    return [judgement(filter, record)];
  const dataPoints = dataPointsOf(metric);
  if (dataPoints.length > 0)
    return dataPoints.map((dataPoint) => judgement(filter, { ...record, dataPoint }));
  return [judgement(filter, record)];
}

function listsOf({ lists = [], stages = [] }: Explaining): readonly FilterList[] {
  return [...lists, ...stages.flatMap(({ filter }) => filter?.lists ?? [])];
}

function judgement(filter: Explaining, record: DataPointRecord): Judgement {
  const explanation = filter.explain(record);
  const { verdict, decidedBy, emptiedBy } = explanation;
  if (emptiedBy === undefined || decidedBy !== undefined) return { record, verdict, explanation };
  return { record, verdict, explanation, emptiedBy };
}
