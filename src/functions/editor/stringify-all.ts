import { dataText } from "../../core/text.ts";
import * as t from "../../core/types.ts";
import { MapValue } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";

export const stringifyAll = defineFunction({
  kind: "editor",
  name: "stringify_all",
  category: "editor",
  summary: "Makes a text of every value of a map.",
  params: [param("target", t.place(t.map), "The path of the map.")],
  returns: t.any,
  since: "0.155.0",
  examples: [
    { source: "stringify_all(attributes)", result: null },
    { source: 'stringify_all({"a": 1})', error: "argument_type" },
  ],
  evaluate(target) {
    const { keys, values } = target.get();
    target.set(
      new MapValue(
        keys,
        values.map((value) => dataText(value)),
      ),
    );
    return null;
  },
});
