import * as t from "../../core/types.ts";
import { ListValue } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { list } from "../lib/example-values.ts";

export const values = defineFunction({
  kind: "converter",
  name: "Values",
  category: "collection",
  summary: "The values of a map as a list, in the order of the keys.",
  params: [param("target", t.map, "The map.")],
  returns: t.list,
  since: "0.131.0",
  examples: [
    { source: 'Values({"a": 1, "b": "x"})', result: list([1n, "x"]) },
    { source: 'Values(attributes["absent"])', error: "type_mismatch" },
    { source: 'Values("a")', error: "argument_type" },
  ],
  evaluate: (target) => new ListValue(target.values, "slice"),
});
