import { expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import { indexData, indexResult } from "../../src/core/indexing.ts";
import { ListValue, MapValue, type Value } from "../../src/core/values.ts";

const map = MapValue.of([
  ["k", 1n],
  ["k", 2n],
  ["nil", null],
]);
const list = (origin: ListValue["origin"]) => new ListValue([10n, null], origin);

function outcome(run: () => Value | undefined): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof Failure ? error.code : error;
  }
}

test.each<[Value, Value, unknown]>([
  [map, "k", 1n],
  [map, "nil", null],
  [map, "zz", undefined],
  [map, 0n, "invalid_key"],
  [map, null, "invalid_key"],
  [list("slice"), 0n, 10n],
  [list("slice"), 2n, "index_out_of_bounds"],
  [list("slice"), -1n, "index_out_of_bounds"],
  [list("slice"), 2n ** 63n - 1n, "index_out_of_bounds"],
  [list("slice"), "0", "invalid_key"],
  [list("slice"), 0, "invalid_key"],
  [list("uint64"), 0n, "not_indexable"],
  ["text", 0n, "not_indexable"],
  [null, "k", "not_indexable"],
  [Uint8Array.of(1), 0n, "not_indexable"],
])("data %o with key %o gives %o", (value, key, expected) => {
  expect(outcome(() => indexData(value, key))).toEqual(expected);
});

test.each<[Value, Value, unknown]>([
  [map, "k", 1n],
  [map, "nil", null],
  [map, "zz", "key_not_found"],
  [map, 0n, "not_indexable"],
  [map, null, "invalid_key"],
  [map, 1.5, "invalid_key"],
  [list("slice"), 0n, 10n],
  [list("literal"), 1n, null],
  [list("string"), 0n, 10n],
  [list("string"), 2n, "index_out_of_bounds"],
  [list("string"), -1n, "index_out_of_bounds"],
  [list("string"), "k", "not_indexable"],
  [list("uint64"), 0n, "not_indexable"],
  [list("bytes"), 0n, "not_indexable"],
  [Uint8Array.of(7, 255), 1n, expect.objectContaining({ goType: "uint8", raw: 255 })],
  [Uint8Array.of(7), 1n, "index_out_of_bounds"],
  ["text", 0n, "not_indexable"],
  [null, "k", "not_indexable"],
])("result %o with key %o gives %o", (value, key, expected) => {
  expect(outcome(() => indexResult(value, key))).toEqual(expected);
});
