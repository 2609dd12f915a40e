import { doubleToWire } from "../shapes/otlp-json/wire.ts";
import type { Buckets, ExponentialHistogramDataPoint } from "../shapes/records.ts";
import { type MetricFixture, type MetricOptions, metricFixture } from "./fixture.ts";
import {
  type ExemplarOptions,
  exemplarsOf,
  type PointOptions,
  type Points,
  pointBase,
  pointsOf,
  type Shared,
} from "./point.ts";
import {
  requireCount,
  requireCounts,
  requireNumber,
  requireNumbers,
  requireObject,
  requireThat,
} from "./require.ts";
import { type Temporality, temporalityNumber } from "./temporality.ts";
import { type Total, totals } from "./totals.ts";

/** The buckets on one side of zero: the index of the first one, and how many measurements each holds. */
export interface BucketOptions {
  readonly offset: number;
  readonly counts: readonly (number | bigint)[];
}

/** A data point of an exponential histogram: what was measured, or its buckets. */
export interface ExponentialHistogramPoint extends PointOptions, Total {
  /** The bounds are powers of `2 ** (2 ** -scale)`; default 0: powers of two. */
  readonly scale?: number;
  /** The buckets, in place of `values`. */
  readonly positive?: BucketOptions;
  readonly negative?: BucketOptions;
  readonly zeroCount?: number | bigint;
  readonly zeroThreshold?: number;
  readonly exemplars?: readonly ExemplarOptions[];
}

/** What an exponential histogram may have. */
export interface ExponentialHistogramOptions extends MetricOptions, Shared<ExponentialHistogramPoint> {
  /** Default `cumulative`. */
  readonly temporality?: Temporality;
}

/** What an exponential histogram holds. */
export type ExponentialHistogramData = {
  exponentialHistogram: { aggregationTemporality: number; dataPoints: ExponentialHistogramDataPoint[] };
};

/** Makes an exponential histogram, such as `exponentialHistogram("http.server.duration", {}, { values: [0.2, 3] })`. */
export function exponentialHistogram(
  name: string,
  points: Points<ExponentialHistogramPoint> = {},
  options: ExponentialHistogramOptions = {},
): MetricFixture<ExponentialHistogramData> {
  const dataPoints = pointsOf(points, options).map(exponentialPoint);
  const data = { aggregationTemporality: temporalityNumber(options.temporality), dataPoints };
  return metricFixture(name, { exponentialHistogram: data }, options);
}

function exponentialPoint(point: ExponentialHistogramPoint): ExponentialHistogramDataPoint {
  const { scale = 0, zeroThreshold } = point;
  requireThat("scale", "a whole number", scale, Number.isInteger(scale));
  if (zeroThreshold !== undefined) requireNumber("zeroThreshold", zeroThreshold);
  if (point.zeroCount !== undefined) requireCount("zeroCount", point.zeroCount);
  for (const side of ["positive", "negative"] as const)
    if (point[side] !== undefined) requireBuckets(side, point[side]);
  if (point.values !== undefined) requireNumbers("values", point.values);
  const isGiven =
    point.positive !== undefined || point.negative !== undefined || point.zeroCount !== undefined;
  const { positive, negative, zeroCount = 0 } = isGiven ? point : counted(point.values ?? [1], scale);
  const counts = [...(positive?.counts ?? []), ...(negative?.counts ?? []), zeroCount];
  return {
    ...pointBase(point, true),
    ...totals(point, isGiven ? counts : undefined),
    scale,
    zeroCount: String(zeroCount),
    ...(positive === undefined ? {} : { positive: bucketsOf(positive) }),
    ...(negative === undefined ? {} : { negative: bucketsOf(negative) }),
    ...(zeroThreshold === undefined ? {} : { zeroThreshold: doubleToWire(zeroThreshold) }),
    ...exemplarsOf(point.exemplars),
  };
}

function requireBuckets(side: string, given: BucketOptions): void {
  requireObject(side, given);
  requireThat(`${side}.offset`, "a whole number", given.offset, Number.isInteger(given.offset));
  requireCounts(`${side}.counts`, given.counts);
}

function bucketsOf({ offset, counts }: BucketOptions): Buckets {
  return { offset, bucketCounts: counts.map(String) };
}

function counted(
  values: readonly number[],
  scale: number,
): Pick<ExponentialHistogramPoint, "positive" | "negative" | "zeroCount"> {
  const above = values.filter((value) => value > 0);
  const below = values.filter((value) => value < 0).map((value) => -value);
  return {
    ...(above.length === 0 ? {} : { positive: countedSide(above, scale) }),
    ...(below.length === 0 ? {} : { negative: countedSide(below, scale) }),
    zeroCount: values.length - above.length - below.length,
  };
}

/** More buckets are hardly meant: at the finest scale that is usual, 20, they reach from 1 to 1.04. */
const mostBuckets = 65_536;

function countedSide(values: readonly number[], scale: number): BucketOptions {
  const indices = values.map((value) => bucketIndex(value, scale));
  const offset = indices.reduce((least, index) => Math.min(least, index));
  const length = indices.reduce((most, index) => Math.max(most, index)) - offset + 1;
  const expected = `finite numbers that at scale ${scale} lie within ${mostBuckets} buckets`;
  requireThat("values", expected, values, length <= mostBuckets);
  const counts = Array.from({ length }, () => 0);
  for (const index of indices) counts[index - offset] = (counts[index - offset] ?? 0) + 1;
  return { offset, counts };
}

/** A bucket holds what is at most its bound and above the one before; the logarithm may miss a bound by a hair. */
function bucketIndex(value: number, scale: number): number {
  const bound = (index: number) => 2 ** (index / 2 ** scale);
  const index = Math.ceil(Math.log2(value) * 2 ** scale) - 1;
  if (value <= bound(index)) return index - 1;
  return value > bound(index + 1) ? index + 1 : index;
}
