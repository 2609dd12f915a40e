import { describe, expect, test } from "vitest";
import { Failure } from "../../../src/core/failure.ts";
import { readCsvRow } from "../../../src/functions/lib/csv-row.ts";

test.each<[string, string[]]>([
  ["a,b", ["a", "b"]],
  [",", ["", ""]],
  ['"a,b",c', ["a,b", "c"]],
  ['"a ""b""",c', ['a "b"', "c"]],
  ['"line\r\nbreak",c', ["line\nbreak", "c"]],
  ["a,b\nc,d", ["a", "b\nc", "d"]],
  ["a\n\nb", ["a\nb"]],
  ["a\r", ["a"]],
])("%j is read as %j", (row, fields) => {
  expect(readCsvRow(row, ",", false)).toEqual(fields);
  expect(readCsvRow(row, ",", true)).toEqual(fields);
});

test("lazy quotes may stand anywhere and need not be closed", () => {
  expect(readCsvRow('a"b,"c"d', ",", true)).toEqual(['a"b', 'c"d']);
  expect(readCsvRow('"a,b\nc', ",", true)).toEqual(["a,b\nc"]);
});

describe("strict quotes", () => {
  test.each(['a"b', '"a"b', '"a'])("refuse %j", (row) => {
    expect(() => readCsvRow(row, ",", false)).toThrow(Failure);
  });

  test("keep the fields before the one that is wrong, and the lines after it", () => {
    expect(readCsvRow('a,b"c\nd', ",", false)).toEqual(["a\nd"]);
  });
});

test.each(["", "\n", "\r\n"])("%j has no fields", (row) => {
  expect(() => readCsvRow(row, ",", true)).toThrow(Failure);
});

test.each(['"', "\n", "\r", "\0", "\ufffd"])("%j separates no fields", (comma) => {
  expect(() => readCsvRow("a", comma, true)).toThrow(Failure);
});

test("long rows are read in linear time", () => {
  const started = performance.now();
  expect(readCsvRow('"a""b",'.repeat(100_000), ",", false)).toHaveLength(100_001);
  expect(readCsvRow("a\n".repeat(100_000), ",", false)).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(10_000);
});
