import { expect, test } from "vitest";
import { plain } from "../../src/documents/plain.ts";
import { parseYamlDocuments } from "../../src/documents/yaml-documents.ts";

const said = (text: string) =>
  parseYamlDocuments({ text }).map(({ node, diagnostics }) =>
    node === undefined ? diagnostics.map(({ code, span }) => `${code} ${span.start}`) : plain(node),
  );

test("every document is read, up to one that cannot be", () => {
  expect(said("a: 1\n---\n- x\n...\n%YAML 1.1\n---\nc\n")).toEqual([{ a: 1n }, ["x"], "c"]);
  expect(said("")).toEqual([null]);
  expect(said("--- a\n--- b\n---\n")).toEqual(["a", "b", null]);
  expect(said("a: 1\n---\nb: [\n---\nc: 1\n")).toEqual([{ a: 1n }, ["yaml_bracket_open 12"]]);
});

test("places are those of the file", () => {
  const text = 'a: 1\n---\nb: "x\\ty"\nc: |\n  one\n  two\n';
  const [, second] = parseYamlDocuments({ text });
  const scalars = second?.node?.kind === "map" ? second.node.entries : [];
  const places = scalars.map(({ key, value }) => {
    const { start, end } = value.kind === "scalar" ? value.locate({ start: 2, end: 3 }) : value.span;
    return [text.slice(key.span.start, key.span.end), text.slice(start, end)];
  });
  expect(places).toEqual([
    ["b", "y"],
    ["c", "e"],
  ]);
});
