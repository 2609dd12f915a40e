import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { runModule } from "./run-node.ts";

const folder = inject("installed");
const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```/gms)].map(([, language, text]) => ({
  language,
  text,
}));
const programs = blocks.flatMap((block, i) => {
  const next = blocks[i + 1];
  if (block.language !== "ts") return [];
  return [{ source: block.text as string, output: next?.language === "text" ? (next.text as string) : "" }];
});

test("the README has programs, each with its output", () => {
  expect(programs.length).toBeGreaterThan(1);
  expect(programs.filter(({ output }) => output === "")).toEqual([]);
});

test.for(programs.map((program, i) => ({ ...program, name: `program ${i + 1}` })))(
  "$name of the README prints what it says",
  ({ source, output }) => {
    const { stdout, stderr } = runModule(folder, "readme.mjs", source);
    expect({ stdout, stderr }).toEqual({ stdout: output, stderr: "" });
  },
);

test("the command of the README answers", () => {
  const command = blocks.find((block) => block.text?.includes("npx ottlkit eval"))?.text as string;
  const reply = execSync(command, { cwd: folder, encoding: "utf8" });
  expect(JSON.parse(reply)).toEqual({ id: 1, ok: true, context: "metric" });
});

test("the set-up commands of the README are scripts of the package", () => {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  const used = [...readme.matchAll(/npm (?:run )?(demo|test|verify|fuzz|bench)\b/g)].map(
    ([, name]) => name as string,
  );
  expect(new Set(used).size).toBe(5);
  expect(used.filter((name) => scripts[name] === undefined)).toEqual([]);
});
