import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const isDouble = defineFunction({
  kind: "converter",
  name: "IsDouble",
  category: "type",
  summary: "Whether a value is a double; a literal of another type is refused.",
  params: [param("target", t.isA(t.double), "The value.")],
  returns: t.bool,
  since: "0.104.0",
  examples: [
    { source: "IsDouble(1.0)", result: true },
    { source: 'IsDouble(attributes["absent"])', result: false },
    { source: "IsDouble(1)", error: "argument_type" },
  ],
  evaluate: (is) => is,
});
