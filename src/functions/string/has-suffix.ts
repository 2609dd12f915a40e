import * as t from "../../core/types.ts";
import { hasByteEscape, toByteString } from "../../core/utf8.ts";
import { defineFunction, param } from "../define-function.ts";
import { literalPattern } from "../lib/literal-pattern.ts";

export const hasSuffix = defineFunction({
  kind: "converter",
  name: "HasSuffix",
  category: "string",
  summary: "Whether a string ends with another.",
  params: [
    param("target", t.string, "The string."),
    param("suffix", t.literalWithout("dynamic_pattern", t.string), "What it may end with."),
  ],
  returns: t.bool,
  since: "0.126.0",
  examples: [
    { source: 'HasSuffix("response_latency_ms", "_ms")', result: true },
    { source: 'HasSuffix("response_latency_ms", "response")', result: false },
    { source: 'HasSuffix(attributes["absent"], "a")', error: "type_mismatch" },
    { source: 'HasSuffix("a", nil)', error: "argument_type" },
  ],
  textTest: (suffix) => ({ test: (text) => endsWith(text, suffix), ...literalPattern("", suffix, "$") }),
  evaluate: (target, suffix) => endsWith(target, suffix),
});

/** Bytes decide: the last byte of a character is a suffix of it. */
function endsWith(text: string, suffix: string): boolean {
  return hasByteEscape(suffix) ? toByteString(text).endsWith(toByteString(suffix)) : text.endsWith(suffix);
}
