import * as t from "../../core/types.ts";
import { ListValue } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { list } from "../lib/example-values.ts";

export const keys = defineFunction({
  kind: "converter",
  name: "Keys",
  category: "collection",
  summary: "The keys of a map as a list of strings, in their order.",
  params: [param("target", t.map, "The map.")],
  returns: t.list,
  since: "0.130.0",
  examples: [
    { source: 'Keys({"a": 1, "b": 2})', result: list(["a", "b"]) },
    { source: 'Keys(attributes["absent"])', error: "type_mismatch" },
    { source: "Keys([1])", error: "argument_type" },
  ],
  evaluate: (target) => new ListValue(target.keys, "slice"),
});
