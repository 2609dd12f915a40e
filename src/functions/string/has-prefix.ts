import * as t from "../../core/types.ts";
import { hasByteEscape, toByteString } from "../../core/utf8.ts";
import { defineFunction, param } from "../define-function.ts";
import { literalPattern } from "../lib/literal-pattern.ts";

export const hasPrefix = defineFunction({
  kind: "converter",
  name: "HasPrefix",
  category: "string",
  summary: "Whether a string begins with another.",
  params: [
    param("target", t.string, "The string."),
    param("prefix", t.literalWithout("dynamic_pattern", t.string), "What it may begin with."),
  ],
  returns: t.bool,
  since: "0.126.0",
  examples: [
    { source: 'HasPrefix("http.route", "http.")', result: true },
    { source: 'HasPrefix("http.route", "route")', result: false },
    { source: 'HasPrefix(attributes["absent"], "a")', error: "type_mismatch" },
    { source: 'HasPrefix(1, "a")', error: "argument_type" },
  ],
  textTest: (prefix) => ({ test: (text) => startsWith(text, prefix), ...literalPattern("^", prefix, "") }),
  evaluate: (target, prefix) => startsWith(target, prefix),
});

/** Bytes decide: the first byte of a character is a prefix of it. */
function startsWith(text: string, prefix: string): boolean {
  return hasByteEscape(prefix)
    ? toByteString(text).startsWith(toByteString(prefix))
    : text.startsWith(prefix);
}
