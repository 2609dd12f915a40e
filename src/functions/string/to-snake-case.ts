import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { snakeCase } from "../lib/word-case.ts";

export const toSnakeCase = defineFunction({
  kind: "converter",
  name: "ToSnakeCase",
  category: "string",
  summary: "A string in snake case; only ASCII letters change.",
  params: [param("target", t.string, "The string.")],
  returns: t.string,
  since: "0.120.0",
  examples: [
    { source: 'ToSnakeCase("HTTPResponse-Status2")', result: "http_response_status_2" },
    { source: 'ToSnakeCase(attributes["absent"])', error: "type_mismatch" },
    { source: "ToSnakeCase(1)", error: "argument_type" },
  ],
  evaluate: snakeCase,
});
