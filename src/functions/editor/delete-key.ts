import * as t from "../../core/types.ts";
import { MapValue } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";

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
    { source: 'delete_key(attributes, "user.email")', result: null },
    { source: "delete_key(attributes, 1)", error: "argument_type" },
  ],
  evaluate(target, key) {
    const { keys, values } = target.get();
    const index = keys.indexOf(key);
    target.set(new MapValue(without(keys, index), without(values, index)));
    return null;
  },
});

/** Items without one of them, if any: the last one takes its place, as in the reference. */
function without<T>(items: readonly T[], index: number): readonly T[] {
  if (index < 0) return items;
  const rest = items.slice(0, -1);
  if (index < rest.length) rest[index] = items[rest.length] as T;
  return rest;
}
