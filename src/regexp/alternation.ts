import { parseRegexp } from "./parse.ts";
import { RegexpError } from "./regexp-error.ts";

/** One RE2 pattern that matches where any of the patterns does, or `undefined` where they cannot be put together. */
export function alternation(patterns: readonly string[]): string | undefined {
  if (patterns.some((pattern) => pattern.includes("\\Q"))) return undefined; // a quote may be open at the end
  const pattern = patterns.map((part) => `(?:${part})`).join("|");
  try {
    parseRegexp(pattern);
    return pattern;
  } catch (error) {
    if (error instanceof RegexpError) return undefined; // too large or too deep together
    throw error;
  }
}
