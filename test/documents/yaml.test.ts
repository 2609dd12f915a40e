import { expect, test } from "vitest";
import { parseYaml } from "../../src/documents/yaml.ts";
import { knownDifferences } from "./known-differences.ts";
import { readRecorded, type YamlCase } from "./recorded.ts";
import { typed } from "./typed.ts";

const cases = readRecorded<YamlCase>("yaml.json");
const isKnown = ({ text }: YamlCase) => Object.hasOwn(knownDifferences, text);

function agrees(c: YamlCase): void {
  const { node, diagnostics } = parseYaml({ text: c.text });
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if ("error" in c) expect(errors.length, c.error).toBeGreaterThan(0);
  else expect(errors.length > 0 ? errors : node && typed(node)).toEqual(c.value);
}

test("there are enough recorded texts, good and bad", () => {
  expect(cases.length).toBeGreaterThan(800);
  expect(cases.filter((c) => "error" in c).length).toBeGreaterThan(200);
});

test.each(cases.filter((c) => !isKnown(c)))("$text is decoded as yaml.v3 does", agrees);

test.each(cases.filter(isKnown))("$text still differs from yaml.v3, for the reason that is told", (c) => {
  expect(() => agrees(c)).toThrow();
});

test("every known difference is a recorded text", () => {
  const texts = new Set(cases.map(({ text }) => text));
  expect(Object.keys(knownDifferences).filter((text) => !texts.has(text))).toEqual([]);
});

test("what follows the first document is not read, with a warning at its place", () => {
  for (const text of ["a: 1\n---\nb: [\n", " a: 1\nb: 2\n", "[a] b"]) {
    const { node, diagnostics } = parseYaml({ text });
    expect(node).toBeDefined();
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ["yaml_more_documents", "warning"],
    ]);
  }
  expect(parseYaml({ text: " a: 1\nb: 2\n" }).diagnostics[0]?.span.start).toBe(6);
});
