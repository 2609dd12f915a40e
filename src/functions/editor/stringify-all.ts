import { dataText } from "../../core/text.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { map, resourceWith } from "../lib/example-values.ts";

export const stringifyAll = defineFunction({
  kind: "editor",
  name: "stringify_all",
  category: "editor",
  summary: "Makes a text of every value of a map.",
  params: [param("target", t.place(t.map), "The path of the map.")],
  returns: t.any,
  since: "0.155.0",
  examples: [
    {
      source: "stringify_all(attributes)",
      result: map({ a: "1", tags: '["blue"]' }),
      data: resourceWith({ a: 1, tags: ["blue"] }),
    },
    { source: 'stringify_all({"a": 1})', error: "argument_type" },
  ],
  evaluate(target) {
    target.set(target.get().mapValues((value) => dataText(value)));
    return null;
  },
});
