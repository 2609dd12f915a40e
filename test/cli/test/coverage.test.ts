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

test("the marks are those that a reader finds by going through the cases", async () => {
  // The big order: total is over 100, test is nil and so not true, the second item is the first "x" and ends the search,
  // Len is 3. The small one: total is not over 100, so test is not asked; items are no list, and neither has 5 a length.
  const path = file(
    "orders.suite.yaml",
    `error_mode: ignore
gates: [ottl.functions.enableLambda]
tests:
  - name: orders
    statements:
      - set(log.attributes["tier"], "gold") where log.attributes["total"] > 100 and not (log.attributes["test"] == true)
      - delete_key(log.attributes, "tmp") where Any(log.attributes["items"], (_, item) => item == "x")
      - set(log.attributes["n"], Len(log.attributes["raw"]))
    cases:
      - record: { log: { attributes: { total: 150, items: ["a", "x", "x"], raw: abc } } }
        expect: { matches: true, errors: 0 }
      - record: { log: { attributes: { total: 50, items: 7, raw: 5 } } }
        expect: { matches: false, errors: 2 }
`,
  );
  const { code, stdout } = await testCommand(path, "--coverage");
  expect(code).toBe(0);
  expect(stdout.slice(stdout.indexOf("Coverage"))).toBe(`Coverage

orders.suite.yaml:6:9 · tests[0].statements[0]  7 of 9
  set(log.attributes["tier"], "gold") where log.attributes["total"] > 100 and not
  ===================================       =============================
  (log.attributes["test"] == true)
   ------------------------------
  6:85  never false  not (log.attributes["test"] == true)
  6:90  never true  log.attributes["test"] == true

orders.suite.yaml:7:9 · tests[0].statements[1]  4 of 5
  delete_key(log.attributes, "tmp") where Any(log.attributes["items"], (_, item) => item == "x")
  =================================                                                 ===========
  7:49  never false, failing 1  Any(log.attributes["items"], (_, item) => item == "x")

orders.suite.yaml:8:9 · tests[0].statements[2]  1 of 1
  set(log.attributes["n"], Len(log.attributes["raw"]))
  ====================================================
  8:9  failing 1  set(log.attributes["n"], Len(log.attributes["raw"]))

= true and false seen, + only true, - only false, ! only failing, x never reached

80 % of outcomes seen (12 of 15)
`);
});

test("marks stand under what they are about where characters are wide, and lines break behind blanks", async () => {
  const path = file(
    "wide.suite.yaml",
    `tests:
  - name: prices
    condition: 'log.attributes["名前"] == "価格" and log.body == "é" and log.attributes["some long name of an attribute"] == 1'
    record: { log: { attributes: { 名前: 価格 }, body: { stringValue: é } } }
    expect: no_match
`,
  );
  const { stdout } = await testCommand(path, "--coverage");
  expect(stdout).toContain(`
  log.attributes["名前"] == "価格" and log.body == "é" and log.attributes["some long name of an
  ++++++++++++++++++++++++++++++++     +++++++++++++++     -------------------------------------
  attribute"] == 1
  ----------------
`);
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
