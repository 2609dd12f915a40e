import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { lambdaGate } from "../lib/lambda-gate.ts";
import { collection, itemsOf } from "../types/collection.ts";

export const reduce = defineFunction({
  kind: "converter",
  name: "Reduce",
  category: "lambda",
  summary: "What a lambda makes of a seed and every item of a map or list, one after the other.",
  params: [
    param("source", collection, "The map or list."),
    param("seed", t.any, "The first result."),
    param(
      "accumulator",
      t.lambda(3, t.notNil),
      "Gets the result so far, the key or index and the item, and answers the next result.",
    ),
  ],
  returns: t.any,
  since: "0.157.0",
  gate: lambdaGate,
  examples: [
    { source: "Reduce([1, 2, 3], 0, (sum, _, item) => sum + item)", result: 6n },
    { source: 'Reduce({}, "none", (_, key, _) => key)', result: "none" },
    { source: "Reduce([1], 0, (sum, item) => sum)", error: "lambda_arity" },
  ],
  evaluate(source, seed, accumulator) {
    let result = seed;
    for (const [key, item] of itemsOf(source)) result = accumulator(result, key, item);
    return result;
  },
});
