import { Failure } from "../../core/failure.ts";
import { toLower, toUpper } from "../../core/letter-case.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { camelCase, snakeCase } from "../lib/word-case.ts";

export const convertCase = defineFunction({
  kind: "converter",
  name: "ConvertCase",
  category: "string",
  summary: "A string in upper, lower, snake or camel case.",
  params: [
    param("target", t.string, "The string."),
    param("to_case", t.stringLiteral, "`lower`, `upper`, `snake` or `camel` (with a capital at the begin)."),
  ],
  returns: t.string,
  since: "0.104.0",
  examples: [
    { source: 'ConvertCase("responseTotal", "snake")', result: "response_total" },
    { source: 'ConvertCase("response_total", "camel")', result: "ResponseTotal" },
    { source: 'ConvertCase("Straße", "upper")', result: "STRAßE" },
    { source: 'ConvertCase("Ärger", "lower")', result: "ärger" },
    { source: 'ConvertCase("a", "title")', error: "call_refused" },
    { source: 'ConvertCase(attributes["absent"], "lower")', error: "type_mismatch" },
    { source: 'ConvertCase(1, "lower")', error: "argument_type" },
  ],
  create: (_, toCase = "") => converterTo(toCase),
});

function converterTo(name: string): (text: string) => string {
  switch (name) {
    case "lower":
      return toLower;
    case "upper":
      return toUpper;
    case "snake":
      return snakeCase;
    case "camel":
      return camelCase;
    default:
      throw new Failure("argument_value", {
        argument: "to_case",
        expected: '"lower", "upper", "snake" or "camel"',
        found: JSON.stringify(name),
      });
  }
}
