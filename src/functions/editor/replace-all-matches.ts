import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { map, resourceWith } from "../lib/example-values.ts";
import { replacementOf } from "../lib/replacement-of.ts";
import { formatParam, functionParam } from "../lib/replacement-params.ts";
import { textFunction } from "../lib/text-function.ts";
import { glob } from "../types/glob.ts";

export const replaceAllMatches = defineFunction({
  kind: "editor",
  name: "replace_all_matches",
  category: "editor",
  summary: "Writes another text in place of the texts in a map that a glob pattern matches as a whole.",
  params: [
    param("target", t.place(t.map), "The path of the map."),
    param("pattern", glob, "The glob pattern: `*`, `?`, `[a-z]`, `{a,b}`."),
    param("replacement", t.string, "The new text."),
    functionParam,
    formatParam,
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: 'replace_all_matches(attributes, "/user/*", "/user/{id}")',
      result: map({ path: "/user/{id}", method: "GET" }),
      data: resourceWith({ path: "/user/42", method: "GET" }),
    },
    {
      source:
        'replace_all_matches(attributes, "/user/*", "user", function=ToUpperCase, replacement_format="/%s")',
      result: map({ path: "/USER" }),
      data: resourceWith({ path: "/user/42" }),
    },
    { source: 'replace_all_matches(attributes, "[", "")', error: "argument_refused" },
  ],
  create(_, __, ___, named) {
    const call = named ? textFunction(named) : undefined;
    return (target, pattern, replacement, _function, format) => {
      const map = target.get();
      const text = replacementOf(replacement, call, format);
      target.set(
        map.mapValues((value) => (typeof value === "string" && pattern.match(value) ? text : value)),
      );
      return null;
    };
  },
});
