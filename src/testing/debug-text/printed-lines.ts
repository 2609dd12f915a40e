/** How lines of the debug exporter's text begin, and what surrounds them. */
import type { Line } from "./line-reader.ts";

/** Begin of a payload: behind what a logger writes before it, or by itself. */
export const begin = /^(?:[^#\n]*\s)?(Resource(?:Metrics|Spans|Logs?|Profiles|Entity)) #0\s*$/;

/** A piece of a payload that is never the first line of one. */
export const inside =
  /^(?:(?:Resource|Scope)(?:Metrics|Spans|Logs?|Profiles) #\d+|(?:Metric|Span|SpanEvent|SpanLink|LogRecord) #\d+|\w+DataPoints #\d+|Descriptor:|Data point attributes:|(?:Start|Observed)Timestamp: |SeverityNumber: |Resource SchemaURL:| {4}Trace ID {7}:)/;

/** The line of JSON with which the Collector's logger ends what it logs, and the begin of something else that it logs. */
export const closing = /^\s+\{\s*"|^\d{4}-\d\d-\d\d[T ][\d:.]\S*\s+\w+\s/;

/** What can follow the value of an attribute. */
const anyLine = new RegExp(
  `^\\s+-> |${begin.source}|${inside.source}|${closing.source}|^(?:Exemplars?|InstrumentationScope|Value|Timestamp|Resource entity refs)\\b`,
);

/** Whether a line ends a value in brackets: it closes one where something follows that can. */
export function endsValue(follows = anyLine): (line: string, next: Line | undefined) => boolean {
  return (line, next) => /\)\s*$/.test(line) && (next === undefined || follows.test(next.text));
}
