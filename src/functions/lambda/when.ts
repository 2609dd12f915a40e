import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { lambdaGate } from "../lib/lambda-gate.ts";

export const when = defineFunction({
  kind: "converter",
  name: "When",
  category: "lambda",
  summary: "One of two values, as a condition says; the other is not evaluated.",
  params: [
    param("condition", t.lambda(0, t.bool), "The condition, a lambda without parameters."),
    param("true_value", t.lazy(t.any), "The value where it holds."),
    param("false_value", t.lazy(t.any), "The value where it does not."),
  ],
  returns: t.any,
  since: "0.157.0",
  gate: lambdaGate,
  examples: [
    { source: 'When(() => 1 < 2, "yes", "no")', result: "yes" },
    { source: "When(() => false, 1 / 0, 2)", result: 2n },
    { source: "When(true, 1, 2)", error: "argument_type" },
  ],
  evaluate: (condition, trueValue, falseValue) => (condition() ? trueValue() : falseValue()),
});
