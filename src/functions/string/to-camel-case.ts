import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { camelCase } from "../lib/word-case.ts";

export const toCamelCase = defineFunction({
  kind: "converter",
  name: "ToCamelCase",
  category: "string",
  summary:
    "A string in camel case, its first letter a capital; what is no ASCII letter or digit is left out.",
  params: [param("target", t.string, "The string.")],
  returns: t.string,
  since: "0.120.0",
  examples: [
    { source: 'ToCamelCase("http.response_status")', result: "HttpResponseStatus" },
    { source: 'ToCamelCase("HTTP2xx")', result: "Http2Xx" },
    { source: 'ToCamelCase(attributes["absent"])', error: "type_mismatch" },
    { source: "ToCamelCase(1)", error: "argument_type" },
  ],
  evaluate: camelCase,
});
