import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { pointWith } from "../lib/example-values.ts";
import { firstAttribute } from "../lib/first-attribute.ts";

export const hasAttrKeyOnDatapoint = defineFunction({
  kind: "converter",
  name: "HasAttrKeyOnDatapoint",
  category: "filter",
  summary: "Whether a data point of the metric has an attribute.",
  params: [param("key", t.stringLiteral, "The key of the attribute.")],
  returns: t.bool,
  since: "0.104.0",
  contexts: ["metric"],
  only: "filter",
  reads: ["data_points"],
  examples: [
    { source: 'HasAttrKeyOnDatapoint("le")', result: true, data: pointWith("le", "0.5") },
    { source: 'HasAttrKeyOnDatapoint("quantile")', result: false, data: pointWith("le", "0.5") },
    {
      source: 'HasAttrKeyOnDatapoint("le")',
      error: "unknown_metric_type",
      data: { metric: { name: "empty" } },
    },
    { source: "HasAttrKeyOnDatapoint(1)", error: "argument_type" },
  ],
  evaluate: (points, key) => firstAttribute(points, key) !== undefined,
});
