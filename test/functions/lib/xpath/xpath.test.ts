import { expect, test } from "vitest";
import { Failure } from "../../../../src/core/failure.ts";
import { parseDocument, type XmlNode } from "../../../../src/functions/lib/xml/tree.ts";
import { compileXPath } from "../../../../src/functions/lib/xpath/xpath.ts";

const nameOf = ({ kind, data, attributes }: XmlNode): string =>
  kind === "element" ? `${data}${attributes[0]?.value ?? ""}` : data;

const document = "<r><a n='1'>x<b n='2'>y</b></a><a n='3'><b n='4'>x=x</b><b n='5'>z</b></a><!--c--></r>";
const select = (xPath: string): string[] => compileXPath(xPath)(parseDocument(document)).map(nameOf);

test.each([
  ["//b", ["b2", "b4", "b5"]],
  ["//b[1]", ["b2", "b4"]],
  ["(//b)[1]", ["b2"]],
  ["//b[last()]", ["b2", "b5"]],
  ["//b/ancestor::*[1]", ["a1", "a3", "a3"]],
  ["//b | //a", ["b2", "b4", "b5", "a1", "a3"]],
  ["reverse(//a)", ["a3", "a1"]],
  ["//b/..", ["a1", "a3", "a3"]],
  ["//@n[. > 3]", ["n", "n"]],
  ["count(//b)", []],
])("%s selects %j", (xPath, names) => {
  expect(select(xPath)).toEqual(names);
});

test("a union takes an attribute and a text for one where they read alike in one place", () => {
  const found = compileXPath("//@n | //text()")(parseDocument("<a n='n'>n</a>"));
  expect(found.map(({ kind }) => kind)).toEqual(["attribute"]);
});

test("a compiled XPath can be used again", () => {
  const xPath = compileXPath("//b[position() = last()]");
  const found = [document, document].map((text) => xPath(parseDocument(text)).length);
  expect(found).toEqual([2, 2]);
});

test.each(["", "//b[", "$x", "a::b", "f()", "count()", "namespace::a"])("%j is refused", (xPath) => {
  expect(() => compileXPath(xPath)).toThrow(Failure);
});
