import { cpSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { file, testCommand } from "./call.ts";

test.for([
  ["conditions", 7],
  ["processors", 5],
  ["statements", 6],
  ["signals", 10],
] as const)("all cases of the suite %s pass", async ([name, cases]) => {
  const { code, stdout, stderr } = await testCommand(`fixtures/suites/${name}.suite.yaml`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(new RegExp(`^${cases} passed \\(${cases} cases in 1 suite\\)$`, "m"));
});

test("the suite of the mesh example passes with both versions", async () => {
  const { code, stdout } = await testCommand("examples/mesh-filter/mesh.suite.yaml");
  expect(code).toBe(0);
  expect(stdout).toContain("✓ eleven names are left of a proxy's scrape (0.118.0)\n");
  expect(stdout).toContain("✓ eleven names are left of a proxy's scrape (0.165.0)\n");
});

test("the suite of the README passes on the mesh example", async () => {
  const readme = readFileSync("README.md", "utf8");
  const [, suite = ""] = /^```yaml\n(config:.*?)^```/ms.exec(readme) ?? [];
  const path = file("readme/readme.suite.yaml", suite);
  cpSync("examples/mesh-filter", dirname(path), { recursive: true });
  expect(await testCommand(path)).toMatchObject({ code: 0, stdout: expect.stringContaining("6 passed") });
});

test("a failing suite tells what came instead, and the line of the rule that decided", async () => {
  const { code, stdout } = await testCommand("fixtures/suites/failing.yaml");
  expect(code).toBe(1);
  await expect(stdout).toMatchFileSnapshot("../../../fixtures/suites/failing.txt");
});

test("an error that error_mode lets pass is shown although the case passes", async () => {
  const { code, stdout } = await testCommand("fixtures/suites/failing.yaml", "--filter", "NOBODY expects");
  expect(code).toBe(0);
  expect(stdout).toContain("! [invalid_range] start 0 and length 9 are not inside a text of 2 bytes");
  expect(stdout).toContain("fixtures/suites/failing.yaml:21:16 · tests[4].condition");
});

test("several suites are counted together", async () => {
  const { stdout } = await testCommand("fixtures/suites/*.suite.yaml");
  expect(stdout).toMatch(/^28 passed \(28 cases in 4 suites\)$/m);
});

const condition = "tests:\n  - name: a\n    condition: metric.name == ";
const broken: readonly [why: string, suite: string, ...says: string[]][] = [
  [
    "an unknown key",
    `${condition}"a"\n    metrc: {}\n    expect: matches\n`,
    "at s.yaml:4:5 · tests[0].metrc",
    'did you mean "metric"?',
  ],
  [
    "an unknown expectation",
    `${condition}"a"\n    metric: {}\n    expect: { matchs: true }\n`,
    "at s.yaml:5:15 · tests[0].expect.matchs",
    'did you mean "matches"?',
  ],
  [
    "an unknown word",
    `${condition}"a"\n    metric: {}\n    expect: droped\n`,
    "at s.yaml:5:13 · tests[0].expect",
    'did you mean "dropped"?',
  ],
  [
    "an expectation of another kind of rule",
    `${condition}"a"\n    metric: {}\n    expect: dropped\n`,
    '"dropped" cannot be expected of conditions',
    "at s.yaml:5:13",
  ],
  [
    "no expectation",
    `${condition}"a"\n    metric: {}\n`,
    "the test expects nothing",
    "at s.yaml:2:5 · tests[0]",
  ],
  ["no input", `${condition}"a"\n    expect: matches\n`, "the test has no input", "at s.yaml:2:5 · tests[0]"],
  ["no rule", "tests: [{ name: a, metric: {}, expect: kept }]", "the test has no rule", "at s.yaml:1:9"],
  [
    "an unknown version",
    `versions: ["0.99.0"]\n${condition}"a"\n    metric: {}\n    expect: matches\n`,
    "version 0.99.0 is not among the known ones",
    "at s.yaml:1:12 · versions[0]",
  ],
  [
    "a rule that is wrong",
    `${condition}"a" and metric.nme == "b"\n    metric: {}\n    expect: matches\n`,
    "at s.yaml:3:39 · tests[0].condition",
    'did you mean "metric.name"?',
  ],
  [
    "an input that is not there",
    `${condition}"a"\n    file: nothing.json\n    expect: matches\n`,
    'no file matches "nothing.json"',
    "at s.yaml:4:11 · tests[0].file",
  ],
  [
    "a configuration that is not there",
    "config: nothing.yaml\ntests: [{ name: a, metric: {}, expect: kept }]",
    'no file matches "nothing.yaml"',
    "at s.yaml:1:9 · config",
  ],
  [
    "a metric that cannot be built",
    `${condition}"a"\n    metric: { type: histogram, counts: [1] }\n    expect: matches\n`,
    "the number of counts must be 16",
    "at s.yaml:4:5 · tests[0].metric",
  ],
  [
    "records without what the condition is about",
    `${condition}"a"\n    payload: { resourceSpans: [] }\n    expect: matches\n`,
    "the input holds nothing of context metric",
  ],
  [
    "a metric that is none",
    "config: c.yaml\ntests: [{ name: a, record: { metric: 3 }, expect: kept }]",
    "metrics[0] must be an object, found number",
    "at s.yaml:2:20 · tests[0].record",
  ],
  [
    "a time without quotes",
    `${condition}"a"\n    record: { metric: {}, resource: { attributes: { at: 2026-01-01 } } }\n    expect: matches\n`,
    "a value must be in quotes where it looks like a time, found a time",
    "at s.yaml:4:5 · tests[0].record",
  ],
  ["no YAML", "tests: [", "error[yaml", "at s.yaml:1"],
];

describe("a suite is refused that has", () => {
  test.for(broken)("%s", async ([, suite, ...says]) => {
    file(
      "c.yaml",
      "processors: { resource: { attributes: [{ key: a, value: b, action: insert }] } }\nservice: {pipelines: {metrics: {processors: [resource]}}}",
    );
    const { code, stdout } = await testCommand(file("s.yaml", suite));
    for (const text of says) expect(stdout).toContain(text);
    expect(stdout).toContain("1 suite broken");
    expect(code).toBe(2);
  });
});

test("a payload that is refused is neither kept nor dropped, and silent errors count", async () => {
  file(
    "c.yaml",
    `processors:
  filter/strict: { error_mode: propagate, metrics: { metric: ['ParseJSON(description)["a"] == 1'] } }
  filter/silent: { error_mode: silent, metrics: { metric: ['ParseJSON(description)["a"] == 1', 'name == "\${env:N}"'] } }
`,
  );
  const metric = (name: string) =>
    `{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"${name}"}]}]}]}\n`;
  file("lines.jsonl", metric("a") + metric("b"));
  const suite = file(
    "s.yaml",
    `config: c.yaml
env: { N: b }
tests:
  - { name: refused, processor: filter/strict, metric: { name: x }, expect: rejected }
  - { name: not kept, processor: filter/strict, metric: { name: x }, expect: kept }
  - { name: silent, processor: filter/silent, file: "*.jsonl", expect: { kept: a, dropped: b, errors: 2 } }
`,
  );
  const { stdout } = await testCommand(suite);
  expect(stdout).toContain("✓ refused\n");
  expect(stdout).toContain("✗ not kept");
  expect(stdout).toContain("the payload was rejected: ");
  expect(stdout).toContain("✓ silent\n");
});

test("everything that is wrong with a suite is told at once", async () => {
  const tests =
    "tests:\n  - { name: a, metric: {}, expect: kept }\n  - { name: b, condition: 'true', expect: matches }\n";
  const { stdout } = await testCommand(file("s.yaml", tests));
  expect(stdout.match(/^ *error\[/gm)).toHaveLength(2);
});

test("a broken suite does not keep others from running", async () => {
  const { code, stdout } = await testCommand(
    file("s.yaml", "tests: 1"),
    "fixtures/suites/statements.suite.yaml",
  );
  expect(stdout).toContain("1 suite broken, 6 passed");
  expect(code).toBe(2);
});

test.for([
  [["nothing.yaml"], "there is no file nothing.yaml"],
  [["fixtures/suites/failing.yaml", "--filter", "zzz"], 'no case has "zzz" in its name'],
  [[""], "the name of a file is empty"],
  [["--coverage-lcov", ""], "the name after --coverage-lcov is empty"],
  [["--filtr", "x"], 'test has no option --filtr: did you mean "filter"?'],
] as const)("%j is refused", async ([args, says]) => {
  const { code, stderr } = await testCommand(...args);
  expect(stderr).toContain(says);
  expect(code).toBe(2);
});
