import { Failure } from "../core/failure.ts";
import { attributesOf } from "../shapes/otlp-json/attributes.ts";
import { metricKindOf } from "../shapes/otlp-json/kinds.ts";
import { metricDataOf } from "../shapes/otlp-json.ts";
import type { DataPoint, DataPointRecord, Maybe, Metric } from "../shapes/records.ts";
import { clip, showText, showValue } from "./show-value.ts";

const kindNames = ["metric", "gauge", "sum", "histogram", "exponential histogram", "summary"];
const widest = 160;

/** What a record is called in a report, such as `sum response_total{status_code="200"} of {k8s.pod.name="ad-1"}`. */
export function describeRecord(record: DataPointRecord): string {
  try {
    const { resource } = record;
    const attributes = shown(resource?.attributes);
    if (record.metric === undefined && record.dataPoint === undefined)
      return clip(`resource ${attributes || "{}"}`, widest);
    return clip(`${metricText(record)}${attributes === "" ? "" : ` of ${attributes}`}`, widest);
  } catch (error) {
    if (error instanceof Failure) return "a record that cannot be read";
    throw error;
  }
}

function metricText(record: DataPointRecord): string {
  const kind = kindNames[metricKindOf(record)] ?? "metric";
  const points = record.dataPoint === undefined ? pointsOf(record.metric) : [record.dataPoint];
  const only = points.length === 1 ? shown(points[0]?.attributes) : `, ${points.length} data points`;
  return `${kind} ${nameText(record.metric?.name)}${only}`;
}

function nameText(name: unknown): string {
  return typeof name === "string" ? keyText(name) : '""';
}

/** A name as it stands where that leaves no doubt, else in quotes. */
function keyText(name: string): string {
  return /^[\w.:/-]+$/.test(name) ? name : showText(name);
}

function pointsOf(metric: Maybe<Metric>): readonly DataPoint[] {
  const data = metricDataOf(metric ?? {}) as { dataPoints?: Maybe<DataPoint[]> } | undefined;
  return data?.dataPoints ?? [];
}

function shown(raw: unknown): string {
  const attributes = [...attributesOf(raw, "attributes").entries()];
  if (attributes.length === 0) return "";
  return `{${attributes.map(([key, value]) => `${keyText(key)}=${showValue(value, 40)}`).join(", ")}}`;
}
