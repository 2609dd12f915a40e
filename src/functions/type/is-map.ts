import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const isMap = defineFunction({
  kind: "converter",
  name: "IsMap",
  category: "type",
  summary: "Whether a value is a map; a literal of another type is refused.",
  params: [param("target", t.isA(t.map), "The value.")],
  returns: t.bool,
  since: "0.104.0",
  examples: [
    { source: "IsMap(attributes)", result: true },
    { source: 'IsMap(attributes["absent"])', result: false },
    { source: 'IsMap("a")', error: "argument_type" },
  ],
  evaluate: (is) => is,
});
