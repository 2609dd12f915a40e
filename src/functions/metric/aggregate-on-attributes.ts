import { Failure } from "../../core/failure.ts";
import type { Metric, RecordMetric } from "../../core/metrics.ts";
import * as t from "../../core/types.ts";
import { defineFunction, type FunctionDefinition, optional, param } from "../define-function.ts";
import { aggregateMetric } from "../lib/aggregate-metric.ts";
import {
  type AggregationRules,
  aggregationOf,
  aggregationToday,
  formerAggregation,
} from "../lib/aggregation.ts";
import { withAttributes } from "../lib/data-point-attributes.ts";
import { attribute, metricWith } from "../lib/example-metrics.ts";

const [ad, cart] = [attribute("service", "ad"), attribute("service", "cart")];
const [a, b] = [attribute("pod", "a"), attribute("pod", "b")];
const pods = metricWith({
  gauge: {
    dataPoints: [
      { attributes: [ad, a], asInt: "1" },
      { attributes: [ad, b], asInt: "2" },
      { attributes: [cart], asInt: "4" },
    ],
  },
});

export const aggregateOnAttributes = defineFunction({
  kind: "editor",
  name: "aggregate_on_attributes",
  category: "metric",
  summary:
    "Makes one of all data points that are the same but for attributes that are not in a list. Of histograms everything is added, whatever the function. In which order the new ones are is random in the reference, and its metadata is lost.",
  params: [
    param("aggregation_function", t.stringLiteral, "`sum`, `mean`, `min`, `max`, `median` or `count`."),
    optional(
      "attributes",
      t.literalListOf(t.stringLiteral),
      "The keys of the attributes that stay, none if the list is empty; without it all do.",
      undefined,
    ),
  ],
  returns: t.any,
  since: "0.106.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'aggregate_on_attributes("sum", attributes=["service"])',
      data: pods,
      leaves: metricWith({
        gauge: {
          dataPoints: [
            { attributes: [ad], asInt: "3" },
            { attributes: [cart], asInt: "4" },
          ],
        },
      }),
    },
    {
      source: 'aggregate_on_attributes("sum")',
      data: metricWith({ summary: {} }),
      error: "metric_unsupported",
    },
    { source: 'aggregate_on_attributes("avg")', error: "call_refused" },
  ],
  create: /* @__PURE__ */ aggregation(aggregationToday),
  formerly: /* @__PURE__ */ formerAggregation((rules) => aggregation(rules) as FunctionDefinition["create"]), // bound to its parameters
});

/* @__NO_SIDE_EFFECTS__ */
function aggregation(rules: AggregationRules) {
  return (name = "", attributes?: Iterable<string>) => {
    const how = aggregationOf(name);
    const kept = attributes && new Set(attributes);
    return (metric: RecordMetric) => {
      if (metric.kind === "summary")
        throw new Failure("metric_unsupported", { name: "aggregate_on_attributes", metric: "a summary" });
      metric.replace(aggregateMetric(keeping(metric.read(), kept), how, rules));
      return null;
    };
  };
}

function keeping(metric: Metric, kept: ReadonlySet<string> | undefined): Metric {
  if (kept === undefined) return metric;
  return withAttributes(metric, (attributes) => attributes.filter((key) => kept.has(key)));
}
