import * as t from "../../core/types.ts";
import type { Value } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";

export const set = defineFunction({
  kind: "editor",
  name: "set",
  category: "editor",
  summary: "Writes a value to a path; nil empties what can be empty.",
  params: [param("target", t.target, "The path."), param("value", t.any, "The value.")],
  returns: t.any,
  since: "0.104.0",
  examples: [
    { source: 'set(attributes["deployment"], "blue")', result: "blue" },
    { source: 'set("attributes", "blue")', error: "argument_type" },
  ],
  evaluate(target, value) {
    target.set(value);
    return null;
  },
  formerly: [
    {
      without: "set_nil_writes",
      create: () => (target: Pick<t.Place, "set">, value: Value) => {
        if (value !== null) target.set(value);
        return null;
      },
    },
  ],
});
