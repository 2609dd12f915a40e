import type { FunctionDefinition } from "../functions/define-function.ts";
import { filterFunctions, standardFunctions, transformFunctions } from "../functions/index.ts";
import { Refusal, unsupported } from "./refusal.ts";

const converters = standardFunctions.filter(({ kind }) => kind === "converter");
/** The library's own: what needs a gate is in the module of experimental functions. */
const own = standardFunctions.filter(({ gate }) => gate === undefined);

/** The sets of functions by the names that the protocol has for them. */
const sets: Readonly<Record<string, readonly FunctionDefinition[]>> = {
  all: [...standardFunctions, ...filterFunctions],
  transform: [...standardFunctions, ...transformFunctions],
  standard: own,
  filter: [...converters, ...filterFunctions],
};

/** The functions of a set. */
export function functionSet(name = "all"): readonly FunctionDefinition[] {
  const functions = Object.hasOwn(sets, name) ? sets[name] : undefined;
  if (functions !== undefined) return functions;
  if (name === "test") throw unsupported(`functions "test"`);
  throw new Refusal(undefined, `there is no set of functions "${name}"`);
}
