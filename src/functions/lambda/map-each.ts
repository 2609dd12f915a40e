import { copied } from "../../core/data.ts";
import * as t from "../../core/types.ts";
import { ListValue, MapValue } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { list, map } from "../lib/example-values.ts";
import { lambdaGate } from "../lib/lambda-gate.ts";
import { collection } from "../types/collection.ts";

export const mapEach = defineFunction({
  kind: "converter",
  name: "MapEach",
  category: "lambda",
  summary: "A map or list with what a lambda makes of each item.",
  params: [
    param("source", collection, "The map or list."),
    param("mapper", t.lambda(2, t.notNil), "Gets the key or index and the item, and answers the new item."),
  ],
  returns: collection,
  since: "0.157.0",
  gate: lambdaGate,
  examples: [
    { source: "MapEach([1, 2], (_, item) => item * 10)", result: list([10n, 20n]) },
    { source: 'MapEach({"a": 1}, (key, item) => Concat([key, item], "="))', result: map({ a: "a=1" }) },
    { source: "MapEach([1], () => 1)", error: "lambda_arity" },
  ],
  evaluate(source, mapper) {
    if (source instanceof MapValue) {
      return new MapValue(
        source.keys,
        source.keys.map((key, i) => copied(mapper(key, source.values[i] ?? null))),
      );
    }
    return new ListValue(
      source.items.map((item, index) => copied(mapper(BigInt(index), item))),
      "slice",
    );
  },
});
