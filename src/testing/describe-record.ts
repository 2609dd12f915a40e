import { Failure } from "../core/failure.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { dataPointsOf } from "../engine/records.ts";
import { decodeAnyValue } from "../shapes/otlp-json/any-value.ts";
import { attributesOf } from "../shapes/otlp-json/attributes.ts";
import { kindName, metricKindOf } from "../shapes/otlp-json/kinds.ts";
import type { DataPoint, DataPointRecord, LogRecord, SpanEventRecord } from "../shapes/records.ts";
import { clip, showText, showValue } from "./show-value.ts";

const widest = 160;

/** A record of any context; what it lacks is absent. */
type AnyRecord = DataPointRecord & SpanEventRecord & LogRecord;

/** What a record is called in a report, such as `sum response_total{status_code="200"} of {k8s.pod.name="ad-1"}`. */
export function describeRecord(record: object): string {
  try {
    const given: AnyRecord = record;
    const attributes = shown(given.resource?.attributes);
    const what = recordText(given);
    if (what === undefined) return clip(`resource ${attributes || "{}"}`, widest);
    return clip(`${what}${attributes === "" ? "" : ` of ${attributes}`}`, widest);
  } catch (error) {
    if (error instanceof Failure || error instanceof OttlError) return "a record that cannot be read";
    throw error;
  }
}

function recordText(record: AnyRecord): string | undefined {
  const { spanEvent, span, log } = record;
  if (record.metric !== undefined || record.dataPoint !== undefined) return metricText(record);
  if (spanEvent) {
    const of = span ? ` in span ${nameText(span.name)}` : "";
    return `span event ${nameText(spanEvent.name)}${shown(spanEvent.attributes)}${of}`;
  }
  if (span) return `span ${nameText(span.name)}${shown(span.attributes)}`;
  return log ? logText(log) : undefined;
}

function logText({
  eventName,
  severityText,
  severityNumber,
  body,
  attributes,
}: NonNullable<AnyRecord["log"]>): string {
  const level = severityText || (severityNumber ? `severity ${severityNumber}` : "");
  const text = body ? decodeAnyValue(body, "body") : null;
  const parts = [eventName ? nameText(eventName) : "", level, text === null ? "" : showValue(text, 50)];
  const what = parts.filter((part) => part !== "").join(" ");
  return `log record${what === "" ? "" : ` ${what}`}${shown(attributes)}`;
}

function metricText(record: DataPointRecord): string {
  const kind = metricKindOf(record);
  const points: readonly (DataPoint | null)[] =
    record.dataPoint === undefined ? dataPointsOf(record.metric ?? {}) : [record.dataPoint];
  const only = points.length === 1 ? shown(points[0]?.attributes) : `, ${points.length} data points`;
  return `${kind === 0 ? "metric" : kindName(kind)} ${nameText(record.metric?.name)}${only}`;
}

function nameText(name: unknown): string {
  return typeof name === "string" ? keyText(name) : '""';
}

/** A name as it stands where that leaves no doubt, else in quotes. */
function keyText(name: string): string {
  return /^[\w.:/-]+$/.test(name) ? name : showText(name);
}

function shown(raw: unknown): string {
  const attributes = [...attributesOf(raw, "attributes").entries()];
  if (attributes.length === 0) return "";
  return `{${attributes.map(([key, value]) => `${keyText(key)}=${showValue(value, 40)}`).join(", ")}}`;
}
