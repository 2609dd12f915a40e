import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { map, resourceWith } from "../lib/example-values.ts";
import { pattern } from "../types/pattern.ts";

/** `delete_matching_keys` and `keep_matching_keys`: which of the keys stay. */
/* @__NO_SIDE_EFFECTS__ */
function matchingKeys(name: string, summary: string, staysOnMatch: boolean) {
  return defineFunction({
    kind: "editor",
    name,
    category: "editor",
    summary,
    params: [
      param("target", t.place(t.map), "The path of the map."),
      param("pattern", pattern, "The RE2 pattern, which may match anywhere in a key."),
    ],
    returns: t.any,
    since: "0.104.0",
    examples: [
      {
        source: `${name}(attributes, "^http[.]")`,
        result: staysOnMatch ? map({ "http.method": "GET" }) : map({ user: "ada" }),
        data: resourceWith({ "http.method": "GET", user: "ada" }),
      },
      { source: `${name}(attributes, "(")`, error: "invalid_regex" },
    ],
    evaluate(target, regexp) {
      target.set(target.get().filter((key) => regexp.test(key) === staysOnMatch));
      return null;
    },
  });
}

export const deleteMatchingKeys = /* @__PURE__ */ matchingKeys(
  "delete_matching_keys",
  "Deletes the keys of a map that an RE2 pattern matches.",
  false,
);

export const keepMatchingKeys = /* @__PURE__ */ matchingKeys(
  "keep_matching_keys",
  "Deletes the keys of a map that an RE2 pattern does not match.",
  true,
);
