import { plainDoubleText } from "../core/number-text.ts";
import { doubleOfWire, int64OfWire, unsignedOfWire } from "../shapes/otlp-json/wire.ts";
import { wrongShape } from "../shapes/otlp-json/wrong-shape.ts";
import type { Label } from "./labels.ts";
import type { NamedMetric } from "./metric-name.ts";

/** One sample of a data point: what is added to the metric's name and labels, and the value. */
export interface PointSample {
  readonly suffix: string;
  readonly label?: readonly [Label];
  readonly value?: number;
  readonly kind?: "stale" | "native";
}

type Parts = Readonly<Record<string, unknown>>;

const noRecordedValue = 1n;

/** The samples of a data point; at the end of its series they have no values. */
export function pointSamples(kind: NamedMetric["kind"], point: Parts): PointSample[] {
  const samples = samplesOf(kind, point);
  return isStale(point) ? samples.map(({ value: _, ...sample }) => ({ ...sample, kind: "stale" })) : samples;
}

/** Whether a data point marks the end of its series. */
export function isStale(point: Parts): boolean {
  const flags = int64OfWire(point.flags ?? 0);
  if (flags === undefined) throw wrongShape("dataPoint.flags", "an integer", point.flags);
  return (flags & noRecordedValue) !== 0n;
}

function samplesOf(kind: NamedMetric["kind"], point: Parts): PointSample[] {
  switch (kind) {
    case "gauge":
    case "sum":
      return [{ suffix: "", value: numberOf(point) }];
    case "histogram":
      return histogramSamples(point);
    case "summary":
      return summarySamples(point);
    case "exponentialHistogram":
      return [{ suffix: "", kind: "native" }];
  }
}

function histogramSamples(point: Parts): PointSample[] {
  const samples: PointSample[] = [];
  if (point.sum !== undefined && point.sum !== null)
    samples.push({ suffix: "_sum", value: double(point, "sum") });
  const count = unsigned(point.count, "count");
  samples.push({ suffix: "_count", value: Number(count) });
  const bounds = items(point, "explicitBounds");
  const counts = items(point, "bucketCounts");
  let below = 0n;
  for (const [i, raw] of bounds.slice(0, counts.length).entries()) {
    below = BigInt.asUintN(64, below + unsigned(counts[i], "bucketCounts"));
    const bound = doubleOfWire(raw);
    if (bound === undefined) throw wrongShape("dataPoint.explicitBounds", "numbers", raw);
    samples.push({
      suffix: "_bucket",
      label: [{ name: "le", value: plainDoubleText(bound) }],
      value: Number(below),
    });
  }
  return [...samples, { suffix: "_bucket", label: [{ name: "le", value: "+Inf" }], value: Number(count) }];
}

function summarySamples(point: Parts): PointSample[] {
  const quantiles = items(point, "quantileValues").map((raw): PointSample => {
    const part = raw as Parts;
    if (typeof raw !== "object" || raw === null) throw wrongShape("dataPoint.quantileValues", "objects", raw);
    const value = plainDoubleText(double(part, "quantile"));
    return { suffix: "", label: [{ name: "quantile", value }], value: double(part, "value") };
  });
  return [
    { suffix: "_sum", value: double(point, "sum") },
    { suffix: "_count", value: Number(unsigned(point.count, "count")) },
    ...quantiles,
  ];
}

function numberOf(point: Parts): number {
  if (point.asInt === undefined || point.asInt === null) return double(point, "asDouble");
  const value = int64OfWire(point.asInt);
  if (value === undefined) throw wrongShape("dataPoint.asInt", "a 64-bit integer", point.asInt);
  return Number(value);
}

function double(owner: Parts, property: string): number {
  const raw = owner[property] ?? 0;
  const value = doubleOfWire(raw);
  if (value === undefined) throw wrongShape(`dataPoint.${property}`, "a number", raw);
  return value;
}

function unsigned(raw: unknown, property: string): bigint {
  const value = unsignedOfWire(raw ?? 0);
  if (value === undefined) throw wrongShape(`dataPoint.${property}`, "unsigned 64-bit integers", raw);
  return value;
}

function items(owner: Parts, property: string): readonly unknown[] {
  const raw = owner[property] ?? [];
  if (!Array.isArray(raw)) throw wrongShape(`dataPoint.${property}`, "an array", raw);
  return raw;
}
