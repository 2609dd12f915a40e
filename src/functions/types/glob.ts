import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { compileGlob, type Glob } from "../lib/glob/compile-glob.ts";
import { GlobSyntaxError } from "../lib/glob/parse-glob.ts";

/** A glob pattern; a literal one is compiled once. Throws the error of the pattern. */
export const glob: t.Type<Glob> = {
  label: "glob pattern",
  name: "string",
  getter: "StringGetter",
  dynamicSince: "dynamic_pattern",
  narrow: (value) => compiled(t.string.narrow(value)),
};

let last: { readonly pattern: string; readonly glob: Glob } | undefined;

/** A pattern that is made while evaluating is mostly the one of the record before. */
function compiled(pattern: string): Glob {
  if (last?.pattern !== pattern) last = { pattern, glob: compileOrFail(pattern) };
  return last.glob;
}

function compileOrFail(pattern: string): Glob {
  try {
    return compileGlob(pattern);
  } catch (error) {
    if (error instanceof GlobSyntaxError)
      throw new Failure("invalid_glob", { pattern, reason: error.message });
    throw error;
  }
}
