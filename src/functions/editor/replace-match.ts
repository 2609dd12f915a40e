import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { resourceWith } from "../lib/example-values.ts";
import { replacementOf } from "../lib/replacement-of.ts";
import { formatParam, functionParam } from "../lib/replacement-params.ts";
import { textFunction } from "../lib/text-function.ts";
import { glob } from "../types/glob.ts";

export const replaceMatch = defineFunction({
  kind: "editor",
  name: "replace_match",
  category: "editor",
  summary: "Writes another text to a path whose text a glob pattern matches as a whole.",
  params: [
    param("target", t.place(t.any), "The path of the text."),
    param("pattern", glob, "The glob pattern: `*`, `?`, `[a-z]`, `{a,b}`."),
    param("replacement", t.string, "The new text."),
    functionParam,
    formatParam,
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: 'replace_match(attributes["path"], "/user/*", "/user/{id}")',
      result: "/user/{id}",
      data: resourceWith({ path: "/user/42" }),
    },
    {
      source:
        'replace_match(attributes["path"], "/user/*", "user", function=ToUpperCase, replacement_format="/%s")',
      result: "/USER",
      data: resourceWith({ path: "/user/42" }),
    },
    { source: 'replace_match(attributes["path"], "[", "")', error: "argument_refused" },
  ],
  create(_, __, ___, named) {
    const call = named ? textFunction(named) : undefined;
    return (target, pattern, replacement, _function, format) => {
      const value = target.get();
      const text = replacementOf(replacement, call, format);
      if (typeof value === "string" && pattern.match(value)) target.set(text);
      return null;
    };
  },
});
