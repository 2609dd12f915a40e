import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const isString = defineFunction({
  kind: "converter",
  name: "IsString",
  category: "type",
  summary: "Whether a value is a string; a literal of another type is refused.",
  params: [param("target", t.isA(t.string), "The value.")],
  returns: t.bool,
  since: "0.104.0",
  examples: [
    { source: 'IsString("a")', result: true },
    { source: 'IsString(attributes["absent"])', result: false },
    { source: "IsString(1)", error: "argument_type" },
  ],
  evaluate: (is) => is,
});
