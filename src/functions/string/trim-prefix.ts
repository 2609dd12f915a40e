import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { withoutPrefix } from "../lib/byte-affix.ts";

export const trimPrefix = defineFunction({
  kind: "converter",
  name: "TrimPrefix",
  category: "string",
  summary: "A string without the text that it begins with; one that begins otherwise stays as it is.",
  params: [
    param("target", t.string, "The string."),
    param("prefix", t.string, "What is taken off the begin, once."),
  ],
  returns: t.string,
  since: "0.141.0",
  examples: [
    { source: 'TrimPrefix("http.route", "http.")', result: "route" },
    { source: 'TrimPrefix("http.route", "route")', result: "http.route" },
    { source: 'TrimPrefix(attributes["absent"], "a")', error: "type_mismatch" },
    { source: 'TrimPrefix(1, "a")', error: "argument_type" },
  ],
  evaluate: withoutPrefix,
});
