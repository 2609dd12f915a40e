import { Duration, ListValue, MapValue, Timestamp, type Value } from "../../src/core/values.ts";

const time = new Timestamp(1_704_153_600_000_000_000n);
const list = (...items: Value[]) => new ListValue(items, "literal");

/** The expressions that are written to paths, with their values. */
export const values: Readonly<Record<string, Value>> = {
  nil: null,
  true: true,
  "7": 7n,
  "-1": -1n,
  "4294967297": 4294967297n,
  "1.5": 1.5,
  "2.0": 2,
  '"text"': "text",
  "0x0102": Uint8Array.of(1, 2),
  "[]": list(),
  "[1, -1]": list(1n, -1n),
  "[1.5, 2.0]": list(1.5, 2),
  '[1, "a"]': list(1n, "a"),
  '{"k": 1, "l": [1.5, nil]}': MapValue.of([
    ["k", 1n],
    ["l", new ListValue([1.5, null], "slice")],
  ]),
  "{}": MapValue.of([]),
  'Split("a,b", ",")': new ListValue(["a", "b"], "string"),
  'Time("2024-01-02", "%Y-%m-%d")': time,
  'Duration("1s")': new Duration(1_000_000_000n),
};

/** Lists whose items cannot all be stored, for paths that store values. */
export const oddLists: Readonly<Record<string, Value>> = {
  '[Time("2024-01-02", "%Y-%m-%d"), 1]': list(time, 1n),
  '[1, Time("2024-01-02", "%Y-%m-%d")]': list(1n, time),
  '[[1], {"a": nil}]': list(list(1n), MapValue.of([["a", null]])),
};
