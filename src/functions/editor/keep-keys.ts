import { TypeMismatch } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { map, resourceWith } from "../lib/example-values.ts";

/** The keys to keep; nil is none here, unlike for other lists of arguments. */
const keys: t.Type<readonly string[]> = {
  ...t.listOf(t.literalWithout("dynamic_pattern", t.string)),
  dynamicSince: "dynamic_key_lists",
  narrow(value) {
    if (value === null) throw new TypeMismatch("list", "nil");
    return t.listOf(t.string).narrow(value);
  },
};

export const keepKeys = defineFunction({
  kind: "editor",
  name: "keep_keys",
  category: "editor",
  summary: "Deletes the keys of a map that are not in a list.",
  params: [
    param("target", t.place(t.map), "The path of the map."),
    param("keys", keys, "The keys that stay."),
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: 'keep_keys(attributes, ["service.name", "host.name"])',
      result: map({ "service.name": "shop" }),
      data: resourceWith({ user: "ada", "service.name": "shop" }),
    },
    { source: "keep_keys(attributes, [1])", error: "argument_type" },
  ],
  create(_, known) {
    const isKnown = known && isOneOf(known);
    return (target, given) => {
      target.set(target.get().filter(isKnown ?? isOneOf(given)));
      return null;
    };
  },
});

/** Tells whether a key is one of some: few are compared one by one, which needs no hash of the key. */
function isOneOf(keys: readonly string[]): (key: string) => boolean {
  if (keys.length <= 8) return (key) => keys.includes(key);
  const all = new Set(keys);
  return (key) => all.has(key);
}
