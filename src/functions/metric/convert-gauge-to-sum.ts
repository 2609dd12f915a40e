import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { metricWith } from "../lib/example-metrics.ts";
import { temporalityOf } from "../lib/temporality.ts";

const dataPoints = [{ asDouble: 1.5 }];

export const convertGaugeToSum = defineFunction({
  kind: "editor",
  name: "convert_gauge_to_sum",
  category: "metric",
  summary: "Makes a gauge a sum of the same data points; other metrics stay as they are.",
  params: [
    param("string_agg_temp", t.stringLiteral, 'The aggregation temporality, "delta" or "cumulative".'),
    param("monotonic", t.boolLiteral, "Whether the sum only grows."),
  ],
  returns: t.any,
  since: "0.104.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'convert_gauge_to_sum("delta", true)',
      data: metricWith({ name: "jobs", gauge: { dataPoints } }),
      leaves: metricWith({ name: "jobs", sum: { dataPoints, aggregationTemporality: 1, isMonotonic: true } }),
    },
    { source: 'convert_gauge_to_sum("total", true)', error: "call_refused" },
  ],
  create(name = "", isMonotonic = false) {
    const temporality = temporalityOf(name);
    return (metric) => {
      if (metric.kind !== "gauge") return null;
      const { data, ...rest } = metric.read();
      const points = data?.kind === "gauge" ? data.points : [];
      metric.replace({ ...rest, data: { kind: "sum", points, temporality, isMonotonic } });
      return null;
    };
  },
});
