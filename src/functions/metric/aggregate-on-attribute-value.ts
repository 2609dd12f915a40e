import type { RecordMetric } from "../../core/metrics.ts";
import * as t from "../../core/types.ts";
import type { MapValue } from "../../core/values.ts";
import { defineFunction, type FunctionDefinition, param } from "../define-function.ts";
import { aggregateMetric } from "../lib/aggregate-metric.ts";
import {
  type AggregationRules,
  aggregationOf,
  aggregationToday,
  formerAggregation,
} from "../lib/aggregation.ts";
import { withAttributes } from "../lib/data-point-attributes.ts";
import { attribute, metricWith } from "../lib/example-metrics.ts";
import { withEntry } from "../lib/with-entry.ts";

export const aggregateOnAttributeValue = defineFunction({
  kind: "editor",
  name: "aggregate_on_attribute_value",
  category: "metric",
  summary:
    "Gives an attribute one value in place of several, and makes one of all data points that are then the same. Of histograms everything is added, whatever the function. In which order the new ones are is random in the reference, and its metadata is lost, as are the data points of summaries.",
  params: [
    param("aggregation_function", t.stringLiteral, "`sum`, `mean`, `min`, `max`, `median` or `count`."),
    param("attribute", t.stringLiteral, "The key of the attribute."),
    param(
      "values",
      t.literalListOf(t.stringLiteral),
      "The values in whose place the new one comes; the empty one also stands for all that are no string.",
    ),
    param("new_value", t.stringLiteral, "The new value."),
  ],
  returns: t.any,
  since: "0.109.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'aggregate_on_attribute_value("sum", "code", ["500", "503"], "5xx")',
      data: metricWith({
        gauge: {
          dataPoints: [
            { attributes: [attribute("code", "500")], asInt: "1" },
            { attributes: [attribute("code", "503")], asInt: "2" },
            { attributes: [attribute("code", "404")], asInt: "4" },
          ],
        },
      }),
      leaves: metricWith({
        gauge: {
          dataPoints: [
            { attributes: [attribute("code", "5xx")], asInt: "3" },
            { attributes: [attribute("code", "404")], asInt: "4" },
          ],
        },
      }),
    },
    { source: 'aggregate_on_attribute_value("avg", "code", ["500"], "5xx")', error: "call_refused" },
  ],
  create: /* @__PURE__ */ aggregation(aggregationToday),
  formerly: /* @__PURE__ */ formerAggregation((rules) => aggregation(rules) as FunctionDefinition["create"]), // bound to its parameters
});

/* @__NO_SIDE_EFFECTS__ */
function aggregation(rules: AggregationRules) {
  return (name = "", key = "", values: Iterable<string> = [], value = "") => {
    const how = aggregationOf(name);
    const replaced = new Set(values);
    const replace = (attributes: MapValue): MapValue => {
      const found = attributes.get(key);
      const text = typeof found === "string" ? found : "";
      return found === undefined || !replaced.has(text) ? attributes : withEntry(attributes, key, value);
    };
    return (metric: RecordMetric) => {
      metric.replace(aggregateMetric(withAttributes(metric.read(), replace), how, rules));
      return null;
    };
  };
}
