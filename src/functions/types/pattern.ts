import * as t from "../../core/types.ts";
import type { Span } from "../../diagnostics/diagnostic.ts";
import { alternation } from "../../regexp/alternation.ts";
import { compileRegexp, type Regexp } from "../../regexp/compile.ts";
import { compileMatcher, type Matcher } from "../../regexp/matcher.ts";
import type { TextTest } from "../define-function.ts";
import { kept } from "../lib/kept.ts";

/** An RE2 pattern; a literal one is compiled once. Throws the error of the pattern. */
export const pattern: t.Type<Regexp> = {
  label: "pattern",
  name: "string",
  getter: "StringGetter",
  dynamicSince: "dynamic_pattern",
  narrow: (value) => compiled(t.string.narrow(value)),
};

const compiled = /* @__PURE__ */ kept(compileRegexp);

/** One test for several patterns of which any may match, or `undefined` where they cannot be put together. */
export function joinPatterns(patterns: readonly string[]): TextTest | undefined {
  const joined = alternation(patterns);
  return joined === undefined ? undefined : compileRegexp(joined);
}

const matchers = new WeakMap<Regexp, Matcher>();

/** Where a pattern matches first, `undefined` where it does not; only explanations ask. */
export function locatePattern(regexp: Regexp, text: string): Span | undefined {
  return matcherOf(regexp).exec(text)?.[0];
}

/** What tells where a pattern and its groups match. */
export function matcherOf(regexp: Regexp): Matcher {
  let matcher = matchers.get(regexp);
  if (matcher === undefined) {
    matcher = compileMatcher(regexp.source);
    matchers.set(regexp, matcher);
  }
  return matcher;
}
