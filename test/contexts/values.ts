import {
  Duration,
  ListValue,
  MapValue,
  SpanId,
  Timestamp,
  TraceId,
  type Value,
} from "../../src/core/values.ts";

const time = new Timestamp(1_704_153_600_000_000_000n);
const list = (...items: Value[]) => new ListValue(items, "literal");

/** The expressions that are written to paths, with their values. */
export const values: Readonly<Record<string, Value>> = {
  nil: null,
  true: true,
  "7": 7n,
  "-1": -1n,
  "4294967297": 4294967297n,
  "9223372036854775807": 9223372036854775807n,
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

/** Values that only some paths are given. */
export const moreLiterals: Readonly<Record<string, Value>> = {
  "TraceID(0x0102030405060708090a0b0c0d0e0f10)": new TraceId("0102030405060708090a0b0c0d0e0f10"),
  "SpanID(0x0102030405060708)": new SpanId("0102030405060708"),
  "SpanID(0x0000000000000000)": new SpanId("0000000000000000"),
  "4294967295": 4294967295n,
  "4294967296": 4294967296n,
};

/** Lists whose items cannot all be stored, for paths that store values. */
export const oddLists: Readonly<Record<string, Value>> = {
  '[Time("2024-01-02", "%Y-%m-%d"), 1]': list(time, 1n),
  '[1, Time("2024-01-02", "%Y-%m-%d")]': list(1n, time),
  '[[1], {"a": nil}]': list(list(1n), MapValue.of([["a", null]])),
};
