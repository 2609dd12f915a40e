import type { Regexp } from "../../regexp/compile.ts";
import { matcherOf } from "../types/pattern.ts";
import { replaceAll, replaceEach } from "./replace-matches.ts";
import { replacementOf } from "./replacement-of.ts";

/** Puts what a function answers for each match in its place, or wherever what matched stands. */
export type ReplaceByFunction = typeof replaceEach;

/** A text with what a pattern matches replaced; `undefined` where it does not match. */
export function replacePatternIn(
  text: string,
  regexp: Regexp,
  template: string,
  call: ((text: string) => string) | undefined,
  format: (() => string) | null,
  replaceByFunction: ReplaceByFunction = replaceEach,
): string | undefined {
  if (!regexp.test(text)) return undefined;
  const matcher = matcherOf(regexp);
  if (call === undefined) return replaceAll(matcher, text, template);
  return replaceByFunction(matcher, text, template, (expanded) => replacementOf(expanded, call, format));
}
