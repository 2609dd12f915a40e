import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { map, resourceWith } from "../lib/example-values.ts";

export const deleteKey = defineFunction({
  kind: "editor",
  name: "delete_key",
  category: "editor",
  summary: "Deletes a key of a map, where it comes twice the first one; the last key takes its place.",
  params: [
    param("target", t.place(t.map), "The path of the map."),
    param("key", t.literalWithout("dynamic_pattern", t.string), "The key."),
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: 'delete_key(attributes, "user.email")',
      result: map({ user: "ada" }),
      data: resourceWith({ user: "ada", "user.email": "ada@example.com" }),
    },
    { source: "delete_key(attributes, 1)", error: "argument_type" },
  ],
  evaluate(target, key) {
    target.set(target.get().without(key));
    return null;
  },
});
