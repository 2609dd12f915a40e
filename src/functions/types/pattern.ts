import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { compileRegexp, type Regexp } from "../../regexp/compile.ts";
import { RegexpError } from "../../regexp/regexp-error.ts";

/** Patterns that were made while evaluating are kept up to this number. */
const cacheSize = 64;
const cache = new WeakMap<t.Environment, Map<string, Regexp>>();

/** An RE2 pattern; a literal one is compiled once. Throws the code of the pattern's error with `reason`, `start` and `end`. */
export const pattern: t.Type<Regexp> = {
  label: "pattern",
  name: "string",
  getter: "StringGetter",
  dynamicSince: "dynamic_pattern",
  narrow: (value, env) => cached(t.string.narrow(value, env), env),
};

function cached(text: string, env: t.Environment): Regexp {
  let patterns = cache.get(env);
  if (patterns === undefined) {
    patterns = new Map();
    cache.set(env, patterns);
  }
  let regexp = patterns.get(text);
  if (regexp === undefined) {
    regexp = compiled(text, env);
    const [oldest] = patterns.keys();
    if (patterns.size >= cacheSize && oldest !== undefined) patterns.delete(oldest);
    patterns.set(text, regexp);
  }
  return regexp;
}

function compiled(text: string, env: t.Environment): Regexp {
  try {
    return compileRegexp(text, env.linearRegexp);
  } catch (error) {
    if (!(error instanceof RegexpError)) throw error;
    const { code, reason, start, end } = error;
    throw new Failure(code, { pattern: text, reason, start, end });
  }
}
