import { describe, expect, test } from "vitest";
import { ListValue, MapValue, type Value } from "../../src/core/values.ts";
import type { FunctionDefinition } from "../../src/functions/define-function.ts";
import {
  convertCase,
  index,
  isValidLuhn,
  parseELF,
  parseInteger,
  parseLEEF,
  sliceToMap,
  sort,
  toCamelCase,
  toSnakeCase,
  trim,
  trimPrefix,
  trimSuffix,
} from "../../src/functions/index.ts";

const long = 1_000_000;

/** Runs a function on arguments that are already what its parameters take. */
function run({ create }: FunctionDefinition, ...args: unknown[]): Value {
  const known = create as (...args: unknown[]) => (...args: unknown[]) => Value; // bound by the caller
  return known(...args)(...args);
}

describe("a million characters are answered in time", () => {
  test.each([
    ["Trim of what it takes off", () => run(trim, " ".repeat(long), " "), ""],
    ["Trim of what it leaves", () => run(trim, `é${" ".repeat(long)}é`, "xyz"), `é${" ".repeat(long)}é`],
    ["TrimPrefix", () => run(trimPrefix, "a".repeat(long), "a".repeat(long - 1)), "a"],
    ["TrimSuffix by a byte", () => run(trimSuffix, `${"a".repeat(long)}\udcff`, "\udcff"), "a".repeat(long)],
    ["ToCamelCase", () => run(toCamelCase, "_a".repeat(long / 2)), "A".repeat(long / 2)],
    [
      "ToSnakeCase",
      () => run(toSnakeCase, "A1".repeat(long / 2)),
      Array(long / 2)
        .fill("a_1")
        .join("_"),
    ],
    ["ConvertCase", () => run(convertCase, "A".repeat(long), "lower"), "a".repeat(long)],
    ["Index", () => run(index, "ab".repeat(long / 2), "abb"), -1n],
    ["IsValidLuhn", () => run(isValidLuhn, "0".repeat(long)), true],
    ["ParseInt", () => run(parseInteger, `${"0".repeat(long)}12`, 10n), 12n],
  ] as const)("%s", (_, call, result) => {
    expect(call() === result).toBe(true); // a difference of this length is better not printed
  });
});

describe("a hundred thousand items are answered in time", () => {
  const items = Array.from({ length: 100_000 }, (_, i) => BigInt((i * 7919) % 1_000_003));

  test("Sort", () => {
    const sorted = run(sort, new ListValue(items, "slice"), "asc") as ListValue; // it answers no other
    expect(
      sorted.items.every((item, i) => i === 0 || (item as bigint) >= (sorted.items[i - 1] as bigint)),
    ).toBe(true);
  });

  test("SliceToMap", () => {
    expect((run(sliceToMap, new ListValue(items, "slice"), undefined, undefined) as MapValue).size).toBe(
      100_000,
    );
  });
});

test("the fields of a log are shared by its lines, and what they multiply to has a limit", () => {
  const log = (fields: readonly string[], lines: number) =>
    run(parseELF, `#Version: 1.0\n#Fields: ${fields.join(" ")}\n${"x\n".repeat(lines)}`) as MapValue; // it answers no other
  const keys = Array.from({ length: 10_000 }, (_, i) => `k${i}`);
  const entries = log(keys, 100).get("elf.entries") as ListValue; // so it is
  expect(entries.items.map((entry) => (entry as MapValue).size)).toEqual(new Array(100).fill(10_000));
  expect(() => log(keys, 101)).toThrow(expect.objectContaining({ code: "value_too_large" }));
  expect(log(new Array(100_000).fill("same"), 1_000).size).toBe(3);
});

test.each([
  ["a version", `LEEF:${"9".repeat(long)}`, "its version is"],
  ["a delimiter", `LEEF:2.0|a|b|c|d|${"^".repeat(long)}|`, "the delimiter"],
])("what is told of %s of a million characters is short", (_, text, reason) => {
  const short = new RegExp(`^${reason}.{1,120}$`);
  const params = expect.objectContaining({ reason: expect.stringMatching(short) });
  expect(() => run(parseLEEF, text)).toThrow(expect.objectContaining({ code: "malformed_log", params }));
});

test("a key called __proto__ is a key like others", () => {
  const item = new MapValue(["__proto__"], ["__proto__"]);
  const map = run(sliceToMap, new ListValue([item], "slice"), ["__proto__"], undefined) as MapValue;
  expect([...map.entries()]).toEqual([["__proto__", item]]);
});
