import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";

export const isValidLuhn = defineFunction({
  kind: "converter",
  name: "IsValidLuhn",
  category: "string",
  summary:
    "Whether the digits of a text end in the check digit of Luhn's algorithm, as those of payment cards do.",
  params: [param("target", t.stringLike, "The digits; spaces between them do not count.")],
  returns: t.bool,
  since: "0.122.0",
  examples: [
    { source: 'IsValidLuhn("4539 1488 0343 6467")', result: true },
    { source: "IsValidLuhn(4539148803436468)", result: false },
    { source: 'IsValidLuhn("")', result: false },
    { source: 'IsValidLuhn("12a")', error: "argument_value" },
    { source: 'IsValidLuhn(attributes["absent"])', error: "argument_value" },
  ],
  evaluate(target) {
    const digits = target?.replaceAll(" ", "");
    if (digits === undefined || !/^[0-9]*$/.test(digits)) {
      const found = digits === undefined ? "nil" : "other characters";
      throw new Failure("argument_value", { argument: "target", expected: "digits and spaces", found });
    }
    return digits !== "" && luhnSum(digits) % 10 === 0;
  },
});

/** The sum of all digits, every second from the end doubled and reduced to one digit. */
function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = digits.length - 1, doubled = false; i >= 0; i--, doubled = !doubled) {
    const digit = digits.charCodeAt(i) - 0x30;
    sum += doubled && digit < 9 ? (2 * digit) % 9 : digit;
  }
  return sum;
}
