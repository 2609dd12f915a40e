import type { SignalName, TelemetryData } from "../../collector/signals.ts";
import { recordsOf } from "../../engine/records.ts";
import type { DataPointRecord, LogRecord, SpanEventRecord } from "../../shapes/records.ts";
import { clip } from "../../testing/show-value.ts";

/** What records of a kind are called, one and many. */
export type Noun = "metric" | "data point" | "span" | "span event" | "log record";

/** The records of a signal that processors judge and change one by one. */
export interface RecordKind {
  readonly context: "metric" | "datapoint" | "span" | "spanevent" | "log";
  readonly noun: Noun;
}

/** The items of each signal, and what they are made of. */
export const recordKinds: Readonly<
  Record<SignalName, { readonly items: RecordKind; readonly parts?: RecordKind }>
> = {
  metrics: {
    items: { context: "metric", noun: "metric" },
    parts: { context: "datapoint", noun: "data point" },
  },
  traces: {
    items: { context: "span", noun: "span" },
    parts: { context: "spanevent", noun: "span event" },
  },
  logs: { items: { context: "log", noun: "log record" } },
};

/** Counts the records of a payload of a signal, by their nouns. */
export function countRecords(signal: SignalName, payload: TelemetryData, counts: Map<Noun, number>): void {
  const { items, parts } = recordKinds[signal];
  for (const { context, noun } of parts === undefined ? [items] : [items, parts]) {
    let count = counts.get(noun) ?? 0;
    for (const _ of recordsOf(context, payload)) count++;
    counts.set(noun, count);
  }
}

/** What the records of a context are called; other contexts by their own names. */
export function nounOfContext(context: string): string {
  const kinds = Object.values(recordKinds).flatMap<RecordKind | undefined>(({ items, parts }) => [
    items,
    parts,
  ]);
  return kinds.find((kind) => kind?.context === context)?.noun ?? context;
}

/** What a record is called. */
export function nounOf(record: object): Noun {
  const { dataPoint, metric, spanEvent, span }: AnyRecord = record;
  if (dataPoint !== undefined) return "data point";
  if (metric !== undefined) return "metric";
  if (spanEvent !== undefined) return "span event";
  return span === undefined ? "log record" : "span";
}

/** What the record is named: its metric, span or event, of a log record its event or severity, else its text. */
export function nameOf(record: object): string {
  const { metric, spanEvent, span, log }: AnyRecord = record;
  if (!log) return textIn((metric ?? spanEvent ?? span)?.name);
  const level = log.severityNumber ? `severity ${log.severityNumber}` : "";
  return (
    textIn(log.eventName) || textIn(log.severityText) || level || clip(textIn(log.body?.stringValue), 40)
  );
}

/** A text, or nothing where a record holds something else. */
function textIn(given: unknown): string {
  return typeof given === "string" ? given : "";
}

/** A record of any context; what it lacks is absent. */
type AnyRecord = DataPointRecord & SpanEventRecord & LogRecord;
