import { describe, expect, test } from "vitest";
import { Failure } from "../../src/core/failure.ts";
import { ListValue, MapValue, Telemetry, type Value } from "../../src/core/values.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { value } from "../../src/engine/standard.ts";
import { formatDouble } from "../../src/functions/lib/format-double.ts";
import { formatLikeGo } from "../../src/functions/lib/format-like-go.ts";

test.each([
  [0.5, "f", 0, "0"],
  [1.5, "f", 0, "2"],
  [2.5, "f", 0, "2"],
  [0.05, "f", 1, "0.1"],
  [0.25, "e", 0, "2e-01"],
  [9.995, "f", 2, "9.99"],
  [99.99, "g", 3, "100"],
  [999.96, "g", 3, "1e+03"],
  [1e23, "f", -1, "100000000000000000000000"],
  [5e-324, "e", 3, "4.941e-324"],
  [1, "x", -1, "0x1p+00"],
  [1.999999, "x", 0, "0x1p+01"],
  [1, "b", -1, "4503599627370496p-52"],
  [-0, "g", -1, "-0"],
] as const)("%d as %s with precision %d is %s", (number, form, precision, text) => {
  expect(formatDouble(number, form, precision)).toBe(text);
});

test("every double has all its digits where they are asked for", () => {
  const text = formatDouble(5e-324, "f", 1074);
  expect(text).toHaveLength(1076);
  expect(Number(text)).toBe(5e-324);
});

describe("what has only an address in Go", () => {
  const map = new MapValue(["b", "a", "b"], [1n, new ListValue([null, "x"], "slice"), 2n]);

  test.each([
    ["%v", "map[a:[<nil> x] b:2]"],
    ["%d", "map[%!d(string=a):[<nil> %!d(string=x)] %!d(string=b):2]"],
    ["%#v", 'map[string]interface {}{"a":[]interface {}{interface {}(nil), "x"}, "b":2}'],
    ["%T", "pcommon.Map"],
  ])("a map is shown with its content by %s", (format, text) => {
    expect(formatLikeGo(format, [map])).toBe(text);
  });

  test("a list shows no address, nor does a piece of telemetry", () => {
    expect(formatLikeGo("%p %v", [new ListValue([], "literal"), new Telemetry("ptrace.Status", {})])).toBe(
      "0x0 {}",
    );
  });
});

describe("whatever comes, there is an answer or a clear error in time", () => {
  test("a text of a million characters", () => {
    const text = "é".repeat(1_000_000);
    expect(formatLikeGo("%s", [text])).toBe(text);
    expect(formatLikeGo("%.3s", [text])).toBe("ééé");
    expect(formatLikeGo("%q", [text])).toHaveLength(1_000_002);
  });

  test("a list of a million items", () => {
    expect(formatLikeGo("%d", [new ListValue(new Array(1_000_000).fill(7n), "literal")])).toHaveLength(
      2_000_001,
    );
  });

  test.each(["%[", "%[1]", "%[x", "%", "%*", "%.", "%99999999"])("a million times %j", (part) => {
    expect(formatLikeGo(part.repeat(1_000_000 / part.length), [1n]).length).toBeGreaterThan(0);
  });

  test("more than a text can hold", () => {
    expect(() => formatLikeGo("%1000000d".repeat(100), new Array(100).fill(1n))).toThrow(Failure);
  });

  test("lists within lists without end", () => {
    let list: Value = null;
    for (let i = 0; i < 100_000; i++) list = new ListValue([list], "literal");
    const attributes = [{ key: "l", value: nestedWire(20_000) }];
    expect(() =>
      value("resource", 'Format("%v", [attributes["l"]])').evaluate({ resource: { attributes } }),
    ).toThrow(OttlError);
  });
});

function nestedWire(depth: number): object {
  let value: object = { stringValue: "bottom" };
  for (let i = 0; i < depth; i++) value = { arrayValue: { values: [value] } };
  return value;
}
