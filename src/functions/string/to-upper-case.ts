import { toUpper } from "../../core/letter-case.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const toUpperCase = defineFunction({
  kind: "converter",
  name: "ToUpperCase",
  category: "string",
  summary: "A string with each letter in upper case.",
  params: [param("target", t.string, "The string.")],
  returns: t.string,
  since: "0.120.0",
  examples: [
    { source: 'ToUpperCase("straße")', result: "STRAßE" },
    { source: 'ToUpperCase(attributes["absent"])', error: "type_mismatch" },
    { source: "ToUpperCase(1)", error: "argument_type" },
  ],
  evaluate: toUpper,
});
