import { expect, test } from "vitest";
import { Failure } from "../../../src/core/failure.ts";
import { formatReplacement } from "../../../src/functions/lib/replacement-format.ts";
import { textFunction } from "../../../src/functions/lib/text-function.ts";
import { truncate } from "../../../src/functions/lib/truncate.ts";

test.each([
  ["short", 5, "", true, "short"],
  ["longer", 5, "", true, "longe"],
  ["longer", 5, "...", true, "lo..."],
  ["héllo", 2, "", true, "h"],
  ["héllo", 2, "", false, "h\udcc3"],
  ["😀😀", 7, "", true, "😀"],
  ["😀😀", 6, "…", true, "…"],
  ["abc", 0, "", true, ""],
  ["\udc80\udc80\udc80", 2, "", true, ""],
])("%j cut at %i with %j, safe %s: %j", (text, limit, marker, safe, expected) => {
  expect(truncate(text, limit, marker, safe)).toBe(expected);
});

test.each([
  ["%s", "x"],
  ["<%s>", "<x>"],
  ["%s%s", "x%!s(MISSING)"],
  ["%s %", "x %!(NOVERB)"],
])("the format %j gives %j", (format, expected) => expect(formatReplacement(format, "x")).toBe(expected));

test.each(["", "x", "%d", "%%s", "%s%d", "a\n%s"])("the format %j is refused", (format) => {
  expect(() => formatReplacement(format, "x")).toThrow(Failure);
});

test("a function must take one text: others are refused at once, or where they are called", () => {
  const named = (getters: string[], result: unknown) => ({
    name: "F",
    getters,
    call: () => result as string,
  });
  expect(textFunction(named(["StringGetter"], "y"))("x")).toBe("y");
  expect(() => textFunction(named(["Getter"], "y"))).toThrow(Failure);
  expect(() => textFunction(named([], "y"))).toThrow(Failure);
  const late = textFunction(named(["StringGetter", "StringGetter"], "y"));
  expect(() => late("x")).toThrow(Failure);
  expect(() => textFunction(named(["StringGetter"], true))("x")).toThrow(Failure);
});
