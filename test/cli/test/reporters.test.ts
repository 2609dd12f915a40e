import { expect, test } from "vitest";
import { file, testCommand } from "./call.ts";

const suite = `condition: metric.name == "a & b"
tests:
  - name: 'one <#> "two"'
    metric: { name: a & b }
    expect: no_match
  - name: passes
    metric: { name: c }
    expect: no_match
`;

test("json has each case with its place and what failed", async () => {
  const { code, stdout } = await testCommand(file("s.yaml", suite), "--reporter", "json");
  expect(code).toBe(1);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ cases: 2, passed: 1, failed: 1, broken: 0 });
  const [failed, passed] = report.suites[0].cases;
  expect(failed).toMatchObject({ name: 'one <#> "two"', line: 3, column: 5, passed: false });
  expect(failed.failures[0]).toMatch(/^matches: expected false, found true/);
  expect(passed).toMatchObject({ name: "passes", passed: true, failures: [], errors: [] });
});

test("tap numbers the cases and escapes their names", async () => {
  const { stdout } = await testCommand(
    file("s.yaml", suite),
    file("broken.yaml", "tests: 1"),
    "--reporter",
    "tap",
  );
  const lines = stdout.split("\n");
  expect(lines.slice(0, 2)).toEqual(["TAP version 13", "1..3"]);
  expect(lines.filter((line) => /^(not )?ok/.test(line))).toEqual([
    'not ok 1 - one <\\#> "two"',
    "ok 2 - passes",
    "not ok 3 - the suite can be used",
  ]);
});

test("junit has the counts, the failures and what is broken", async () => {
  const { code, stdout } = await testCommand(
    file("s.yaml", suite),
    file("broken.yaml", "tests: 1"),
    "--reporter",
    "junit",
  );
  expect(code).toBe(2);
  expect(stdout).toContain('<testsuites name="ottlkit" tests="3" failures="1" errors="1">');
  expect(stdout).toContain('<testcase name="one &#60;#&#62; &#34;two&#34;"');
  expect(stdout).toContain(
    '<failure message="matches: expected false, found true for gauge &#34;a &#38; b&#34;">',
  );
  expect(stdout).toMatch(/<testcase name="the suite can be used"[^>]*>\s*<error>error\[wrong_type\]/);
  expect(stdout.match(/<testcase/g)).toHaveLength(3);
});

test("junit and tap tell errors that a passing case swallowed", async () => {
  const args = ["fixtures/suites/failing.yaml", "--filter", "nobody"];
  expect((await testCommand(...args, "--reporter", "tap")).stdout).toContain(
    "# error let pass: [invalid_range]",
  );
  expect((await testCommand(...args, "--reporter", "junit")).stdout).toContain("<system-out>[invalid_range]");
});

test("an unknown reporter is refused", async () => {
  const { code, stderr } = await testCommand(file("s.yaml", suite), "--reporter", "prety");
  expect(stderr).toContain(
    '--reporter is one of pretty, json, junit, tap, not "prety": did you mean "pretty"?',
  );
  expect(code).toBe(2);
});
