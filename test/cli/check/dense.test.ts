import { expect, test } from "vitest";
import { type CheckedSource, checkSource } from "../../../src/cli/check/check-source.ts";
import { denseConfiguration } from "../../bench/configurations.ts";

const settings = { compatibility: undefined, gates: [], rules: {}, env: { OTLP_ENDPOINT: "localhost:4317" } };
const looked = (seed: number): CheckedSource =>
  checkSource({ text: denseConfiguration(seed) }, "yaml", settings);
const told = ({ found }: CheckedSource) => found.map(({ diagnostic }) => diagnostic);

test("configurations full of right texts have no errors, and tell the same each time they are looked at", () => {
  for (const seed of [0, 1, 2]) {
    const first = looked(seed);
    expect(first.texts).toHaveLength(140);
    expect(told(first).filter(({ severity }) => severity === "error")).toEqual([]);
    expect(told(first).length).toBeGreaterThan(5);
    expect(told(looked(seed))).toEqual(told(first));
  }
});

test("lists of the same texts are told apart by where they stand and what is asked for", () => {
  const yaml = (mode: string) =>
    `processors:\n  filter/a:\n${mode}    logs:\n      log_record: ['HasPrefix(attributes["a"], "b")']\n`;
  const codes = (mode: string, compatibility?: string) =>
    told(checkSource({ text: yaml(mode) }, "yaml", { ...settings, compatibility })).map(({ code }) => code);
  expect(codes("    error_mode: ignore\n")).toEqual([]);
  expect(codes("")).toEqual(["error_mode_unstated"]);
  expect(codes("    error_mode: ignore\n", "0.118.0")).toEqual(["function_not_in_version"]);
});
