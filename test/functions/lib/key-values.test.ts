import { expect, test } from "vitest";
import { Failure } from "../../../src/core/failure.ts";
import { readKeyValues } from "../../../src/functions/lib/key-values.ts";

const read = (text: string, delimiter = "=", pairDelimiter = " "): Record<string, unknown> =>
  Object.fromEntries(readKeyValues(text, delimiter, pairDelimiter).entries());

test("quotes keep delimiters of pairs together, but not those of keys", () => {
  expect(read("a='x y' 'b c'=d 'k=v'")).toEqual({ a: "x y", "b c": "d", k: "v" });
});

test("a backslash stays and takes a quote its meaning, also behind a delimiter", () => {
  expect(read("a=\\'x b=1")).toEqual({ a: "\\'x", b: "1" });
  expect(read("a=\\ 'b=c d=e")).toEqual({ a: "\\", "'b": "c", d: "e" });
});

test("a NUL is left out unless it is quoted or behind a backslash", () => {
  expect(read("a=1\x002")).toEqual({ a: "12" });
  expect(read("a='1\x002'")).toEqual({ a: "1\x002" });
  expect(read("a=\\\x002")).toEqual({ a: "\\\x002" });
});

test("bytes that the quotes between them leave together become one character", () => {
  expect(read("a=\udcc3''\udca9")).toEqual({ a: "é" });
});

test.each(["", "a", "a='", "a=1 b"])("%j is refused", (text) => {
  expect(() => read(text)).toThrow(Failure);
});

test("long texts are read in linear time", () => {
  const started = performance.now();
  expect(read(`${"a='b c' ".repeat(60_000)}z=1`)).toEqual({ a: "b c", z: "1" });
  expect(() => read(`a='${"\\'".repeat(100_000)}`)).toThrow(Failure);
  expect(performance.now() - started).toBeLessThan(10_000);
});
