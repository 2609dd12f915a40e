import { Failure } from "../../core/failure.ts";
import { printedDoubleText } from "../../core/number-text.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { naturalLogarithm } from "../lib/natural-logarithm.ts";

export const log = defineFunction({
  kind: "converter",
  name: "Log",
  category: "conversion",
  summary: "The natural logarithm of a number.",
  params: [param("target", t.doubleLike, "The number, greater than 0, or a text that says one.")],
  returns: t.double,
  since: "0.104.0",
  examples: [
    { source: "Log(1)", result: 0 },
    { source: 'Log("2.718281828459045")', result: 1 },
    { source: "Log(0)", error: "argument_value" },
    { source: 'Log(attributes["absent"])', error: "argument_value" },
    { source: 'Log("x")', error: "argument_refused" },
  ],
  evaluate(target) {
    if (target === null || target <= 0) {
      const found = target === null ? "nil" : printedDoubleText(target);
      throw new Failure("argument_value", { argument: "target", expected: "a number greater than 0", found });
    }
    return naturalLogarithm(target);
  },
});
