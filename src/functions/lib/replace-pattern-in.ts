import type { Regexp } from "../../regexp/compile.ts";
import { matcherOf } from "../types/pattern.ts";
import { replaceAll, replaceEach } from "./replace-matches.ts";
import { replacementOf } from "./replacement-of.ts";

/** A text with what a pattern matches replaced; `undefined` where it does not match. */
export function replacePatternIn(
  text: string,
  regexp: Regexp,
  template: string,
  call: ((text: string) => string) | undefined,
  format: (() => string) | null,
): string | undefined {
  if (!regexp.test(text)) return undefined;
  const matcher = matcherOf(regexp);
  if (call === undefined) return replaceAll(matcher, text, template);
  return replaceEach(matcher, text, template, (expanded) => replacementOf(expanded, call, format));
}
