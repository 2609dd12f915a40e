import type { SignalName, TelemetryData } from "../../collector/signals.ts";
import { recordsOf } from "../../engine/records.ts";
import type { DataPointRecord, LogRecord, SpanEventRecord } from "../../shapes/records.ts";

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

/** What a reader calls a record: the name of its metric, span or event, of a log record its event or severity. */
export function nameOf(record: object): string {
  const { metric, span, spanEvent, log } = record as DataPointRecord & SpanEventRecord & LogRecord; // what it lacks is absent
  if (metric) return metric.name ?? "";
  if (spanEvent) return spanEvent.name ?? "";
  if (span) return span.name ?? "";
  if (!log) return "";
  return log.eventName || log.severityText || `severity ${log.severityNumber ?? 0}`;
}
