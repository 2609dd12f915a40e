import { describe, expect, test } from "vitest";
import { readConfiguration } from "../../src/collector/configuration.ts";
import { createPipeline } from "../../src/collector/pipeline/pipeline.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { type MergeCase, readRecorded, versions } from "../documents/recorded.ts";
import { typed } from "../documents/typed.ts";

const cases = readRecorded<MergeCase>("merge.json");

describe.each(versions)("%s", (compatibility) => {
  test.each(cases)("makes of $files what it is recorded to", ({ files, env = {}, answers }) => {
    const { error, value } = answers.find((a) => a.versions.includes(compatibility)) ?? {};
    const merged = attempt(() =>
      readConfiguration(
        files.map((text) => ({ text })),
        { env, compatibility },
      ),
    );
    if (error !== undefined) return expect(merged, error).toBeInstanceOf(OttlError);
    // The Collector takes an empty configuration and refuses to start with it.
    if (JSON.stringify(value) === '["map",[]]' && merged instanceof OttlError)
      return expect(merged.code).toBe("empty_configuration");
    if (merged instanceof OttlError) throw merged;
    expect(typed(merged)).toEqual(value);
  });
});

test("an error of a later file is told with the file and the line there", () => {
  const files = [
    { file: "base.yaml", text: "processors:\n  filter/mesh:\n    error_mode: ignore\n" },
    {
      file: "mesh.yaml",
      text: 'processors:\n  filter/mesh:\n    metrics:\n      metric:\n        - nmae == "up"\nservice: {pipelines: {metrics: {processors: [filter/mesh]}}}\n',
    },
  ];
  const error = attempt(() => createPipeline(files));
  expect(error).toBeInstanceOf(OttlError);
  expect(error).toMatchObject({ file: "mesh.yaml", message: expect.stringContaining("mesh.yaml:5:11: ") });
  expect(String(error)).toContain("at mesh.yaml:5:11 · processors.filter/mesh.metrics.metric[0]\n");
});

test("a condition of a later file has its place there", () => {
  const files = [
    { file: "base.yaml", text: "processors: {filter/mesh: {error_mode: ignore}}" },
    {
      file: "mesh.yaml",
      text: 'processors:\n  filter/mesh:\n    metrics:\n      metric:\n        - name == "up"\nservice: {pipelines: {metrics: {processors: [filter/mesh]}}}\n',
    },
  ];
  const [stage] = createPipeline(files).stages;
  expect(stage?.filter?.lists[0]?.conditions[0]?.place).toEqual({
    path: "processors.filter/mesh.metrics.metric[0]",
    file: "mesh.yaml",
    line: 5,
    column: 11,
  });
  expect(stage?.filter?.lists[0]?.errorMode).toBe("ignore");
});

test("a key that makes a configuration too deep is told with its place", () => {
  const key = (names: number) => `? a${"::a".repeat(names - 1)}\n: 1\n`;
  const map = (depth: number) => `${"{a: ".repeat(depth)}1${"}".repeat(depth)}`;
  for (const text of [key(500), map(500)])
    expect(attempt(() => readConfiguration(text))).not.toBeInstanceOf(OttlError);
  for (const names of [501, 100_000])
    expect(attempt(() => readConfiguration(`b: 1\n${key(names)}`))).toMatchObject({
      code: "yaml_too_deep",
      diagnostics: [{ span: { start: 7 } }],
    });
});

test("many keys that stand for keys of one map take no time that grows with their square", () => {
  const text = Array.from({ length: 20_000 }, (_, i) => `a::k${i}: 1\n`).join("");
  expect(readConfiguration(text)).toMatchObject({ entries: [{ value: { entries: { length: 20_000 } } }] });
});

function attempt<T>(step: () => T): T | OttlError {
  try {
    return step();
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
}
