import { toLower } from "../../core/letter-case.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const toLowerCase = defineFunction({
  kind: "converter",
  name: "ToLowerCase",
  category: "string",
  summary: "A string with each letter in lower case.",
  params: [param("target", t.string, "The string.")],
  returns: t.string,
  since: "0.120.0",
  examples: [
    { source: 'ToLowerCase("ΣΟΦΟΣ")', result: "σοφοσ" },
    { source: 'ToLowerCase(attributes["absent"])', error: "type_mismatch" },
    { source: "ToLowerCase(1)", error: "argument_type" },
  ],
  evaluate: toLower,
});
