import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const isInt = defineFunction({
  kind: "converter",
  name: "IsInt",
  category: "type",
  summary: "Whether a value is an int; a literal of another type is refused.",
  params: [param("target", t.isA(t.int), "The value.")],
  returns: t.bool,
  since: "0.104.0",
  examples: [
    { source: "IsInt(1)", result: true },
    { source: 'IsInt(attributes["absent"])', result: false },
    { source: 'IsInt("1")', error: "argument_type" },
  ],
  evaluate: (is) => is,
});
