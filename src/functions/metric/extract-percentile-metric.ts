import { Failure } from "../../core/failure.ts";
import type { MetricData, NumberPoint } from "../../core/metrics.ts";
import { printedDoubleText } from "../../core/number-text.ts";
import * as t from "../../core/types.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { metricInScope, scopeOf } from "../lib/example-metrics.ts";
import { newMetric, numberOf } from "../lib/new-metric.ts";
import { exponentialPercentile, histogramPercentile } from "../lib/percentile.ts";

const latency = {
  name: "latency",
  unit: "ms",
  histogram: {
    dataPoints: [{ count: "4", bucketCounts: ["2", "2"], explicitBounds: [10] }],
    aggregationTemporality: 2,
  },
};

export const extractPercentileMetric = defineFunction({
  kind: "editor",
  name: "extract_percentile_metric",
  category: "metric",
  summary:
    "Adds a gauge of the values at a percentile of a histogram to the scope, estimated from its buckets; nothing for other metrics, and where no data point has values.",
  params: [
    param("percentile", t.doubleLiteral, "The percentile, above 0 and below 100."),
    optional(
      "suffix",
      t.stringLiteral,
      "What follows the name of the histogram; absent or empty, it is such as `_p99`.",
      undefined,
    ),
  ],
  returns: t.any,
  since: "0.151.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'extract_percentile_metric(25.0, suffix=".low")',
      data: metricInScope(latency),
      leaves: scopeOf(latency, {
        name: "latency.low",
        description: "p25",
        unit: "ms",
        gauge: { dataPoints: [{ asDouble: 5 }] },
      }),
    },
    { source: "extract_percentile_metric(100.0)", error: "call_refused" },
  ],
  create(percentile = 0, suffix = "") {
    if (!(percentile > 0 && percentile < 100)) {
      const expected = "above 0 and below 100";
      throw new Failure("argument_value", { argument: "percentile", expected, found: String(percentile) });
    }
    const name = `p${printedDoubleText(percentile)}`;
    const end = suffix === "" ? `_${name}` : suffix;
    return (metric) => {
      if (metric.kind !== "histogram" && metric.kind !== "exponentialHistogram") return null;
      const { data, ...texts } = metric.read();
      const points = data === undefined ? [] : percentilesOf(data, percentile);
      if (points.length === 0) return null;
      const description = texts.description === "" ? name : `${texts.description} (${name})`;
      metric.append(newMetric({ ...texts, description, name: texts.name + end }, { kind: "gauge", points }));
      return null;
    };
  },
});

function percentilesOf(data: MetricData, percentile: number): readonly NumberPoint[] {
  switch (data.kind) {
    case "histogram":
      return data.points.flatMap((point) => valueAt(point, histogramPercentile(point, percentile)));
    case "exponentialHistogram":
      return data.points.flatMap((point) => valueAt(point, exponentialPercentile(point, percentile)));
    default:
      return [];
  }
}

function valueAt(point: Parameters<typeof numberOf>[0], value: number | undefined): readonly NumberPoint[] {
  return value === undefined ? [] : [numberOf(point, value)];
}
