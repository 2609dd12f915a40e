import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { file, testCommand } from "./call.ts";

const partial = "fixtures/suites/partial.yaml";

test("coverage marks the source of each rule and tells what is left to be seen", async () => {
  const { code, stdout } = await testCommand(partial, "--coverage");
  expect(code).toBe(0);
  await expect(stdout.slice(stdout.indexOf("Coverage"))).toMatchFileSnapshot(
    "../../../fixtures/suites/partial.txt",
  );
});

test("lcov has the lines of the rules, and two branches for each condition", async () => {
  const path = file("out.lcov", "");
  await testCommand(partial, "--coverage-lcov", path);
  await expect(readFileSync(path, "utf8")).toMatchFileSnapshot("../../../fixtures/suites/partial.lcov");
});

test("the page shows each condition in the colour of what was seen", async () => {
  const path = file("out.html", "");
  await testCommand(partial, "--coverage-html", path);
  const page = readFileSync(path, "utf8");
  expect(page).toContain('<span class="some" title="true 1, false 0">name != &#34;up&#34;</span>');
  expect(page).toContain('<span class="constant" title="constant">1 == 1</span>');
  expect(page).toContain(
    '<span class="none" title="ran 0">set(log.body, &#34;x&#34;)</span> where <span class="some" title="true 0, false 1">',
  );
  expect(page).toContain("9:11 only failing <code>");
  const [opened, closed] = [/<span/g, /<\/span>/g].map((tag) => page.match(tag)?.length);
  expect(opened).toBe(closed);
});

test("coverage of several suites is merged by where the rules are written", async () => {
  const { stdout } = await testCommand(partial, "fixtures/suites/processors.suite.yaml", "--coverage");
  expect(stdout).toContain(
    "fixtures/suites/collector.yaml:6:11 · processors.filter/requests.metrics.metric[0]  6 of 6",
  );
  expect(stdout.match(/collector\.yaml:6:11 · .* of /g)).toHaveLength(1);
});

test("coverage below the threshold fails the run", async () => {
  const low = await testCommand(partial, "--threshold", "32");
  expect(low.code).toBe(1);
  expect(low.stderr).toBe("ottlkit: coverage is 31 %, below the threshold of 32 %\n");
  expect(await testCommand(partial, "--threshold", "31")).toMatchObject({ code: 0, stderr: "" });
});

test("with a reporter for programs coverage is told on standard error", async () => {
  const { stdout, stderr } = await testCommand(partial, "--coverage", "--reporter", "json");
  expect(JSON.parse(stdout)).toMatchObject({ cases: 4 });
  expect(stderr).toMatch(/^Coverage\n/);
});

test.for([
  [["--threshold", "a lot"], '--threshold must be a number from 0 to 100, found "a lot"'],
  [["--threshold", "101"], "--threshold must be a number from 0 to 100"],
  [["--coverage-lcov", "nowhere/at/all"], "nowhere/at/all cannot be written"],
] as const)("%j is refused", async ([args, says]) => {
  const { code, stderr } = await testCommand(partial, ...args);
  expect(stderr).toContain(says);
  expect(code).toBe(2);
});
