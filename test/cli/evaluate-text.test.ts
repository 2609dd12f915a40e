import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Workspace } from "./call.ts";

const space = new Workspace();
const evaluate = (...args: string[]) => space.call(["eval", ...args]);

const scrape = space.file(
  "scrape.txt",
  '# TYPE up gauge\nup 1\n# TYPE requests_total counter\nrequests_total{code="500"} 7\n',
);
const log = (body: string) =>
  `{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"severityNumber":17,"body":{"stringValue":"${body}"}}]}]}]}`;
const logs = space.file("logs.jsonl", `${log("one")}\n${log("two")}\n`);

describe("without an input", () => {
  test.each([
    ['Len("abc") + 1', "4"],
    ['Split("a,b", ",")', '["a", "b"]'],
    ["1.5 * 2", "3.0"],
    ["1.0e15 * 1000000", "1.0e+21"],
    ["1.0 / 10000000", "1.0e-7"],
    ["0 * -1.0", "-0.0"],
    ["1 == 1 and not false", "true"],
    ['IsMatch("abc", "^b")', "false"],
    ["nil", "nil"],
    ['"\u009b31m"', '"\\u009b31m"'],
  ])("%s is evaluated once", async (text, line) => {
    expect(await evaluate(text)).toEqual({ code: 0, stdout: `${line}\n`, stderr: "" });
  });
});

describe("on an input", () => {
  test("a condition gives a line for each record", async () => {
    expect(await evaluate('name == "up"', "--context", "metric", "--input", scrape)).toEqual({
      code: 0,
      stdout: "true\nfalse\n",
      stderr: "",
    });
  });

  test("a value over lower records is written as OTTL writes it", async () => {
    const { stdout, stderr } = await evaluate('datapoint.attributes["code"]', "--input", scrape);
    expect([stdout, stderr]).toEqual(['nil\n"500"\n', "ottlkit: 2 records of the context datapoint\n"]);
  });

  test("a statement gives the changed records as JSON", async () => {
    const { stdout } = await evaluate(
      'set(body, Concat([body, "!"], "")) where body == "two"',
      "--input",
      logs,
    );
    const records = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map((record) => record.log.body)).toEqual([
      { stringValue: "one" },
      { stringValue: "two!" },
    ]);
    expect(Object.keys(records[0])).toEqual(["resource", "scope", "log"]);
  });

  test("from standard input is read", async () => {
    const { stdout } = await space.call(
      ["eval", "log.severity_number >= SEVERITY_NUMBER_ERROR", "--input", "-"],
      {
        stdin: log("x"),
      },
    );
    expect(stdout).toBe("true\n");
  });

  test("of very many lines takes as long as they are many", async () => {
    const many = space.file("many.jsonl", `${log("one")}\n`.repeat(20_000));
    const { stdout } = await evaluate("Len(log.body)", "--input", many);
    expect(stdout).toBe("3\n".repeat(20_000));
  });

  test("without records of the context nothing is printed but a note", async () => {
    expect(await evaluate("span.name", "--input", logs)).toEqual({
      code: 0,
      stdout: "",
      stderr: "ottlkit: the input has no records of the context span\n",
    });
  });
});

describe("--explain", () => {
  test("shows what decided a condition", async () => {
    const { stdout } = await evaluate('name == "up" and unit == "s"', "--input", scrape, "--explain");
    expect(stdout).toBe(
      'record 1: false\n  ✗ and\n    ✓ name == "up"   name = "up"\n    ✗ unit == "s"    unit = ""\n\n' +
        'record 2: false\n  ✗ and\n    ✗ name == "up"   name = "requests_total"\n    · unit == "s"    not evaluated\n',
    );
  });

  test("shows the values below a value, and what failed", async () => {
    expect(await evaluate('Len(Split(log.body, "n")) + 1', "--input", logs, "--explain")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(
        'record 1: 3\n  Len(Split(log.body, "n")) + 1  → 3 (int)\n    Len(Split(log.body, "n"))  → 2 (int)\n      Split(log.body, "n")  → ["o", "e"] (list)\n        log.body  → "one" (string)\n',
      ),
    });
    const { code, stdout } = await evaluate("Int(log.body) / 0", "--input", logs, "--explain");
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^record 1: error: .+\n {2}Int\(log\.body\) \/ 0 {2}fails: /),
    ]);
  });

  test("shows the condition of a statement before it runs", async () => {
    const { stdout } = await evaluate(
      'set(log.body, "x") where log.body == "one"',
      "--input",
      logs,
      "--explain",
    );
    expect(stdout).toContain('\n  ✓ log.body == "one"   log.body = "one"\n');
    expect(stdout).toContain('\n  ✗ log.body == "one"   log.body = "two"\n');
  });
});

