import * as t from "../../core/types.ts";
import { defineFunction, type FunctionDefinition, param } from "../define-function.ts";
import { lambdaGate } from "../lib/lambda-gate.ts";
import { collection, itemsOf } from "../types/collection.ts";

/** `All` is `!Any(not …)`: the first item whose verdict is `decides` decides. */
/* @__NO_SIDE_EFFECTS__ */
function quantifier(
  name: string,
  decides: boolean,
  summary: string,
  examples: FunctionDefinition["examples"],
) {
  return defineFunction({
    kind: "converter",
    name,
    category: "lambda",
    summary,
    params: [
      param("source", collection, "The map or list."),
      param("predicate", t.lambda(2, t.bool), "Gets the key or index and the item, and answers a bool."),
    ],
    returns: t.bool,
    since: "0.157.0",
    gate: lambdaGate,
    examples,
    evaluate(items, predicate) {
      for (const [key, item] of itemsOf(items)) if (predicate(key, item) === decides) return decides;
      return !decides;
    },
  });
}

export const all = quantifier(
  "All",
  false,
  "Whether a predicate holds for every item of a map or list; of none it does.",
  [
    { source: "All([1, 2], (_, item) => item > 0)", result: true },
    { source: 'All({"a": 1}, (key, _) => key == "b")', result: false },
    { source: "All([1], (item) => item > 0)", error: "lambda_arity" },
  ],
);

export const any = quantifier(
  "Any",
  true,
  "Whether a predicate holds for at least one item of a map or list.",
  [
    { source: "Any([1, 2], (_, item) => item > 1)", result: true },
    { source: "Any([], (_, item) => true)", result: false },
    { source: 'Any("a", (_, item) => true)', error: "type_mismatch" },
  ],
);
