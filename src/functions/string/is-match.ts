import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { joinPatterns, locatePattern, pattern } from "../types/pattern.ts";

export const isMatch = defineFunction({
  kind: "converter",
  name: "IsMatch",
  category: "string",
  summary: "Whether an RE2 pattern matches anywhere in the text of a value; nil never matches.",
  params: [
    param("target", t.stringLike, "The value whose text is searched."),
    param("pattern", pattern, "The pattern; `^` and `$` bind it to the begin and the end."),
  ],
  returns: t.bool,
  since: "0.104.0",
  examples: [
    { source: 'IsMatch("http.server.duration", "^http")', result: true },
    { source: 'IsMatch(503, "^5")', result: true },
    { source: 'IsMatch(attributes["absent"], ".*")', result: false },
    { source: 'IsMatch("a", "(")', error: "invalid_regex" },
  ],
  textTest: (regexp) => ({
    test: (text) => regexp.test(text),
    nil: false,
    pattern: regexp.source,
    join: joinPatterns,
  }),
  locate: (target, regexp) => (target === null ? undefined : locatePattern(regexp, target)),
  evaluate: (target, regexp) => target !== null && regexp.test(target),
});
