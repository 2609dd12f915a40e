import { expect, test } from "vitest";
import { parseYaml } from "../../src/documents/yaml.ts";
import { readRecorded, type YamlCase } from "./recorded.ts";
import { typed } from "./typed.ts";

const cases = readRecorded<YamlCase>("yaml.json");

test("there are enough recorded texts, good and bad", () => {
  expect(cases.length).toBeGreaterThan(800);
  expect(cases.filter((c) => "error" in c).length).toBeGreaterThan(200);
});

test.each(cases)("$text is decoded as yaml.v3 does", (c) => {
  const { node, diagnostics } = parseYaml({ text: c.text });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if ("error" in c) expect(errors.length, c.error).toBeGreaterThan(0);
  else
    expect(errors.length > 0 ? errors.map(({ message }) => message) : node && typed(node)).toEqual(c.value);
});
