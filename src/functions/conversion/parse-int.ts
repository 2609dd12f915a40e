import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { readInteger } from "../lib/read-integer.ts";

export const parseInteger = defineFunction({
  kind: "converter",
  name: "ParseInt",
  category: "conversion",
  summary: "The whole number that a string says in a base.",
  params: [
    param("target", t.string, "The digits, with a sign if any."),
    param("base", t.int, "2 to 36; 0 takes the base from a prefix: `0b`, `0o` or `0`, `0x`."),
  ],
  returns: t.int,
  since: "0.130.0",
  examples: [
    { source: 'ParseInt("ff", 16)', result: 255n },
    { source: 'ParseInt("-0b1_01", 0)', result: -5n },
    { source: 'ParseInt("12", 2)', error: "unreadable_text" },
    { source: 'ParseInt("9223372036854775808", 10)', error: "number_out_of_range" },
    { source: 'ParseInt("1", 37)', error: "argument_value" },
    { source: 'ParseInt(attributes["absent"], 10)', error: "type_mismatch" },
    { source: 'ParseInt("1", "10")', error: "argument_type" },
  ],
  evaluate(target, base) {
    if (base < 0n || base === 1n || base > 36n) {
      throw new Failure("argument_value", {
        argument: "base",
        expected: "0 or 2 to 36",
        found: String(base),
      });
    }
    const result = readInteger(target, Number(base));
    if (result === "syntax") throw new Failure("unreadable_text", { type: "int", text: target });
    if (result === "range") throw new Failure("number_out_of_range", { type: "int", text: target });
    return result;
  },
});
