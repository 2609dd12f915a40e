import { doubleToWire } from "../shapes/otlp-json/wire.ts";
import type { HistogramDataPoint } from "../shapes/records.ts";
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
import { requireNumbers, requireThat } from "./require.ts";
import { type Temporality, temporalityNumber } from "./temporality.ts";
import { type Total, totals } from "./totals.ts";

/** A data point of a histogram: what was measured, or the counts of its buckets. */
export interface HistogramPoint extends PointOptions, Total {
  /** Upper bounds of the buckets, the last one open; default: those of OpenTelemetry's SDKs. */
  readonly bounds?: readonly number[];
  /** How many measurements each bucket holds, in place of `values`. */
  readonly counts?: readonly (number | bigint)[];
  readonly exemplars?: readonly ExemplarOptions[];
}

/** What a histogram may have. */
export interface HistogramOptions extends MetricOptions, Shared<HistogramPoint> {
  /** Default `cumulative`. */
  readonly temporality?: Temporality;
}

/** What a histogram holds. */
export type HistogramData = {
  histogram: { aggregationTemporality: number; dataPoints: HistogramDataPoint[] };
};

const usualBounds = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10_000];

/** Makes a histogram, such as `histogram("response_latency_ms", { direction: "inbound" }, { values: [3, 700] })`. */
export function histogram(
  name: string,
  points: Points<HistogramPoint> = {},
  options: HistogramOptions = {},
): MetricFixture<HistogramData> {
  const dataPoints = pointsOf(points, options).map(histogramPoint);
  const data = { aggregationTemporality: temporalityNumber(options.temporality), dataPoints };
  return metricFixture(name, { histogram: data }, options);
}

function histogramPoint(point: HistogramPoint): HistogramDataPoint {
  const { bounds = usualBounds, counts, values } = point;
  requireNumbers("bounds", bounds);
  const rises = bounds.every((bound, i) => i === 0 || bound > (bounds[i - 1] ?? bound));
  requireThat("bounds", "numbers that rise", bounds, rises);
  const inAll = totals(point, counts);
  const expected = `${bounds.length + 1}, one more than there are bounds`;
  const isFitting = counts === undefined || counts.length === bounds.length + 1;
  requireThat("the number of counts", expected, counts?.length, isFitting);
  return {
    ...pointBase(point, true),
    ...inAll,
    bucketCounts: (counts ?? counted(values ?? [1], bounds)).map(String),
    explicitBounds: bounds.map(doubleToWire),
    ...exemplarsOf(point.exemplars),
  };
}

/** A bucket holds what is at most its bound and above the one before. */
function counted(values: readonly number[], bounds: readonly number[]): number[] {
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  for (const value of values) {
    const found = bounds.findIndex((bound) => value <= bound);
    const bucket = found < 0 ? bounds.length : found;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}
