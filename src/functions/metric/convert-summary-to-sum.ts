import type { SummaryPoint } from "../../core/metrics.ts";
import * as t from "../../core/types.ts";
import { defineFunction, type FunctionDefinition, optional, param } from "../define-function.ts";
import { metricInScope, scopeOf } from "../lib/example-metrics.ts";
import { newMetric, numberOf } from "../lib/new-metric.ts";
import { temporalityOf } from "../lib/temporality.ts";

export const convertSummaryCountValToSum = /* @__PURE__ */ convertSummary({
  name: "convert_summary_count_val_to_sum",
  what: "counts",
  suffix: "_count",
  read: ({ count }) => BigInt.asIntN(64, count),
  example: { asInt: "8" },
});

export const convertSummarySumValToSum = /* @__PURE__ */ convertSummary({
  name: "convert_summary_sum_val_to_sum",
  what: "sums",
  suffix: "_sum",
  read: ({ sum }) => sum,
  example: { asDouble: 2.5 },
});

interface Summed {
  readonly name: string;
  readonly what: string;
  readonly suffix: string;
  readonly read: (point: SummaryPoint) => bigint | number;
  readonly example: object;
}

/* @__NO_SIDE_EFFECTS__ */
function convertSummary({ name, what, suffix, read, example }: Summed): FunctionDefinition {
  const summary = { name: "latency", unit: "ms", summary: { dataPoints: [{ count: "8", sum: 2.5 }] } };
  return defineFunction({
    kind: "editor",
    name,
    category: "metric",
    summary: `Adds a sum of the ${what} of all data points of the summary to the scope, each time that it runs on one of them.`,
    params: [
      param("string_agg_temp", t.stringLiteral, 'The aggregation temporality, "delta" or "cumulative".'),
      param("monotonic", t.boolLiteral, "Whether the sum only grows."),
      optional("suffix", t.stringLiteral, "What follows the name of the summary.", suffix, "0.129.0"),
    ],
    returns: t.any,
    since: "0.104.0",
    contexts: ["datapoint"],
    only: "transform",
    metric: true,
    examples: [
      {
        source: `${name}("cumulative", true, suffix="_total")`,
        data: metricInScope(summary),
        leaves: scopeOf(summary, {
          name: "latency_total",
          unit: "ms",
          sum: { dataPoints: [example], aggregationTemporality: 2, isMonotonic: true },
        }),
      },
      { source: `${name}("total", true)`, error: "call_refused" },
    ],
    create(temporalityName = "", isMonotonic = false, end = suffix) {
      const temporality = temporalityOf(temporalityName);
      return (metric) => {
        if (metric.kind !== "summary") return null;
        const { data, ...texts } = metric.read();
        const summaries = data?.kind === "summary" ? data.points : [];
        const points = summaries.map((point) => numberOf(point, read(point)));
        metric.append(
          newMetric({ ...texts, name: texts.name + end }, { kind: "sum", points, temporality, isMonotonic }),
        );
        return null;
      };
    },
  });
}
