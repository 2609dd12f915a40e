import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const string = defineFunction({
  kind: "converter",
  name: "String",
  category: "conversion",
  summary: "The text of a value: lists, maps and times as JSON, bytes in hexadecimal, nil of nil.",
  params: [param("target", t.stringLike, "The value.")],
  returns: t.nilable(t.string),
  since: "0.104.0",
  examples: [
    { source: "String(1.0)", result: "1" },
    { source: 'String(["a", 1, nil])', result: '["a",1,null]' },
    { source: "String(0x0aff)", result: "0aff" },
    { source: "String(nil)", result: null },
    { source: 'String(attributes["absent"] + 1)', error: "operand_type" },
  ],
  evaluate: (value) => value,
});
