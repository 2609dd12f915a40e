import { compareValues } from "../../core/compare.ts";
import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { byteLength, hasByteEscape, toByteString } from "../../core/utf8.ts";
import { typeNameOf } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";

export const index = defineFunction({
  kind: "converter",
  name: "Index",
  category: "collection",
  summary: "Where a text is in a string, in bytes, or a value in a list; -1 where it is not.",
  params: [
    param("target", t.any, "The string or the list to search."),
    param("value", t.any, "What to look for: in a string, a string."),
  ],
  returns: t.int,
  since: "0.134.0",
  examples: [
    { source: 'Index("response_total", "_")', result: 8n },
    { source: 'Index("né_e", "_")', result: 3n },
    { source: "Index([1, 2.0], 2)", result: 1n },
    { source: 'Index(["a"], "b")', result: -1n },
    { source: 'Index("a1", 1)', error: "argument_value" },
    { source: 'Index(attributes["absent"], "a")', error: "type_mismatch" },
  ],
  evaluate(target, value) {
    if (typeof target !== "string") {
      return BigInt(t.list.narrow(target).items.findIndex((item) => compareValues("==", item, value)));
    }
    if (typeof value === "string") return BigInt(byteIndex(target, value));
    throw new Failure("argument_value", {
      argument: "value",
      expected: "a string where target is one",
      found: typeNameOf(value),
    });
  },
});

function byteIndex(text: string, part: string): number {
  if (hasByteEscape(part)) return toByteString(text).indexOf(toByteString(part));
  const found = text.indexOf(part);
  return found <= 0 ? found : byteLength(text.slice(0, found));
}
