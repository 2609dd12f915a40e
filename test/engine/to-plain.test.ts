import { describe, expect, test } from "vitest";
import { ListValue, MapValue, type PlainOptions, toPlain, value } from "../../src/index.ts";
import { thrown } from "./thrown.ts";

const plain = (text: string, record: object = {}, options?: PlainOptions) =>
  toPlain(value("log", text).evaluate(record), options);

describe("toPlain", () => {
  test.each([
    ['{"a": [1, 2.5, "x", nil, true], "b": {}}', { a: [1, 2.5, "x", null, true], b: {} }],
    ["9007199254740992 + 1", "9007199254740993"],
    ["0x00ff", "AP8="],
    ['Time("2024-02-03T04:05:06.007000001Z", "%Y-%m-%dT%H:%M:%S.%LZ")', "2024-02-03T04:05:06.007000001Z"],
    ['Duration("90s") + Duration("1ns")', "1m30.000000001s"],
    ["TraceID(0x0102030405060708090a0b0c0d0e0f10)", "0102030405060708090a0b0c0d0e0f10"],
    ["SpanID(0x0102030405060708)", "0102030405060708"],
    ['Double("NaN")', "NaN"],
    ['Double("-Inf")', "-Infinity"],
  ])("of %s", (text, expected) => {
    expect(plain(text)).toEqual(expected);
    expect(JSON.parse(JSON.stringify(plain(text)))).toEqual(expected);
  });

  test("writes ints and bytes as the options say, all the way down", () => {
    expect(plain('[1, {"a": 2}]', {}, { ints: "bigint" })).toEqual([1n, { a: 2n }]);
    expect(plain('[1, {"a": 2}]', {}, { ints: "text" })).toEqual(["1", { a: "2" }]);
    expect(plain("[0x00ff]", {}, { bytes: "hex" })).toEqual(["00ff"]);
  });

  test("makes own properties of every key in their order, and takes the first of equal ones", () => {
    const map = MapValue.of([
      ["__proto__", new ListValue([1n], "slice")],
      ["a", "first"],
      ["b", null],
      ["a", "second"],
    ]);
    const object = toPlain(map) as object;
    expect(Object.entries(object)).toEqual([
      ["__proto__", [1]],
      ["a", "first"],
      ["b", null],
    ]);
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
  });

  test("gives what a record holds as a piece of telemetry", () => {
    const dataPoints = [{ asInt: "1" }];
    const points = value("metric", "data_points").evaluate({ metric: { gauge: { dataPoints } } });
    expect(toPlain(points)).toEqual(dataPoints);
  });

  test("refuses options that do not exist or are unusable", () => {
    expect(thrown(() => toPlain(1n, { int: "text" } as PlainOptions)).code).toBe("unknown_option");
    expect(thrown(() => toPlain(1n, { ints: "hex" } as unknown as PlainOptions)).code).toBe("invalid_option");
  });
});
