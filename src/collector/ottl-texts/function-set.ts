import * as t from "../../core/types.ts";
import { defineFunction, type FunctionDefinition } from "../../functions/define-function.ts";
import { filterFunctions, standardFunctions, transformFunctions } from "../../functions/index.ts";

/** The functions that a component offers. */
export type FunctionSetName = "converters" | "filter" | "standard" | "transform" | "routing";

const route = defineFunction({
  kind: "editor",
  name: "route",
  category: "editor",
  summary: "Sends what meets the condition of a statement to the pipelines of its row in the table.",
  params: [],
  returns: t.any,
  since: "0.104.0",
  examples: [{ source: "route()", result: null }],
  evaluate: () => null,
});

const converters = standardFunctions.filter(({ kind }) => kind === "converter");
const deletions = standardFunctions.filter(({ name }) => /^delete_(?:matching_)?keys?$/.test(name));

const sets: Readonly<Record<FunctionSetName, readonly FunctionDefinition[]>> = {
  converters,
  filter: [...converters, ...filterFunctions],
  standard: standardFunctions,
  transform: [...standardFunctions, ...transformFunctions],
  routing: [...converters, ...deletions, route],
};

/** The functions of a set. */
export function functionSet(name: FunctionSetName): readonly FunctionDefinition[] {
  return sets[name];
}
