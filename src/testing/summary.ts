import { doubleToWire } from "../shapes/otlp-json/wire.ts";
import type { SummaryDataPoint } from "../shapes/records.ts";
import { type MetricFixture, type MetricOptions, metricFixture } from "./fixture.ts";
import { type PointOptions, type Points, pointBase, pointsOf, type Shared } from "./point.ts";
import { requireCount, requireNumber, requireObject, requireThat } from "./require.ts";

/** A data point of a summary. */
export interface SummaryPoint extends PointOptions {
  /** Default 1. */
  readonly count?: number | bigint;
  /** Default 1. */
  readonly sum?: number;
  /** Values by quantile, such as `{ 0.5: 3, 0.99: 12 }`; default: the median is 1. */
  readonly quantiles?: Readonly<Record<number, number>>;
}

/** What a summary may have. */
export type SummaryOptions = MetricOptions & Shared<SummaryPoint>;

/** What a summary holds. */
export type SummaryData = { summary: { dataPoints: SummaryDataPoint[] } };

/** Makes a summary, such as `summary("rpc_duration_seconds", {}, { quantiles: { 0.5: 3, 0.99: 12 } })`. */
export function summary(
  name: string,
  points: Points<SummaryPoint> = {},
  options: SummaryOptions = {},
): MetricFixture<SummaryData> {
  return metricFixture(
    name,
    { summary: { dataPoints: pointsOf(points, options).map(summaryPoint) } },
    options,
  );
}

function summaryPoint(point: SummaryPoint): SummaryDataPoint {
  const { count = 1, sum = 1, quantiles = { 0.5: 1 } } = point;
  requireCount("count", count);
  requireNumber("sum", sum);
  requireObject("quantiles", quantiles);
  for (const [quantile, value] of Object.entries(quantiles)) {
    requireThat(
      "a quantile",
      "a number",
      quantile,
      quantile.trim() !== "" && !Number.isNaN(Number(quantile)),
    );
    requireNumber(`quantiles[${quantile}]`, value);
  }
  return {
    ...pointBase(point, true),
    count: String(count),
    sum: doubleToWire(sum),
    quantileValues: Object.entries(quantiles)
      .map(([quantile, value]) => ({ quantile: Number(quantile), value: doubleToWire(value) }))
      .sort((a, b) => a.quantile - b.quantile),
  };
}
