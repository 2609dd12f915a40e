import { toHex } from "../../core/bytes.ts";
import { requireTextLength } from "../../core/text-length.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const hex = defineFunction({
  kind: "converter",
  name: "Hex",
  category: "encoding",
  summary: "The bytes of a value in hexadecimal; numbers have eight bytes, nil has none.",
  params: [param("target", t.bytesLike, "Bytes, a string, a number or a bool.")],
  returns: t.string,
  since: "0.105.0",
  examples: [
    { source: 'Hex("né")', result: "6ec3a9" },
    { source: "Hex(255)", result: "00000000000000ff" },
    { source: "Hex(1.0)", result: "3ff0000000000000" },
    { source: 'Hex(attributes["absent"])', result: "" },
    { source: "Hex([1])", error: "argument_type" },
  ],
  evaluate(target) {
    if (target === null) return "";
    requireTextLength(2 * target.length);
    return toHex(target);
  },
});
