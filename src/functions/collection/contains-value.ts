import { compareValues } from "../../core/compare.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const containsValue = defineFunction({
  kind: "converter",
  name: "ContainsValue",
  category: "collection",
  summary: "Whether an item of a list equals a value; an int and a double may be equal.",
  params: [param("target", t.list, "The list."), param("item", t.any, "The value to look for.")],
  returns: t.bool,
  since: "0.129.0",
  examples: [
    { source: 'ContainsValue(["a", "b"], "b")', result: true },
    { source: "ContainsValue([1.0], 1)", result: true },
    { source: "ContainsValue([1, 2], nil)", result: false },
    { source: 'ContainsValue(attributes["absent"], 1)', error: "type_mismatch" },
    { source: 'ContainsValue("abc", "a")', error: "argument_type" },
  ],
  evaluate: (target, item) => target.items.some((own) => compareValues("==", own, item)),
});
