import { Failure } from "../../core/failure.ts";
import { jsonText } from "../../core/json-text.ts";
import {
  type ExponentialPoint,
  type HistogramPoint,
  type Metric,
  type MetricData,
  type NumberPoint,
  temporalities,
} from "../../core/metrics.ts";
import { ListValue, type MapValue, type Value } from "../../core/values.ts";
import type { Aggregation, AggregationRules, PointGroup } from "./aggregation.ts";
import { mergeExponentials } from "./merge-exponentials.ts";
import { mergeHistograms } from "./merge-histograms.ts";
import { mergeNumbers } from "./merge-numbers.ts";
import { newMetric } from "./new-metric.ts";

/**
 * A metric whose data points with the same attributes and time have become one, and, of deltas, the same start; of
 * histograms also the same bounds. Groups are in the order of their first data points, which is random in the
 * reference. Summaries lose their data points, and metadata is lost, as there.
 */
export function aggregateMetric(metric: Metric, aggregation: Aggregation, rules: AggregationRules): Metric {
  return newMetric(metric, metric.data && aggregateData(metric.data, aggregation, rules));
}

function aggregateData(data: MetricData, aggregation: Aggregation, rules: AggregationRules): MetricData {
  switch (data.kind) {
    case "gauge":
    case "sum": {
      const starts = data.kind === "sum" && data.temporality === temporalities.delta;
      const groups = grouped(data.points, (point) => (starts ? [point.startTime] : []));
      return { ...data, points: groups.map((group) => mergeNumbers(group, aggregation)) };
    }
    case "histogram": {
      const groups = grouped(data.points, (point) => histogramKey(point, data.temporality));
      return { ...data, points: groups.map((group) => mergeHistograms(group, rules)) };
    }
    case "exponentialHistogram": {
      const groups = grouped(data.points, (point) => exponentialKey(point, data.temporality, rules));
      return { ...data, points: groups.map((group) => mergeExponentials(group, rules)) };
    }
    case "summary":
      return { ...data, points: [] };
  }
}

function histogramKey({ bounds, startTime, min, max, flags }: HistogramPoint, temporality: bigint): Value[] {
  const start = temporality === temporalities.delta ? [startTime] : [];
  return [...bounds, ...start, min !== undefined, max !== undefined, flags];
}

function exponentialKey(point: ExponentialPoint, temporality: bigint, { movesBuckets }: AggregationRules) {
  const { scale, min, max, flags, negative, positive, startTime } = point;
  const offsets = movesBuckets ? [] : [negative.offset, positive.offset];
  const start = temporality === temporalities.delta ? [startTime] : [];
  return [scale, min !== undefined, max !== undefined, flags, ...offsets, ...start];
}

/** The data points that have a key in common. */
function grouped<T extends Pick<NumberPoint, "attributes" | "time">>(
  points: readonly T[],
  more: (point: T) => readonly Value[],
): PointGroup<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const point of points) {
    const key = keyOf(point.attributes, [point.time, ...more(point)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  return [...groups.values()];
}

/**
 * The JSON of all that makes a group, so that `1` and `1.0` are the same and bytes are their base64; what JSON cannot
 * say, such as NaN, makes it empty, and all such data points one group.
 */
function keyOf(attributes: MapValue, more: readonly Value[]): string {
  try {
    return jsonText(new ListValue([attributes, ...more], "slice"), "standard");
  } catch (error) {
    if (error instanceof Failure && error.code === "no_text") return "";
    throw error;
  }
}
