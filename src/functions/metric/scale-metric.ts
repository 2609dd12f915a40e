import { Failure } from "../../core/failure.ts";
import type { HistogramPoint, MetricData, PointValue, SummaryPoint } from "../../core/metrics.ts";
import { truncateToInt64 } from "../../core/number-text.ts";
import * as t from "../../core/types.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { metricWith } from "../lib/example-metrics.ts";
import { describeKind } from "../lib/new-metric.ts";

export const scaleMetric = defineFunction({
  kind: "editor",
  name: "scale_metric",
  category: "metric",
  summary:
    "Multiplies all values of the metric, sums, bounds, quantiles and the exemplars of histograms among them; an int stays one. Exponential histograms cannot be scaled.",
  params: [
    param("multiplier", t.doubleLiteral, "What every value is multiplied by."),
    optional("unit", t.string, "The unit that the metric then has.", undefined),
  ],
  returns: t.any,
  since: "0.106.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'scale_metric(0.001, unit="s")',
      data: metricWith({ unit: "ms", gauge: { dataPoints: [{ asDouble: 1500 }, { asInt: "1999" }] } }),
      leaves: metricWith({ unit: "s", gauge: { dataPoints: [{ asDouble: 1.5 }, { asInt: "1" }] } }),
    },
    {
      source: "scale_metric(2.0)",
      data: metricWith({ exponentialHistogram: {} }),
      error: "metric_unsupported",
    },
    { source: "scale_metric(2)", error: "argument_type" },
  ],
  evaluate(metric, multiplier, unit) {
    const { kind } = metric;
    if (kind === undefined || kind === "exponentialHistogram")
      throw new Failure("metric_unsupported", { name: "scale_metric", metric: describeKind(kind) });
    const read = metric.read();
    const data = read.data && scaled(read.data, multiplier);
    metric.replace({ ...read, data, unit: unit ?? read.unit });
    return null;
  },
});

function scaled(data: MetricData, by: number): MetricData {
  switch (data.kind) {
    case "gauge":
    case "sum":
      return {
        ...data,
        points: data.points.map((point) => ({ ...point, value: scaledValue(point.value, by) })),
      };
    case "histogram":
      return { ...data, points: data.points.map((point) => scaledHistogram(point, by)) };
    case "summary":
      return { ...data, points: data.points.map((point) => scaledSummary(point, by)) };
    case "exponentialHistogram":
      return data;
  }
}

function scaledValue(value: PointValue, by: number): PointValue {
  if (typeof value === "bigint") return truncateToInt64(Number(value) * by);
  return value === undefined ? undefined : value * by;
}

function scaledHistogram(point: HistogramPoint, by: number): HistogramPoint {
  const times = (value: number | undefined) => (value === undefined ? undefined : value * by);
  return {
    ...point,
    sum: times(point.sum),
    min: times(point.min),
    max: times(point.max),
    bounds: point.bounds.map((bound) => bound * by),
    exemplars: point.exemplars.map((one) => ({ ...one, value: scaledValue(one.value, by) })),
  };
}

function scaledSummary(point: SummaryPoint, by: number): SummaryPoint {
  const quantiles = point.quantiles.map(({ quantile, value }) => ({ quantile, value: value * by }));
  return { ...point, sum: point.sum * by, quantiles };
}
