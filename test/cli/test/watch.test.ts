import { renameSync, rmSync } from "node:fs";
import { expect, test } from "vitest";
import { Watched } from "../watched.ts";
import { file, testCommand } from "./call.ts";

const config = (name: string) => `processors:
  filter/a:
    error_mode: ignore
    metrics: { metric: ['name == "${name}"'] }
`;
const suite = (expected: string) => `config: collector.yaml
processor: filter/a
tests:
  - name: a test
    file: "*.json"
    expect: ${expected}
`;
const payload = (name: string) =>
  `{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"name":"${name}","gauge":{"dataPoints":[{"asInt":"1"}]}}]}]}]}`;

test("a change of a suite, a configuration or an input runs the tests again", async () => {
  const path = file("watch/a.suite.yaml", suite("dropped"));
  file("watch/collector.yaml", config("up"));
  const input = file("watch/one.json", payload("up"));
  const watched = new Watched(["test", "--watch", path]);
  expect(await watched.round()).toMatch(/✓ a test\n\n1 passed .*\n\nwatching 3 files/);
  file("watch/collector.yaml", config("down"));
  expect(await watched.round()).toContain("✗ a test");
  file("watch/one.json", payload("down"));
  expect(await watched.round()).toContain("✓ a test");
  file("watch/a.suite.yaml", suite("kept"));
  expect(await watched.round()).toContain("✗ a test");
  file("watch/next", suite("dropped"));
  renameSync(path.replace("a.suite.yaml", "next"), path);
  expect(await watched.round()).toContain("✓ a test");
  file("watch/two.json", payload("other"));
  expect(await watched.round()).toContain("kept: in filter/a metrics.metric[0]");
  rmSync(input);
  expect(await watched.round()).toContain("✗ a test");
  expect(await watched.interrupt()).toBe(1);
  expect(process.listenerCount("SIGINT")).toBe(0);
});

test("what cannot be used is told, and left for the next change", async () => {
  const path = file("broken/a.suite.yaml", suite("dropped"));
  file("broken/one.json", payload("up"));
  const watched = new Watched(["test", "--watch", path], { isTTY: true });
  expect(await watched.round()).toContain("collector.yaml");
  file("broken/collector.yaml", config("up"));
  const second = await watched.round();
  expect(second.startsWith("\x1b[2J\x1b[3J\x1b[H")).toBe(true);
  expect(second).toContain("✓");
  rmSync(path);
  expect(await watched.round()).toContain(`ottlkit: there is no file ${path}`);
  expect(await watched.interrupt()).toBe(2);
});

test("files that the run itself writes are no change", async () => {
  const path = file("written/a.suite.yaml", suite("dropped"));
  file("written/collector.yaml", config("up"));
  file("written/one.json", payload("up"));
  const lcov = path.replace("a.suite.yaml", "one.lcov");
  const watched = new Watched(["test", "--watch", path, "--coverage-lcov", lcov]);
  await watched.round();
  file("written/collector.yaml", config("down"));
  expect(await watched.round()).toContain("✗");
  expect(await watched.interrupt()).toBe(1);
});

test("only readers can watch", async () => {
  const { code, stderr } = await testCommand("--watch", "--reporter", "tap", "a.suite.yaml");
  expect([code, stderr]).toEqual([2, expect.stringContaining("--watch is for readers")]);
});
