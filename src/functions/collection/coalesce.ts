import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const coalesce = defineFunction({
  kind: "converter",
  name: "Coalesce",
  category: "collection",
  summary: "The first value of a list that is not nil, or nil; what comes after it is not evaluated.",
  params: [param("values", t.literalListOf(t.any, 1), "The values to try, at least one.")],
  returns: t.any,
  since: "0.150.0",
  examples: [
    { source: 'Coalesce([attributes["absent"], "none"])', result: "none" },
    { source: "Coalesce([nil, 1, Len(1)])", result: 1n },
    { source: "Coalesce([nil])", result: null },
    { source: "Coalesce(nil)", error: "argument_type" },
  ],
  evaluate(values) {
    for (const value of values) if (value !== null) return value;
    return null;
  },
});
