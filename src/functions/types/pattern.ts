import * as t from "../../core/types.ts";
import { alternation } from "../../regexp/alternation.ts";
import { compileRegexp, type Regexp } from "../../regexp/compile.ts";
import type { TextTest } from "../define-function.ts";

/** Patterns that were made while evaluating are kept up to this number. */
const cacheSize = 64;
const cache = new WeakMap<t.Environment, Map<string, Regexp>>();

/** An RE2 pattern; a literal one is compiled once. Throws the error of the pattern. */
export const pattern: t.Type<Regexp> = {
  label: "pattern",
  name: "string",
  getter: "StringGetter",
  dynamicSince: "dynamic_pattern",
  narrow: (value, env) => compiled(t.string.narrow(value, env), env),
};

function compiled(text: string, env: t.Environment): Regexp {
  let patterns = cache.get(env);
  if (patterns === undefined) {
    patterns = new Map();
    cache.set(env, patterns);
  }
  const known = patterns.get(text);
  if (known !== undefined) return known;
  const regexp = compileRegexp(text, env.linearRegexp);
  const [oldest] = patterns.keys();
  if (patterns.size >= cacheSize && oldest !== undefined) patterns.delete(oldest);
  patterns.set(text, regexp);
  return regexp;
}

/** One test for several patterns of which any may match, or `undefined` where they cannot be put together. */
export function joinPatterns(patterns: readonly string[]): TextTest | undefined {
  const joined = alternation(patterns);
  return joined === undefined ? undefined : compileRegexp(joined);
}
