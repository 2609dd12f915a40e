import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer } from "../../scripts/answer.ts";
import * as limits from "../../src/core/limits.ts";
import type { StandardOptions } from "../../src/engine/standard.ts";
import * as syntaxLimits from "../../src/syntax/limits.ts";

const document = readFileSync(new URL("../../grammar/LANGUAGE.md", import.meta.url), "utf8");
const blocks = [...document.matchAll(/^```(\w+) ?([^\n]*)\n(.*?)^```/gms)].map(
  ([, language = "", settings = "", text = ""]) => ({ language, settings, text }),
);
const record = JSON.parse(blocks.find(({ language }) => language === "json")?.text ?? "");

const examples = blocks
  .filter(({ language }) => language === "ottl")
  .flatMap(({ settings, text }) =>
    text
      .trim()
      .split("\n")
      .map((line) => ({ settings, line })),
  );

test.for(examples)("$line $settings", ({ settings, line }) => {
  const [, text = "", expected] = /^(.*?) +(→ .*|✗ \w+)$/.exec(line) ?? [];
  const given = answer("log", text, structuredClone(record), optionsOf(settings));
  expect(given.startsWith("✗") ? given : `→ ${given}`).toBe(expected);
});

/** A version, or options written `name=value`. */
function optionsOf(settings: string): StandardOptions {
  const [, name, value = ""] = /^(\w+)=(.*)$/.exec(settings) ?? [];
  if (name === "gates") return { gates: [value] };
  if (name === "pathContextNames")
    return { pathContextNames: value === "prepend" ? value : value === "true" };
  return settings === "" ? {} : { compatibility: settings };
}

const programs = blocks.flatMap(({ language, text }, i) =>
  language === "ts" ? [{ source: text, output: blocks[i + 1]?.text }] : [],
);

test.for(programs)(
  "a program of the language document prints what it says: $source",
  ({ source, output }) => {
    const entry = new URL("../../src/index.ts", import.meta.url).href;
    const program = source.replaceAll('from "ottlkit"', `from "${entry}"`);
    const args = ["--input-type=module-typescript", "--no-warnings", "--eval", program];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: output, stderr: "" });
  },
);

test("the language document has examples and programs", () => {
  expect(examples.length).toBeGreaterThan(80);
  expect(programs.length).toBeGreaterThan(2);
});

test("the language document names the shared limits", () => {
  const table = document.slice(document.indexOf("## Limits"), document.indexOf("## Differences"));
  const numbers = Object.values({ ...limits, ...syntaxLimits }).map((limit) => limit.toLocaleString("en-US"));
  expect(numbers.filter((number) => !table.includes(number))).toEqual([]);
});
