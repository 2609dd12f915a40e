import * as t from "../../core/types.ts";
import { MapValue } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
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
    { source: 'replace_all_matches(attributes, "/user/*", "/user/{id}")', result: null },
    {
      source: 'replace_all_matches(attributes, "/user/*", "user", function=SHA256, replacement_format="/%s")',
      result: null,
    },
    { source: 'replace_all_matches(attributes, "[", "")', error: "argument_refused" },
  ],
  create(_, __, ___, named) {
    const call = named ? textFunction(named) : undefined;
    return (target, pattern, replacement, _function, format) => {
      const { keys, values } = target.get();
      const text = replacementOf(replacement, call, format);
      const replaced = values.map((value) =>
        typeof value === "string" && pattern.match(value) ? text : value,
      );
      target.set(new MapValue(keys, replaced));
      return null;
    };
  },
});
