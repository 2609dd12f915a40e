import { expect, test } from "vitest";
import { compatibility } from "../../src/core/compatibility.ts";
import { expand } from "../../src/documents/expand.ts";
import type { DocumentNode } from "../../src/documents/node.ts";
import { nodeAt } from "../../src/documents/plain.ts";
import { parseYaml } from "../../src/documents/yaml.ts";
import { type ExpansionAnswer, type ExpansionCase, readRecorded, versions } from "./recorded.ts";
import { typed } from "./typed.ts";

const cases = readRecorded<ExpansionCase>("expansion.json");

function answerOf(version: string, { text, env = {} }: ExpansionCase): Omit<ExpansionAnswer, "versions"> {
  const { node } = parseYaml({ text });
  if (node === undefined) throw new Error("the case is no YAML");
  const expanded = expand(node, { compatibility: compatibility(version), env });
  const of = (severity: string) => expanded.diagnostics.filter((d) => d.severity === severity);
  const [error] = of("error");
  if (error !== undefined) return { error: error.code };
  const unset = of("warning").map(({ message }) => /variable (\w+) is not set/.exec(message)?.[1] ?? message);
  return { value: typed(expanded.node), unset, ...texts(expanded.node) };
}

/** What a configuration with a text at `x` and texts at `l` gets. */
function texts(node: DocumentNode): { text: string } | { textError: true } {
  const x = nodeAt(node, ["x"]);
  if (x === undefined) return { text: "" };
  const isNothing = x.kind === "scalar" && x.value === null;
  return x.text === undefined && !isNothing ? { textError: true } : { text: x.text ?? "" };
}

test("there are enough recorded configurations, for all releases", () => {
  expect(cases.length).toBeGreaterThan(400);
  for (const { answers } of cases)
    expect(answers.flatMap((a) => a.versions).sort()).toEqual([...versions].sort());
});

for (const version of versions) {
  test.each(cases)(`${version} makes of $text what it is recorded to`, (c) => {
    const recorded = c.answers.find((a) => a.versions.includes(version));
    const { error, value, unset, text, textError } = recorded ?? {};
    const mine = answerOf(version, c);
    if (error !== undefined) return expect(mine.error, error).toBeDefined();
    expect(mine.value ?? mine.error).toEqual(value);
    expect([...new Set(mine.unset)].sort()).toEqual([...new Set(unset)].sort());
    if (!c.text.startsWith("x:")) return;
    // Until 0.104.0 any number is a text.
    if (version === "0.104.0" && textError === undefined) return;
    if (textError) expect(mine.textError).toBe(true);
    else expect(mine.text).toBe(text);
  });
}
