import * as t from "../../core/types.ts";
import type { Regexp } from "../../regexp/compile.ts";
import { defineFunction, param } from "../define-function.ts";
import { resourceWith } from "../lib/example-values.ts";
import { replaceEverywhere } from "../lib/replace-matches.ts";
import { type ReplaceByFunction, replacePatternIn } from "../lib/replace-pattern-in.ts";
import { formatParam, functionParam, templateDoc } from "../lib/replacement-params.ts";
import { textFunction } from "../lib/text-function.ts";
import { pattern } from "../types/pattern.ts";

export const replacePattern = defineFunction({
  kind: "editor",
  name: "replace_pattern",
  category: "editor",
  summary: "Replaces what an RE2 pattern matches in the text of a path; what is no text stays.",
  params: [
    param("target", t.place(t.any), "The path of the text."),
    param("regex_pattern", t.lazy(pattern), "The RE2 pattern, which may match anywhere."),
    param("replacement", t.lazy(t.string), templateDoc),
    functionParam,
    formatParam,
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: 'replace_pattern(attributes["path"], "/[0-9]+", "/{id}")',
      result: "/user/{id}/cart",
      data: resourceWith({ path: "/user/42/cart" }),
    },
    {
      source:
        'replace_pattern(attributes["user"], "[a-z]+", "$0", function=ToUpperCase, replacement_format="<%s>")',
      result: "<ADA> <L>.",
      data: resourceWith({ user: "ada l." }),
    },
    { source: 'replace_pattern(attributes["path"], "(", "")', error: "invalid_regex" },
    { source: 'replace_pattern(attributes["path"], "a", "b", Len)', error: "call_refused" },
  ],
  create: (_, __, ___, named) => replacing(named),
  formerly: [
    {
      without: "replaced_in_place",
      create: (_, __, ___, named: t.NamedFunction | null) => replacing(named, replaceEverywhere),
    },
  ],
});

type Replacing = (
  target: t.Place,
  regexp: () => Regexp,
  replacement: () => string,
  _function: unknown,
  format: (() => string) | null,
) => null;

function replacing(named: t.NamedFunction | null | undefined, byFunction?: ReplaceByFunction): Replacing {
  const call = named ? textFunction(named) : undefined;
  return (target, regexp, replacement, _function, format) => {
    const value = target.get();
    if (value === null) return null;
    const template = replacement();
    if (typeof value !== "string") return null;
    const replaced = replacePatternIn(value, regexp(), template, call, format, byFunction);
    if (replaced !== undefined) target.set(replaced);
    return null;
  };
}
