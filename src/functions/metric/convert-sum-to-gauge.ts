import * as t from "../../core/types.ts";
import { defineFunction } from "../define-function.ts";
import { metricWith } from "../lib/example-metrics.ts";

const dataPoints = [{ asInt: "7" }];

export const convertSumToGauge = defineFunction({
  kind: "editor",
  name: "convert_sum_to_gauge",
  category: "metric",
  summary: "Makes a sum a gauge of the same data points; other metrics stay as they are.",
  params: [],
  returns: t.any,
  since: "0.104.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: "convert_sum_to_gauge()",
      data: metricWith({ name: "jobs", sum: { dataPoints, isMonotonic: true } }),
      leaves: metricWith({ name: "jobs", gauge: { dataPoints } }),
    },
  ],
  evaluate(metric) {
    if (metric.kind !== "sum") return null;
    const { data, ...rest } = metric.read();
    metric.replace({ ...rest, data: { kind: "gauge", points: data?.kind === "sum" ? data.points : [] } });
    return null;
  },
});
