import { normalised } from "../../core/data.ts";
import * as t from "../../core/types.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { lambdaGate } from "../lib/lambda-gate.ts";
import { collection, itemsOf } from "../types/collection.ts";

export const find = defineFunction({
  kind: "converter",
  name: "Find",
  category: "lambda",
  summary:
    "The first item of a map or list for which a predicate holds, or what a lambda makes of it; nil without one.",
  params: [
    param("source", collection, "The map or list."),
    param("predicate", t.lambda(2, t.bool), "Gets the key or index and the item, and answers a bool."),
    optional(
      "mapper",
      t.lambda(2, t.notNil),
      "Gets the key or index and the item, and answers the result.",
      undefined,
    ),
  ],
  returns: t.any,
  since: "0.157.0",
  gate: lambdaGate,
  examples: [
    { source: "Find([1, 2, 3], (_, item) => item > 1)", result: 2n },
    { source: 'Find({"a": 1}, (_, item) => item == 1, mapper=(key, _) => key)', result: "a" },
    { source: "Find([1], (_, item) => item > 1)", result: null },
    { source: "Find([1], 1)", error: "argument_type" },
  ],
  evaluate(source, predicate, mapper) {
    for (const [key, item] of itemsOf(source)) {
      if (predicate(key, item)) return mapper === undefined ? item : normalised(mapper(key, item));
    }
    return null;
  },
});
