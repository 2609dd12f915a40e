import { expect, test } from "vitest";
import { ListValue, MapValue, type Value } from "../../../src/core/values.ts";
import { type Flattening, flattenMap } from "../../../src/functions/lib/flatten-map.ts";

const map = (entries: Record<string, Value>): MapValue => MapValue.of(Object.entries(entries));
const list = (...items: Value[]): ListValue => new ListValue(items, "slice");
const flat = (value: MapValue, options: Partial<Flattening> = {}): [string, Value][] => [
  ...flattenMap(value, { prefix: "", depth: 100n, resolveConflicts: false, ...options }).entries(),
];

test("keys are joined by dots, values of lists are numbered, empty maps and lists go", () => {
  expect(flat(map({ a: map({ b: 1n }), l: list(1n, map({ c: 2n })), e: map({}), n: list() }))).toEqual([
    ["a.b", 1n],
    ["l.0", 1n],
    ["l.1.c", 2n],
  ]);
});

test("the index of a list in a list in a list follows without a dot", () => {
  expect(flat(map({ l: list(list(1n, list(2n))) }))).toEqual([
    ["l.00", 1n],
    ["l.01.0", 2n],
  ]);
});

test("no more than so many levels are lifted", () => {
  const inner = map({ c: 1n });
  expect(flat(map({ a: map({ b: inner }) }), { depth: 1n })).toEqual([["a.b", inner]]);
});

test("a later value replaces an earlier one of the same key, or gets a number", () => {
  const conflict = map({ "a.b": 1n, a: map({ b: 2n }) });
  expect(flat(conflict)).toEqual([["a.b", 2n]]);
  expect(flat(conflict, { resolveConflicts: true })).toEqual([
    ["a.b", 1n],
    ["a.b.0", 2n],
  ]);
});

test("every key begins with the prefix", () => {
  expect(flat(map({ a: 1n }), { prefix: "app" })).toEqual([["app.a", 1n]]);
});
