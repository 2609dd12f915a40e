import { describe, expect, test } from "vitest";
import { Workspace } from "../call.ts";

const space = new Workspace();
const call = (...args: string[]) => space.call(args);

describe("functions", () => {
  test("are listed by group with what they do", async () => {
    const { code, stdout } = await call("functions");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Editors\n/);
    expect(stdout).toMatch(/^ {2}Concat +Joins the texts of the values of a list into one/m);
    expect(stdout).not.toContain("…");
  });

  test("are shown with signature, parameters, versions, errors and examples", async () => {
    const { stdout } = await call("functions", "substring");
    expect(stdout).toContain(
      "Substring(target: string, start: int, length: int, utf8_safe?: bool literal): string\n",
    );
    expect(stdout).toContain("utf8_safe (bool literal, default false, since 0.154.0)");
    expect(stdout).toContain('Substring("response_total", 0, 8)  → "response"');
    expect(stdout).toContain("invalid_range");
  });

  test("say which gate they need", async () => {
    const { stdout } = await call("functions", "Any");
    expect(stdout).toMatch(/with the feature gate \S+/);
  });

  test("are data with --format json, every one of them", async () => {
    const all = JSON.parse((await call("functions", "--format", "json")).stdout) as { name: string }[];
    const names = all.map(({ name }) => name);
    expect(names).toContain("HasAttrKeyOnDatapoint");
    for (const name of ["Concat", "set"]) {
      const one = JSON.parse((await call("functions", name, "--format", "json")).stdout);
      expect(one).toEqual(all.find((other) => other.name === name));
    }
  });
});

describe("contexts", () => {
  test("are listed", async () => {
    const { stdout } = await call("contexts");
    for (const name of ["resource", "metric", "datapoint", "span", "log", "profile"])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, "m"));
  });

  test("are shown with their paths, enums and an example, by their other names too", async () => {
    const { stdout } = await call("contexts", "log");
    expect(stdout).toMatch(/^ {2}body\[…\] +any: /m);
    expect(stdout).toMatch(/in nanoseconds since\n +1970\.\n/);
    expect(stdout).toContain("SEVERITY_NUMBER_WARN");
    expect(stdout).toContain("example\n");
    expect((await call("contexts", "instrumentation_scope")).stdout).toMatch(/^scope\n/);
  });

  test("are data with --format json", async () => {
    const { paths, enums } = JSON.parse((await call("contexts", "metric", "--format", "json")).stdout);
    expect(paths).toContainEqual(expect.objectContaining({ path: "is_monotonic", type: "bool", nil: true }));
    expect(enums.METRIC_DATA_TYPE_SUM).toBe(2);
  });
});

describe("codes", () => {
  test("are listed, all of them with what they mean", async () => {
    const all = JSON.parse((await call("codes", "--format", "json")).stdout) as Record<string, string>[];
    expect(all.length).toBeGreaterThan(200);
    expect(all.filter(({ summary, why, message }) => !summary || !why || !message)).toEqual([]);
    expect(all.filter(({ message }) => /undefined|\[object/.test(String(message)))).toEqual([]);
    expect((await call("codes")).stdout).toMatch(
      /^ {2}glob_pattern +A regular expression that looks like a glob/m,
    );
  });

  test("of lint rules are shown with reason and examples", async () => {
    const { stdout } = await call("codes", "glob_pattern");
    expect(stdout).toMatch(/^warning\[glob_pattern\]\n/);
    expect(stdout).toContain('found in\n  IsMatch(resource.attributes["k8s.pod.name"], "pod-*")\n');
    expect(stdout).toContain('not in\n  IsMatch(resource.attributes["k8s.pod.name"], "^pod-")\n');
  });

  test("of the engine are shown with what to do", async () => {
    const { stdout } = await call("codes", "division_by_zero");
    expect(stdout).toContain("what to do\n  Ask for 0 in the condition before.\n");
  });
});

test.each([
  ["division_by_zero", "error"],
  ["action_setting_ignored", "warning"],
  ["processor_not_run", "warning"],
  ["yaml_more_documents", "warning"],
])("the code %s is shown with its severity", async (code, severity) => {
  expect((await call("codes", code)).stdout).toMatch(`${severity}[${code}]\n`);
});

describe("the command line", () => {
  test.each([
    [["functions", "Concatt"], 'there is no function "Concatt": did you mean "Concat"?'],
    [["contexts", "metrics"], 'there is no context "metrics": did you mean "metric"?'],
    [["codes", "unknown_pth"], 'there is no code "unknown_pth": did you mean "unknown_path"?'],
    [["codes", "zzzzzzzz"], 'there is no code "zzzzzzzz": "ottlkit codes" lists them'],
    [["functions", "set", "limit"], '"limit" is one argument too many'],
    [["functions", "--format", "yaml"], '--format is one of pretty, json, not "yaml"'],
    [["functions", "--jsn"], "functions has no option --jsn"],
  ])("%j is refused with its reason", async (args, message) => {
    expect(await call(...args)).toEqual({
      code: 2,
      stdout: "",
      stderr: `ottlkit: ${message}\nTry "ottlkit ${args[0]} --help".\n`,
    });
  });

  test.each(["functions", "contexts", "codes"])("%s has help", async (command) => {
    const { code, stdout } = await call(command, "--help");
    expect([code, stdout.startsWith(`usage: ottlkit ${command} [name]`)]).toEqual([0, true]);
  });

  test("a list on a terminal has lines of its width at most", async () => {
    const { stdout } = await space.call(["functions"], { columns: 60 });
    const plain = stdout.replaceAll("\x1b[1m", "").replaceAll("\x1b[0m", "");
    expect(plain.split("\n").filter((line) => line.length > 60)).toEqual([]);
  });
});
