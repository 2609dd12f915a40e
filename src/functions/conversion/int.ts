import { parseInt64 } from "../../core/number-text.ts";
import * as t from "../../core/types.ts";
import type { Value } from "../../core/values.ts";
import { before, defineFunction, param } from "../define-function.ts";

const lenient: t.Type<bigint | null> = { ...t.intLike, narrow };

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
  formerly: [
    before("int_needs_number", {
      params: [param("target", lenient, "The value; a text that says no whole number is nil.")],
      evaluate: (value) => value,
    }),
  ],
});

/** The number of a text that says one, nil of others. */
function narrow(value: Value): bigint | null {
  if (typeof value !== "string") return t.intLike.narrow(value);
  const number = parseInt64(value);
  return typeof number === "bigint" ? number : null;
}
