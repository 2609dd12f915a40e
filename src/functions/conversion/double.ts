import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const double = defineFunction({
  kind: "converter",
  name: "Double",
  category: "conversion",
  summary: "The number that a value says; nil of nil.",
  params: [param("target", t.doubleLike, "The value.")],
  returns: t.nilable(t.double),
  since: "0.104.0",
  examples: [
    { source: 'Double("1.5e3")', result: 1500 },
    { source: "Double(7)", result: 7 },
    { source: "Double(false)", result: 0 },
    { source: "Double(nil)", result: null },
    { source: 'Double("1,5")', error: "argument_refused" },
  ],
  evaluate: (value) => value,
});
