import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const isBool = defineFunction({
  kind: "converter",
  name: "IsBool",
  category: "type",
  summary: "Whether a value is a bool; a literal of another type is refused.",
  params: [param("target", t.isA(t.bool), "The value.")],
  returns: t.bool,
  since: "0.104.0",
  examples: [
    { source: "IsBool(true)", result: true },
    { source: 'IsBool(attributes["absent"])', result: false },
    { source: 'IsBool("true")', error: "argument_type" },
  ],
  evaluate: (is) => is,
});
