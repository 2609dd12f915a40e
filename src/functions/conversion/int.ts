import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const int = defineFunction({
  kind: "converter",
  name: "Int",
  category: "conversion",
  summary:
    "The whole number that a value says, cut off toward zero; nil of nil. What does not fit becomes the lowest int.",
  params: [param("target", t.intLike, "The value.")],
  returns: t.nilable(t.int),
  since: "0.104.0",
  examples: [
    { source: 'Int("42")', result: 42n },
    { source: "Int(-2.9)", result: -2n },
    { source: "Int(true)", result: 1n },
    { source: "Int(nil)", result: null },
    { source: 'Int("4.2")', error: "argument_refused" },
  ],
  evaluate: (value) => value,
});
