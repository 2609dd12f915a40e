import { expect, test } from "vitest";
import { encodeValue } from "../../src/cli/encode-value.ts";
import {
  Duration,
  ListValue,
  MapValue,
  SpanId,
  Telemetry,
  Timestamp,
  TraceId,
  type Value,
} from "../../src/core/values.ts";

const cases: readonly (readonly [Value, object])[] = [
  [null, { nil: true }],
  [true, { bool: true }],
  [-9223372036854775808n, { int: "-9223372036854775808" }],
  ["é😀", { string: "é😀" }],
  ["a\udcc3", { stringHex: "61c3" }],
  [Uint8Array.of(0, 255), { bytes: "00ff" }],
  [new Timestamp(1_700_000_001_500_000_000n), { time: "2023-11-14T22:13:21.5Z" }],
  [new Timestamp(-1n), { time: "1969-12-31T23:59:59.999999999Z" }],
  [new Duration(-5n), { duration: "-5" }],
  [new TraceId("0102030405060708090a0b0c0d0e0f10"), { traceID: "0102030405060708090a0b0c0d0e0f10" }],
  [new SpanId("0102030405060708"), { spanID: "0102030405060708" }],
  [new ListValue([1n, "a", null], "literal"), { list: [{ int: "1" }, { string: "a" }, { nil: true }] }],
  [new ListValue(["a"], "string"), { list: [{ string: "a" }], go: "[]string" }],
  [new ListValue([1n], "uint64"), { list: [{ int: "1", go: "uint64" }], go: "[]uint64" }],
  [new ListValue([1], "float64"), { list: [{ double: "1" }], go: "[]float64" }],
  [
    MapValue.of([
      ["b", 1n],
      ["a", MapValue.of([])],
      ["b", 2n],
    ]),
    {
      map: [
        ["b", { int: "1" }],
        ["a", { map: [] }],
        ["b", { int: "2" }],
      ],
    },
  ],
  [new Telemetry("pmetric.NumberDataPointSlice", [], 0), { go: "pmetric.NumberDataPointSlice", len: 0 }],
  [new Telemetry("pmetric.Thing", {}), { go: "pmetric.Thing" }],
];

test.each(cases)("%o is encoded", (value, encoded) => expect(encodeValue(value)).toEqual(encoded));

test.each([
  [0, "0"],
  [-0, "-0"],
  [1, "1"],
  [-1.5, "-1.5"],
  [100_000, "100000"],
  [1_000_000, "1e+06"],
  [123_456_789, "1.23456789e+08"],
  [0.0001, "0.0001"],
  [0.00001, "1e-05"],
  [1e21, "1e+21"],
  [1.7976931348623157e308, "1.7976931348623157e+308"],
  [5e-324, "5e-324"],
  [Number.NaN, "NaN"],
  [Number.POSITIVE_INFINITY, "+Inf"],
  [Number.NEGATIVE_INFINITY, "-Inf"],
])("the double %d is written as Go writes it: %s", (value, text) =>
  expect(encodeValue(value)).toEqual({ double: text }),
);
