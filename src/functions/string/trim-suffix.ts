import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { withoutSuffix } from "../lib/byte-affix.ts";

export const trimSuffix = defineFunction({
  kind: "converter",
  name: "TrimSuffix",
  category: "string",
  summary: "A string without the text that it ends with; one that ends otherwise stays as it is.",
  params: [
    param("target", t.string, "The string."),
    param("suffix", t.string, "What is taken off the end, once."),
  ],
  returns: t.string,
  since: "0.141.0",
  examples: [
    { source: 'TrimSuffix("response_total", "_total")', result: "response" },
    { source: 'TrimSuffix("response_total", "response")', result: "response_total" },
    { source: 'TrimSuffix(attributes["absent"], "a")', error: "type_mismatch" },
    { source: 'TrimSuffix(1, "a")', error: "argument_type" },
  ],
  evaluate: withoutSuffix,
});
