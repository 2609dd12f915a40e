import { expect, test } from "vitest";
import { plain } from "../../src/documents/plain.ts";
import { parseYaml } from "../../src/documents/yaml.ts";
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

test.each([
  "a: 1\n---\nb: 2\n---\nc: 3\n",
  "---\na: |\n  ---\n  x\n---\nb: [1,\n2]\n...\n---\nc: 3",
  "%YAML 1.1\n---\na: 1\n...\n%TAG ! tag:x,2000:\n---\nb: !y 2\n",
  "# only\n---\n# comments\n---\n\n---\na: 1",
  "--- a\n--- |\n text\n--- [b]\n",
  'a: "x\n  ---\n  y"\n---\nb: 1\n',
  "a: 1\r\n---\r\nb: 2\r\n---\r\nc: [\r\n",
  "a: [1\n---\nb: 2\n",
  "a: &x 1\nb: *x\n---\nc: *x\n",
  "---\n---\n---\n",
  "",
])("the documents of %j are each what they are as the first of the rest", (text) => {
  const read = parseYamlDocuments({ text });
  let from = 0;
  for (const { node, diagnostics } of read) {
    const alone = parseYaml({ text: text.slice(from) });
    const others = alone.diagnostics.filter(({ code }) => code !== "yaml_more_documents");
    expect(node && plain(node)).toEqual(alone.node && plain(alone.node));
    expect(diagnostics.map(({ code, span }) => [code, span.start - from])).toEqual(
      others.map(({ code, span }) => [code, span.start]),
    );
    const more = alone.diagnostics.find(({ code }) => code === "yaml_more_documents");
    from += more?.span.start ?? text.length;
  }
  expect(from).toBeGreaterThanOrEqual(text.length);
});
