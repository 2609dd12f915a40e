import * as t from "../../core/types.ts";
import { MapValue, type Value } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { map } from "../lib/example-values.ts";
import { lambdaGate } from "../lib/lambda-gate.ts";

export const mapKeys = defineFunction({
  kind: "converter",
  name: "MapKeys",
  category: "lambda",
  summary:
    "A map with the keys that a lambda makes of its keys; of equal ones the last item stays, at the first place.",
  params: [
    param("source", t.map, "The map."),
    param("key_mapper", t.lambda(2, t.string), "Gets the key and the item, and answers the new key."),
  ],
  returns: t.map,
  since: "0.157.0",
  gate: lambdaGate,
  examples: [
    { source: 'MapKeys({"a": 1, "b": 2}, (key, _) => ToUpperCase(key))', result: map({ A: 1n, B: 2n }) },
    { source: 'MapKeys({"a": 1, "b": 2}, (_, _) => "x")', result: map({ x: 2n }) },
    { source: 'MapKeys({"a": 1}, (_, item) => item)', error: "type_mismatch" },
  ],
  evaluate(source, keyMapper) {
    const renamed = new Map<string, Value>();
    for (const [key, item] of source.entries()) renamed.set(keyMapper(key, item), item);
    return MapValue.of(renamed);
  },
});
