/**
 * Kinds of metric and data point as numbers: 0 none, 1 gauge, 2 sum, 3 histogram, 4 exponential histogram, 5 summary.
 */
import { type MetricKind, metricKinds } from "../../contexts/define-context.ts";
import { requireRecord } from "./require-record.ts";
import { wrongShape } from "./wrong-shape.ts";

interface MetricParts {
  readonly gauge?: unknown;
  readonly sum?: unknown;
  readonly histogram?: unknown;
  readonly exponentialHistogram?: unknown;
  readonly summary?: unknown;
}

interface PointParts {
  readonly [property: string]: unknown;
}

interface Holder {
  readonly metric?: MetricParts | null;
  readonly dataPoint?: PointParts | null;
}

/** A set of kinds for `has`. */
export function kindSet(kinds: readonly MetricKind[]): number {
  return kinds.reduce((set, kind) => set | (1 << (metricKinds.indexOf(kind) + 1)), 0);
}

/** The kind of a record's metric: the data that it has, the last written where it has several, as the reference. */
export function metricKindOf(record: object): number {
  const metric = (record as Holder | null)?.metric;
  if (metric === undefined) requireRecord(record, "metric");
  if (metric === undefined || metric === null) return 0;
  if (typeof metric !== "object" || Array.isArray(metric)) throw wrongShape("metric", "an object", metric);
  let found = 0;
  let several = false;
  if (metric.gauge !== undefined) found = 1;
  if (metric.sum !== undefined) {
    several = found !== 0;
    found = 2;
  }
  if (metric.histogram !== undefined) {
    several ||= found !== 0;
    found = 3;
  }
  if (metric.exponentialHistogram !== undefined) {
    several ||= found !== 0;
    found = 4;
  }
  if (metric.summary !== undefined) {
    several ||= found !== 0;
    found = 5;
  }
  return several ? lastKind(metric) : found;
}

function lastKind(metric: MetricParts): number {
  let last = 0;
  for (const [key, data] of Object.entries(metric)) {
    const kind = metricKinds.indexOf(key as MetricKind) + 1;
    if (kind > 0 && data !== undefined) last = kind;
  }
  return last;
}

/** The kind of a record's data point: its metric's, or what its own properties tell where there is no metric. */
export function pointKindOf(record: object): number {
  return metricKindOf(record) || ownKindOf((record as Holder).dataPoint);
}

function ownKindOf(point: PointParts | null | undefined): number {
  if (point === null || typeof point !== "object") return 1;
  if (point.asInt !== undefined || point.asDouble !== undefined) return 1;
  if (point.quantileValues !== undefined) return 5;
  if (
    point.scale !== undefined ||
    point.zeroCount !== undefined ||
    point.positive !== undefined ||
    point.negative !== undefined
  ) {
    return 4;
  }
  if (
    point.bucketCounts !== undefined ||
    point.explicitBounds !== undefined ||
    point.count !== undefined ||
    point.sum !== undefined
  ) {
    return 3;
  }
  return 1;
}

/** The name of a kind of metric. */
export function kindName(kind: number): string {
  return ["none", "gauge", "sum", "histogram", "exponential histogram", "summary"][kind] ?? "none";
}

/** The object of a metric's data of a kind, or `undefined` where it is null; throws where it is no object. */
export function dataOf(record: object, kind: number): PointParts | undefined {
  const property = metricKinds[kind - 1] as MetricKind; // asked only for kinds that exist
  return objectOf((record as Holder).metric?.[property], `metric.${property}`);
}

/** The object that a record has as a part, `undefined` where it has none; throws where something else stands there. */
export function partOf(record: object, part: string): PointParts | undefined {
  const found = (record as PointParts | null)?.[part];
  if (found === undefined) requireRecord(record, part);
  return objectOf(found, part);
}

/** A part of a record that must be an object; `undefined` where it is absent or null. */
export function objectOf(raw: unknown, path: string): PointParts | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw !== "object" || Array.isArray(raw)) throw wrongShape(path, "an object", raw);
  return raw as PointParts;
}

/** The data of a metric, `undefined` where it has none: of several kinds the last one written. */
export function metricDataOf(metric: object): object | undefined {
  const record = { metric };
  const kind = metricKindOf(record);
  return kind === 0 ? undefined : dataOf(record, kind);
}
