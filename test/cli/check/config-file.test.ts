import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Workspace } from "../call.ts";

const space = new Workspace();
const file = space.file.bind(space);
const check = (...args: string[]) => space.call(["check", ...args]);
const glob = join(space.folder, "glob.yaml");
const writeGlob = () =>
  file(
    "glob.yaml",
    `processors:\n  filter/a:\n    error_mode: ignore\n    metrics:\n      metric: ['IsMatch(name, "pod-*")']\n`,
  );
const inFolder = (folder: string) => vi.spyOn(process, "cwd").mockReturnValue(folder);
beforeEach(() => {
  space.clear();
  writeGlob();
  inFolder(join(space.folder, "inner/most"));
});
afterEach(() => vi.restoreAllMocks());

/** Writes the configuration of the outermost folder. */
const config = (text: string, name = "ottlkit.config.yaml") => file(name, text);

describe("the nearest configuration file", () => {
  test("says what is made of what rules find", async () => {
    config("rules:\n  glob_pattern: error\n");
    expect((await check(glob)).code).toBe(1);
    config("rules:\n  glob_pattern: off\n");
    expect((await check(glob)).stdout).toContain("nothing found");
  });

  test("is that of the folder itself before those around it", async () => {
    config("rules: { glob_pattern: error }");
    file("inner/ottlkit.config.json", '{\n\t"rules": { "glob_pattern": "off" }\n}\n');
    expect((await check(glob)).stdout).toContain("nothing found");
    inFolder(space.folder);
    expect((await check(glob)).code).toBe(1);
  });

  test("gives way to options, and is not read where none is wanted", async () => {
    config('compatibility: "0.118.0"\nmax_warnings: 0\n');
    const { code, stdout } = await check(glob);
    expect([code, stdout]).toEqual([1, expect.stringContaining("checked against 0.118.0")]);
    expect((await check(glob, "--max-warnings", "1")).code).toBe(0);
    expect((await check(glob, "--compatibility", "0.150.0")).stdout).toContain("checked against 0.150.0");
    expect((await check(glob, "--no-config")).stdout).toContain("checked against 0.165.0");
    config("rules: { glob_pattern: error }");
    expect((await check(glob, "--rule", "glob_pattern=info")).code).toBe(0);
  });

  test("may be empty", async () => {
    config("# nothing yet\n");
    expect((await check(glob)).code).toBe(0);
  });
});

test("--config names another one", async () => {
  const other = file("other/checks.yaml", "rules: { glob_pattern: error }\n");
  expect((await check(glob, "--config", other)).code).toBe(1);
  expect(await check(glob, "--config", join(space.folder, "none.yaml"))).toEqual({
    code: 2,
    stdout: "",
    stderr: "ottlkit: the configuration file none.yaml cannot be read: there is no such file\n",
  });
});

describe("ignore", () => {
  const broken = "processors: { filter: { metrics: { metric: ['nme == 1'] } } }\n";
  test.for([
    ["vendor", "vendor/"],
    ["vendor/**", "**/vendor/*.yaml"],
  ])("%j leaves out a folder", async (patterns) => {
    file("vendor/broken.yaml", broken);
    config(JSON.stringify({ ignore: patterns }), "ottlkit.config.yaml");
    const { code, stdout, stderr } = await check(join(space.folder, "{vendor/*,glob}.yaml"));
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("1 text in 1 file");
  });

  test("tells of a file that is named and left out all the same", async () => {
    const path = file("left out (1).yaml", broken);
    config('ignore: ["left*"]');
    expect(await check(path)).toEqual({
      code: 0,
      stdout: "",
      stderr: 'ottlkit: left out (1).yaml is not checked: "ignore" of ../../ottlkit.config.yaml means it\n',
    });
  });

  test("means nothing outside of the folder of its file", async () => {
    const inner = file("inner/ottlkit.config.yaml", 'ignore: ["**"]');
    expect((await check(glob, "--config", inner)).stdout).toContain("1 warning: 1 text in 1 file");
  });
});

describe("what is wrong in a configuration file is told at its place", () => {
  test.for([
    ['compatibilty: "0.118.0"', "1:1", 'did you mean "compatibility"?'],
    ["rules:\n  glob_patern: off", "2:3", 'did you mean "glob_pattern"?'],
    ["rules:\n  glob_pattern: warn", "2:17", 'did you mean "warning"?'],
    ["compatibility: 0.118", "1:16", "put it in quotes"],
    ['compatibility: "0.999.0"', "1:16", "0.165.0"],
    ['gates: ["ottl.nope"]', "1:9", 'there is no feature gate "ottl.nope"'],
    ['ignore: ["!a"]', "1:10", 'begins with "!"'],
    ["max_warnings: -1", "1:15", "at least 0"],
    ["rules: [", "1:8", 'no closing "]"'],
    ["- a", "1:1", "expected a map"],
  ] as const)("%j", async ([text, place, reason]) => {
    config(text);
    const { code, stderr } = await check(glob);
    expect(code).toBe(2);
    expect(stderr).toContain(`ottlkit.config.yaml:${place}`);
    expect(stderr).toContain(reason);
  });

  test("and a gate of an option that its version lacks is told as such", async () => {
    config('compatibility: "0.118.0"');
    const { code, stderr } = await check(glob, "--gate", "ottl.set.allowNil");
    expect(code).toBe(2);
    expect(stderr).toContain('--gate: feature gate "ottl.set.allowNil" does not exist in version 0.118.0');
  });

  test("and a gate of the file that the version of an option lacks, too", async () => {
    config('compatibility: "0.160.0"\ngates: [ottl.set.allowNil]');
    expect((await check(glob)).code).toBe(0);
    const { code, stderr } = await check(glob, "--compatibility", "0.118.0");
    expect(code).toBe(2);
    expect(stderr).toContain('gates of ../../ottlkit.config.yaml: feature gate "ottl.set.allowNil" does not');
  });
});
