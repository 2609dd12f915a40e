import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { pointWith } from "../lib/example-values.ts";
import { firstAttribute } from "../lib/first-attribute.ts";

export const hasAttrOnDatapoint = defineFunction({
  kind: "converter",
  name: "HasAttrOnDatapoint",
  category: "filter",
  summary: "Whether the first data point of the metric that has an attribute has it with this text.",
  params: [
    param("key", t.stringLiteral, "The key of the attribute."),
    param(
      "expected_val",
      t.stringLiteral,
      "The text; the empty one also stands for values that are no string.",
    ),
  ],
  returns: t.bool,
  since: "0.104.0",
  contexts: ["metric"],
  only: "filter",
  reads: ["data_points"],
  examples: [
    { source: 'HasAttrOnDatapoint("le", "0.5")', result: true, data: pointWith("le", "0.5") },
    { source: 'HasAttrOnDatapoint("le", "1.0")', result: false, data: pointWith("le", "0.5") },
    {
      source: 'HasAttrOnDatapoint("le", "1")',
      error: "unknown_metric_type",
      data: { metric: { name: "empty" } },
    },
    { source: 'HasAttrOnDatapoint("le", 1)', error: "argument_type" },
  ],
  evaluate(points, key, expected) {
    const value = firstAttribute(points, key);
    return value !== undefined && (typeof value === "string" ? value : "") === expected;
  },
});
