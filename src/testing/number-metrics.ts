import type { NumberDataPoint } from "../shapes/records.ts";
import { type MetricFixture, type MetricOptions, metricFixture } from "./fixture.ts";
import {
  type ExemplarOptions,
  exemplarsOf,
  numberOf,
  type PointOptions,
  type Points,
  pointBase,
  pointsOf,
  type Shared,
} from "./point.ts";
import { requireObject } from "./require.ts";
import { type Temporality, temporalityNumber } from "./temporality.ts";

/** A data point of a gauge or a sum. */
export interface NumberPoint extends PointOptions {
  /** A number is a double, a bigint an int; default 1. */
  readonly value?: number | bigint;
  readonly exemplars?: readonly ExemplarOptions[];
}

/** What a gauge may have. */
export type GaugeOptions = MetricOptions & Shared<NumberPoint>;

/** What a counter may have. */
export interface CounterOptions extends MetricOptions, Shared<NumberPoint> {
  /** Default `cumulative`. */
  readonly temporality?: Temporality;
}

/** What a sum may have. */
export interface SumOptions extends CounterOptions {
  /** Whether it only rises, as a counter does; default `false`. */
  readonly monotonic?: boolean;
}

/** What a gauge holds. */
export type GaugeData = { gauge: { dataPoints: NumberDataPoint[] } };

/** What a sum holds. */
export type SumData = {
  sum: { aggregationTemporality: number; isMonotonic: boolean; dataPoints: NumberDataPoint[] };
};

/** Makes a gauge, such as `gauge("tcp_open_connections", { peer: "src" }, { value: 3 })`. */
export function gauge(
  name: string,
  points: Points<NumberPoint> = {},
  options: GaugeOptions = {},
): MetricFixture<GaugeData> {
  const dataPoints = pointsOf(points, options).map((point) => numberPoint(point, false));
  return metricFixture(name, { gauge: { dataPoints } }, options);
}

/** Makes a counter, a sum that only rises, such as `counter("response_total", { status_code: "200" })`. */
export function counter(
  name: string,
  points: Points<NumberPoint> = {},
  options: CounterOptions = {},
): MetricFixture<SumData> {
  return sum(name, points, { ...options, monotonic: true });
}

/** Makes a sum that may fall as well, unless it is said to be monotonic. */
export function sum(
  name: string,
  points: Points<NumberPoint> = {},
  options: SumOptions = {},
): MetricFixture<SumData> {
  requireObject("the options", options);
  const { temporality, monotonic = false } = options;
  const dataPoints = pointsOf(points, options).map((point) => numberPoint(point, true));
  const data = { aggregationTemporality: temporalityNumber(temporality), isMonotonic: monotonic, dataPoints };
  return metricFixture(name, { sum: data }, options);
}

function numberPoint(point: NumberPoint, since: boolean): NumberDataPoint {
  return { ...pointBase(point, since), ...numberOf(point.value ?? 1), ...exemplarsOf(point.exemplars) };
}
