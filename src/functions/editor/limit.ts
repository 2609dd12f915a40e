import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { defineFunction, param } from "../define-function.ts";
import { map, resourceWith } from "../lib/example-values.ts";

export const limit = defineFunction({
  kind: "editor",
  name: "limit",
  category: "editor",
  summary: "Deletes keys of a map from the end until no more than so many are left.",
  params: [
    param("target", t.place(t.map), "The path of the map."),
    param("limit", t.intLiteral, "How many keys may stay."),
    param("priority_keys", t.literalListOf(t.stringLiteral), "Keys that stay in any case."),
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: 'limit(attributes, 2, ["service.name"])',
      result: map({ a: 1n, "service.name": "shop" }),
      data: resourceWith({ a: 1, b: 2, "service.name": "shop" }),
    },
    { source: 'limit(attributes, 0, ["service.name"])', error: "call_refused" },
  ],
  create(_, most = 0n, priorityKeys = []) {
    const priority = [...priorityKeys];
    if (most < priority.length) {
      const expected = `at least the number of priority keys, ${priority.length}`;
      throw new Failure("argument_value", { argument: "limit", expected, found: String(most) });
    }
    const kept = new Set(priority);
    return (target) => {
      const map = target.get();
      if (map.size <= most) return null;
      const present = new Set(map.keys);
      let count = priority.filter((key) => present.has(key)).length;
      target.set(map.filter((key) => kept.has(key) || count++ < most));
      return null;
    };
  },
});
