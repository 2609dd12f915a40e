import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { ListValue, MapValue, typeNameOf } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { list, map } from "../lib/example-values.ts";
import { parseJson } from "../lib/parse-json.ts";

export const parseJSON = defineFunction({
  kind: "converter",
  name: "ParseJSON",
  category: "conversion",
  summary: "The map or the list that a JSON text says; every number becomes a double.",
  params: [param("target", t.string, "The JSON text of an object or an array.")],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: 'ParseJSON("{\\"a\\": [1, null]}")',
      result: map({ a: list([1, null]) }),
    },
    { source: 'ParseJSON("[true]")', result: list([true]) },
    { source: 'ParseJSON("1")', error: "json_not_container" },
    { source: 'ParseJSON("{")', error: "invalid_json" },
    { source: 'ParseJSON(attributes["absent"])', error: "type_mismatch" },
  ],
  evaluate(target) {
    const value = parseJson(target);
    if (value instanceof MapValue || value instanceof ListValue) return value;
    throw new Failure("json_not_container", { type: typeNameOf(value) });
  },
});
