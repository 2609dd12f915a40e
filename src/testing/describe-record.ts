import { Failure } from "../core/failure.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { dataPointsOf } from "../engine/records.ts";
import { attributesOf } from "../shapes/otlp-json/attributes.ts";
import { kindName, metricKindOf } from "../shapes/otlp-json/kinds.ts";
import type { DataPoint, DataPointRecord } from "../shapes/records.ts";
import { clip, showText, showValue } from "./show-value.ts";

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
    if (error instanceof Failure || error instanceof OttlError) return "a record that cannot be read";
    throw error;
  }
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
