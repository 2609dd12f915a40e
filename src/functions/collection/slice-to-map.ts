import { Failure, TypeMismatch } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { ListValue, MapValue, typeNameOf, type Value } from "../../core/values.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { map } from "../lib/example-values.ts";

/** A call over two items, each with an id and a number. */
/* @__NO_SIDE_EFFECTS__ */
function overItems(paths: string): string {
  const items = String.raw`"[{\"id\": \"a\", \"v\": {\"n\": 1}}, {\"id\": \"b\", \"v\": {\"n\": 2}}]"`;
  return `SliceToMap(ParseJSON(${items}), ${paths})`;
}

const path = t.literalListOf(t.stringLiteral);
const keyPathParam = optional(
  "key_path",
  path,
  "The keys that lead to each item's key; absent: the item's number, from 0.",
  undefined,
);
const valuePathParam = optional(
  "value_path",
  path,
  "The keys that lead to each item's value; absent: the item itself.",
  undefined,
);

export const sliceToMap = defineFunction({
  kind: "converter",
  name: "SliceToMap",
  category: "collection",
  summary:
    "The items of a list as a map, by their place or by a text that each holds; the last of equal keys wins.",
  params: [
    param("target", t.list, "The list; its items must be maps where a path is given."),
    keyPathParam,
    valuePathParam,
  ],
  returns: t.map,
  since: "0.113.0",
  examples: [
    { source: 'SliceToMap(["a", "b"])', result: map({ 0: "a", 1: "b" }) },
    {
      source: overItems('key_path=["id"], value_path=["v", "n"]'),
      result: map({ a: 1, b: 2 }),
    },
    { source: overItems('["v"]'), error: "item_type" },
    { source: overItems('["id"], ["v", "m"]'), error: "item_lacks_path" },
    { source: 'SliceToMap(["a"], ["id"])', error: "item_type" },
    { source: 'SliceToMap(attributes["absent"])', error: "type_mismatch" },
    { source: 'SliceToMap("a")', error: "argument_type" },
  ],
  create: (_, keyPath, valuePath) => {
    const keys = keyPath && [...keyPath];
    const values = valuePath && [...valuePath];
    const needsMaps = keys !== undefined || values !== undefined;
    return ({ items }) => mapOf(items, keys, values, needsMaps);
  },
  formerly: [
    {
      without: "any_slice_to_map",
      params: [param("target", t.any, "The list of maps."), keyPathParam, valuePathParam],
      create: ofMaps,
    },
    {
      without: "numbered_slice_to_map",
      params: [
        param("target", t.any, "The list of maps."),
        param("key_path", path, "The keys that lead to each item's key."),
        valuePathParam,
      ],
      create(target, keyPath?: Iterable<string>, valuePath?: Iterable<string>) {
        if (keyPath !== undefined && [...keyPath].length === 0) throw emptyPath("key_path");
        return ofMaps(target, keyPath, valuePath);
      },
    },
  ],
});

/** Takes the items of data only, each of which must be a map: not the maps of a list that the text writes. */
function ofMaps(_: unknown, keyPath?: Iterable<string>, valuePath?: Iterable<string>) {
  const keys = keyPath && [...keyPath];
  const values = valuePath && [...valuePath];
  return (target: Value): Value => {
    if (!(target instanceof ListValue) || (target.origin !== "slice" && target.origin !== "literal"))
      throw new TypeMismatch("list", typeNameOf(target));
    if (target.origin === "literal" && target.items.length > 0)
      throw new Failure("item_type", {
        item: 0,
        part: "the whole",
        expected: "map of data",
        found: "literal",
      });
    return mapOf(target.items, keys, values, true);
  };
}

function mapOf(
  items: readonly Value[],
  keys: readonly string[] | undefined,
  values: readonly string[] | undefined,
  needsMaps: boolean,
): MapValue {
  const entries = new Map<string, Value>();
  items.forEach((item, number) => {
    if (needsMaps) requireType("the whole", item, "map", number);
    const key = keys === undefined ? String(number) : valueAt(item, keys, "key_path", number);
    requireType("the key", key, "string", number);
    const value = values === undefined ? item : valueAt(item, values, "value_path", number);
    entries.set(key as string, value); // just required
  });
  return MapValue.of(entries);
}

function requireType(part: string, value: Value, expected: "map" | "string", item: number): void {
  const found = typeNameOf(value);
  if (found !== expected) throw new Failure("item_type", { item, part, expected, found });
}

function valueAt(map: Value, path: readonly string[], argument: string, item: number): Value {
  if (path.length === 0) throw emptyPath(argument);
  let value: Value | undefined = map;
  for (const key of path) {
    value = value instanceof MapValue ? value.get(key) : undefined;
    if (value === undefined) throw new Failure("item_lacks_path", { item, path });
  }
  return value;
}

function emptyPath(argument: string): Failure {
  return new Failure("argument_value", { argument, expected: "a list of one key or more", found: "none" });
}
