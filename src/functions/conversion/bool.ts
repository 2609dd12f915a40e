import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const bool = defineFunction({
  kind: "converter",
  name: "Bool",
  category: "conversion",
  summary:
    "The truth that a value says: of a number whether it is not 0, of a string what `true`, `t`, `1`, `false`, `f` or `0` say; nil of nil.",
  params: [param("target", t.boolLike, "The value.")],
  returns: t.nilable(t.bool),
  since: "0.143.0",
  examples: [
    { source: 'Bool("T")', result: true },
    { source: "Bool(0.0)", result: false },
    { source: "Bool(nil)", result: null },
    { source: 'Bool("yes")', error: "argument_refused" },
  ],
  evaluate: (value) => value,
});
