import { describe, expect, test } from "vitest";
import { Failure } from "../../../src/core/failure.ts";
import { deepestGlob } from "../../../src/core/limits.ts";
import { compileGlob } from "../../../src/functions/lib/glob/compile-glob.ts";
import { GlobSyntaxError, parseGlob } from "../../../src/functions/lib/glob/parse-glob.ts";

const matches = (pattern: string, text: string): boolean => compileGlob(pattern).match(text);

test.each([
  ["*", ""],
  ["a*c", "abc"],
  ["[a-c]x", "bx"],
  ["[!a-c]x", "dx"],
  ["{foo,ba?}/*", "bar/baz"],
  ["\\*", "*"],
  ["a}", "a}"],
  ["{a,b", "b"],
  ["x\0anything", "x"],
])("%j matches %j", (pattern, text) => expect(matches(pattern, text)).toBe(true));

test.each([
  ["a*c", "abcd"],
  ["a?c", "ac"],
  ["[a-c]x", "dx"],
  ["{foo,bar}", "foobar"],
  ["\\*", "a"],
  ["", "a"],
])("%j does not match %j", (pattern, text) => expect(matches(pattern, text)).toBe(false));

describe("the quirks of the reference", () => {
  test("a prefix and a suffix may overlap", () => expect(matches("a*a", "a")).toBe(true));
  test("characters outside the same list are searched as one text", () => {
    expect(matches("[!ab][!ab]", "aa")).toBe(true);
    expect(matches("[!ab][!ab]", "ab")).toBe(false);
  });
  test("among fixed lengths a question mark takes no character of several bytes", () => {
    expect(matches("a?c", "aéc")).toBe(false);
    expect(matches("*?", "é")).toBe(true);
  });
  test("an empty alternative beside characters crashes there, and fails here", () => {
    expect(() => matches("b{}", "b")).toThrow(Failure);
  });
});

test.each(["[", "[]", "[a", "[b-a]", "[a-b-c]", "[!]", "\ufffd", "\udcff"])("%j is refused", (pattern) => {
  expect(() => parseGlob(pattern)).toThrow(GlobSyntaxError);
});

test("a pattern that would try everything is given up", () => {
  expect(() => matches("*b*a*a*a*a*a", "a".repeat(300))).toThrow(Failure);
});

test("a long text is matched by an ordinary pattern", () => {
  expect(matches("/user/*/cart", `/user/${"x".repeat(1_000_000)}/cart`)).toBe(true);
});

const nested = (depth: number): string => `${"{a,".repeat(depth)}b${"}".repeat(depth)}`;

test("braces may be within each other up to a limit", () => {
  expect(matches(nested(deepestGlob), "b")).toBe(true);
  expect(matches(`{ab,a${"{ab,a".repeat(deepestGlob - 1)}${"}".repeat(deepestGlob)}`, "ab")).toBe(true);
  for (const depth of [deepestGlob + 1, 2_000, 100_000]) {
    expect(() => parseGlob(nested(depth))).toThrow(GlobSyntaxError);
  }
});

test("equal alternatives with braces in them have common parts", () => {
  expect(matches("{{a,b}c,{a,b}d}", "bd")).toBe(true);
  expect(matches("{{a,b}c,{a,c}d}", "bd")).toBe(false);
});

test.each(["?a", "*a", "{a,bb}"])("a sequence of too many parts is given up: %s", (part) => {
  expect(() => compileGlob(part.repeat(50))).not.toThrow();
  expect(() => compileGlob(part.repeat(5_000))).toThrow(Failure);
});