describe("what is wrong", () => {
  test("in the text is shown at its place, as what the text looks like", async () => {
    const { code, stderr } = await evaluate('name == "a" or unt == 1', "--input", scrape);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^error\[unknown_path\]: "unt"(?:.|\n)*at 1:16/),
    ]);
    expect((await evaluate("set(name, ", "--context", "metric")).stderr).toContain("error[trailing_comma]");
    expect((await evaluate("Len(name", "--context", "metric")).stderr).toContain("error[unclosed_bracket]");
  });

  test("in an input is shown at its place", async () => {
    const broken = space.file("broken.json", `${log("x")}\n{"resourceLogs":[}\n`);
    const { code, stderr } = await evaluate("log.body", "--input", broken);
    expect([code, stderr]).toEqual([1, expect.stringContaining("at broken.json:2:18")]);
    const other = space.file("other.json", '{"a":1}');
    expect(await evaluate("log.body", "--input", other)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^ottlkit: other\.json is no OTLP JSON: a payload has one of /),
    });
  });

  test.each([
    [[], "eval needs a text, or --jsonl"],
    [["name", "==", "1"], '"==" is one argument too many: put the whole text into single quotes'],
    [["1", "--kind", "query"], '--kind is one of condition, value, statement, not "query"'],
    [["-1 == 1"], 'eval has no option -1: an argument that begins with "-" follows "--"'],
    [["--jsonl", "1"], '"1" is one argument too many beside --jsonl'],
    [["--jsonl", "--explain"], "eval --jsonl has no option --explain"],
    [["1", "--compatibility", "9"], '--compatibility: "9" is not a version such as "0.118.0"'],
    [
      ["1", "--gate", "-pkg.ottl.enableExperimental"],
      '--gate: there is no feature gate "pkg.ottl.enableExperimental" in version 0.165.0: did you mean "pkg.ottl.functions.enableExperimental"?',
    ],
    [["1", "--explian"], 'eval has no option --explian: did you mean "explain"?'],
  ])("in the command line %j is told", async (args, message) => {
    expect(await evaluate(...args)).toEqual({
      code: 2,
      stdout: "",
      stderr: `ottlkit: ${message}\nTry "ottlkit eval --help".\n`,
    });
  });

  test("with a context is told with those that there are", async () => {
    const { code, stderr } = await evaluate("name", "--context", "metrics");
    expect([code, stderr]).toEqual([2, expect.stringContaining('did you mean "metric"?')]);
  });
});

test.each([
  ["traces", 'status.code == STATUS_CODE_ERROR and name == "GET /cart"', ["true", "false", "false", "false"]],
  ["logs", "severity_number >= SEVERITY_NUMBER_ERROR", ["true", "false", "false", "false", "true", "false"]],
  ["metrics", 'name == "response_total"', ["true", ...Array.from({ length: 6 }, () => "false")]],
])("what the debug exporter prints of %s can be asked", async (signal, text, expected) => {
  const printed = join(import.meta.dirname, `../../fixtures/debug-exporter/${signal}.txt`);
  const { code, stdout, stderr } = await evaluate(text, "--input", printed);
  expect([code, stdout.trim().split("\n")]).toEqual([0, expected]);
  expect(stderr).toContain("note: ");
});
