import type { NumberPoint, SummaryPoint } from "../../core/metrics.ts";
import * as t from "../../core/types.ts";
import { defineFunction, optional } from "../define-function.ts";
import { metricInScope, scopeOf } from "../lib/example-metrics.ts";
import { newMetric, numberOf } from "../lib/new-metric.ts";
import { withEntry } from "../lib/with-entry.ts";

const summary = {
  name: "latency",
  unit: "ms",
  summary: { dataPoints: [{ quantileValues: [{ quantile: 0.99, value: 12.5 }] }] },
};

export const convertSummaryQuantileValToGauge = defineFunction({
  kind: "editor",
  name: "convert_summary_quantile_val_to_gauge",
  category: "metric",
  summary: "Adds a gauge of the values at all quantiles of the summary to the scope.",
  params: [
    optional(
      "attribute_key",
      t.stringLiteral,
      "The attribute that tells the quantile of a value.",
      "quantile",
    ),
    optional("suffix", t.stringLiteral, "What follows the name of the summary.", ".quantiles"),
  ],
  returns: t.any,
  since: "0.132.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'convert_summary_quantile_val_to_gauge(attribute_key="q", suffix=".at")',
      data: metricInScope(summary),
      leaves: scopeOf(summary, {
        name: "latency.at",
        unit: "ms",
        gauge: {
          dataPoints: [{ attributes: [{ key: "q", value: { doubleValue: 0.99 } }], asDouble: 12.5 }],
        },
      }),
    },
    { source: "convert_summary_quantile_val_to_gauge(1)", error: "argument_type" },
  ],
  create:
    (key = "quantile", suffix = ".quantiles") =>
    (metric) => {
      if (metric.kind !== "summary") return null;
      const { data, ...texts } = metric.read();
      const summaries = data?.kind === "summary" ? data.points : [];
      const points = summaries.flatMap((point) => quantilesOf(point, key));
      metric.append(newMetric({ ...texts, name: texts.name + suffix }, { kind: "gauge", points }));
      return null;
    },
});

function quantilesOf(point: SummaryPoint, key: string): NumberPoint[] {
  return point.quantiles.map(({ quantile, value }) => {
    const attributes = withEntry(point.attributes, key, quantile);
    return numberOf({ ...point, attributes }, value);
  });
}
