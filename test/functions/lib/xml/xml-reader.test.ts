import { expect, test } from "vitest";
import { Failure } from "../../../../src/core/failure.ts";
import { XmlReader } from "../../../../src/functions/lib/xml/xml-reader.ts";

function tokensOf(source: string, otherEncodings = true): unknown[] {
  const reader = new XmlReader(source, otherEncodings);
  const tokens: unknown[] = [];
  for (let token = reader.next(); token !== undefined; token = reader.next()) tokens.push(token);
  return tokens;
}

function lineOfFailure(source: string): unknown {
  try {
    tokensOf(source);
  } catch (error) {
    if (error instanceof Failure) return error.params.line;
  }
  return undefined;
}

test("an empty element is a start and an end", () => {
  const a = { kind: "start", name: { space: "", local: "a" }, attributes: [] };
  expect(tokensOf("<a/>")).toEqual([a, { kind: "end" }]);
});

test("a prefix stands for its namespace in the element that declares it and within", () => {
  const names = tokensOf("<x:a xmlns:x='u'><x:b/></x:a><x:c/>").flatMap((token) =>
    Object.values(token as object).filter((part) => typeof part === "object" && "local" in part),
  );
  expect(names).toEqual([
    { space: "u", local: "a" },
    { space: "u", local: "b" },
    { space: "x", local: "c" },
  ]);
});

test.each([
  ["&lt;&#65;&#x42;", "<AB"],
  ["a\r\nb\rc&#13;", "a\nb\nc\r"],
  ["&#xD800;", "\ufffd"],
])("the text %j is %j", (source, text) => {
  expect(tokensOf(source)).toEqual([{ kind: "text", text }]);
});

test.each([
  ["<!D '>' <x> <!-- > -->>", "D '>' <x>  "],
  ["<!-!>", undefined],
  ["<!'a>", "'a"],
])("the directive %j has the text %j", (source, text) => {
  if (text === undefined) expect(() => tokensOf(source)).toThrow(Failure);
  else expect(tokensOf(source)).toEqual([{ kind: "directive", text }]);
});

test("bytes that are not UTF-8 may be in comments only", () => {
  expect(tokensOf("<!--\udcff-->")).toEqual([{ kind: "comment", text: "\udcff" }]);
  expect(() => tokensOf("<a>\udcff</a>")).toThrow(Failure);
  expect(() => tokensOf("<\udcff/>")).toThrow(Failure);
});

test("what follows the declaration of an encoding is decoded", () => {
  const source = "<?xml version='1.0' encoding='windows-1252'?>\udc80\udce9";
  expect(tokensOf(source).at(-1)).toEqual({ kind: "text", text: "€é" });
  expect(() => tokensOf(source, false)).toThrow(Failure);
});

test.each([
  ["<a>\n\n</b>", 3],
  ["<a\n x=1/>", 2],
  ["<?xml version='1.0' encoding='latin1'?>\n<a>\n<", 3],
])("a failure in %j tells its line", (source, line) => {
  expect(lineOfFailure(source)).toBe(line);
});
