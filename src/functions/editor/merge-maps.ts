import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { MapValue } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";

const strategies = ["insert", "update", "upsert"];

export const mergeMaps = defineFunction({
  kind: "editor",
  name: "merge_maps",
  category: "editor",
  summary: "Merges a map into the map of a path.",
  params: [
    param("target", t.place(t.map), "The path of the map."),
    param("source", t.map, "The map whose entries are merged into it."),
    param(
      "strategy",
      t.stringLiteral,
      '"insert" adds keys that are missing, "update" overwrites those that are there, "upsert" does both.',
    ),
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    { source: 'merge_maps(attributes, {"deployment": "blue"}, "upsert")', result: null },
    { source: 'merge_maps(attributes, {"deployment": "blue"}, "replace")', error: "call_refused" },
  ],
  create(_, __, strategy = "") {
    if (!strategies.includes(strategy)) {
      const expected = '"insert", "update" or "upsert"';
      throw new Failure("argument_value", {
        argument: "strategy",
        expected,
        found: JSON.stringify(strategy),
      });
    }
    return (target, source) => {
      target.set(merged(target.get(), source, strategy !== "update", strategy !== "insert"));
      return null;
    };
  },
});

function merged(target: MapValue, source: MapValue, inserts: boolean, updates: boolean): MapValue {
  const keys = [...target.keys];
  const values = [...target.values];
  const indexes = new Map<string, number>();
  for (let i = keys.length - 1; i >= 0; i--) indexes.set(keys[i] as string, i); // the first of equal keys counts
  for (const [key, value] of source.entries()) {
    const index = indexes.get(key);
    if (index !== undefined) {
      if (updates) values[index] = value;
    } else if (inserts) {
      indexes.set(key, keys.push(key) - 1);
      values.push(value);
    }
  }
  return new MapValue(keys, values);
}
