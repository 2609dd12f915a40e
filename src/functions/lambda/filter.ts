import * as t from "../../core/types.ts";
import { ListValue, MapValue } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { list, map } from "../lib/example-values.ts";
import { lambdaGate } from "../lib/lambda-gate.ts";
import { collection } from "../types/collection.ts";

export const filter = defineFunction({
  kind: "converter",
  name: "Filter",
  category: "lambda",
  summary: "The items of a map or list for which a predicate holds.",
  params: [
    param("source", collection, "The map or list."),
    param("predicate", t.lambda(2, t.bool), "Gets the key or index and the item, and answers a bool."),
  ],
  returns: collection,
  since: "0.157.0",
  gate: lambdaGate,
  examples: [
    { source: "Filter([1, 2, 3], (index, item) => index > 0 and item < 3)", result: list([2n]) },
    { source: 'Filter({"a": 1, "b": 2}, (key, _) => key != "a")', result: map({ b: 2n }) },
    { source: "Filter([1], (_, item) => item)", error: "type_mismatch" },
  ],
  evaluate(source, predicate) {
    if (source instanceof MapValue) {
      return MapValue.of([...source.entries()].filter(([key, item]) => predicate(key, item)));
    }
    return new ListValue(
      source.items.filter((item, index) => predicate(BigInt(index), item)),
      "slice",
    );
  },
});
