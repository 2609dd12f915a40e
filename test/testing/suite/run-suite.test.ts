import { describe, expect, test } from "vitest";
import { testSuiteFile } from "../../../src/testing/node/test-suite-file.ts";
import { readSuite } from "../../../src/testing/suite/read-suite.ts";
import { runSuite } from "../../../src/testing/suite/run-suite.ts";
import { testSuite } from "../../../src/testing/suite/test-suite.ts";
import { thrown } from "../../engine/thrown.ts";

const config = `
processors:
  resource: { attributes: [{ key: a, value: b, action: upsert }] }
  attributes: { actions: [{ key: x, value: 1, action: upsert }] }
  filter/ignore: &filter
    error_mode: ignore
    metrics:
      resource: ['ParseJSON(schema_url)["x"] == 1']
      metric: ['ParseJSON(description)["x"] == 1']
      datapoint: ['ParseJSON(attributes["x"])["x"] == 1']
  filter/silent: { <<: *filter, error_mode: silent }
`;

const deep = (depth: number) =>
  `${'{"arrayValue":{"values":['.repeat(depth)}{"stringValue":"x"}${"]}}".repeat(depth)}`;

const texts: Readonly<Record<string, string>> = {
  "c.yaml": config,
  "logs.json":
    '{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"severityNumber":17},{"severityNumber":1}]}]}]}',
  "many.json": `{"resourceLogs":[{"scopeLogs":[{"logRecords":[${"{},".repeat(4000)}{}]}]}]}`,
  "more.json": `{"resourceLogs":[{"scopeLogs":[{"logRecords":[${"{},".repeat(150_000)}{}]}]}]}`,
  "deep.json": `{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":${deep(10_000)}}]}]}]}`,
  "wrong.json": '{"resourceLogs":[{"scopeLogs":5}]}',
};

/** What the cases of a suite find wrong, each in a text. */
function failures(suite: string): readonly string[] {
  const files = (name: string) => [{ name, text: texts[name] ?? "" }];
  return [...runSuite(readSuite(suite), { files })].map((result) => result.failures.join("\n"));
}

describe("an attribute that is called __proto__", () => {
  test("is one as any other, in metrics in short and in what is expected", () => {
    const [found = ""] = failures(`
config: c.yaml
processor: resource
tests:
  - name: a metric
    metric: { name: m, attributes: { __proto__: x }, resource: { __proto__: 3 } }
    expect: { attributes: { __proto__: y }, resource: { __proto__: 4 } }
`);
    expect(found).toContain('attributes["__proto__"]: expected "y" (string), found "x" (string)');
    expect(found).toContain('resource["__proto__"]: expected 4 (int), found 3 (int)');
  });

  test("can be expected to be absent", () => {
    const suite = (text: string) => `
tests:
  - name: a statement
    statements: ${text}
    record: { log: { attributes: { x: 1 } } }
    expect: { attributes: { __proto__: null } }
`;
    expect(failures(suite(`set(log.attributes["x"], 2)`))).toEqual([""]);
    expect(failures(suite(`set(log.attributes["__proto__"], 2)`))[0]).toContain(
      "expected none, found 2 (int)",
    );
  });
});

describe("what is expected of every metric", () => {
  const failuresOf = (processor: string, test: string) =>
    failures(`{ config: c.yaml, processor: ${processor}, tests: [{ name: a, ${test} }] }`);

  test("fails where there is none", () => {
    const found = (expected: string) => failuresOf("resource", `payload: {}, expect: ${expected}`);
    for (const word of ["kept", "dropped", "changed"])
      expect(found(word)).toEqual([`${word}: there is no metric in the input`]);
    expect(found("{ resource: { a: 1 } }")).toEqual(["resource: there is no metric in the input"]);
    expect(found("{ kept: 0, counts: { resources: 0 } }")).toEqual([""]);
  });

  test("fails where a processor drops none", () => {
    expect(failuresOf("resource", "metric: {}, expect: kept")).toEqual([""]);
    expect(failuresOf("resource", "metric: {}, expect: dropped")).toEqual([
      "expected 1 metric to be dropped, found 0",
    ]);
  });

  test("is met by none where none is named", () => {
    const kept = (expected: string) =>
      failuresOf("resource", `metrics: [{}, { name: b }], expect: ${expected}`);
    expect(kept("{ dropped: [] }")).toEqual([""]);
    expect(kept("{ kept: [] }")).toEqual(["expected 0 metrics to be kept, found 2"]);
  });

  test("has each error once, also those that the processor is silent about", () => {
    const metrics = "metrics: [{ points: [{ value: 1 }, { value: 2 }] }, { name: b }]";
    for (const processor of ["filter/ignore", "filter/silent"])
      expect(failuresOf(processor, `${metrics}, expect: { errors: 6 }`)).toEqual([""]);
  });
});

test("a configuration that is meant by a pattern is one file", () => {
  const suite = (pattern: string) => ({
    text: `{ config: ${pattern}, processor: resource, tests: [{ name: a, metric: {}, expect: kept }] }`,
    files: (pattern: string) =>
      ["a.yaml", "b.yaml"]
        .filter((name) => pattern !== "a.*" || name === "a.yaml")
        .map((name) => ({
          name,
          text: config,
        })),
  });
  const one = suite('"a.*"');
  expect(testSuite(one.text, { files: one.files }).passed).toBe(true);
  const several = suite('"*.yaml"');
  expect(String(thrown(() => testSuite(several.text, { file: "s.yaml", files: several.files })))).toContain(
    "it means several files: a.yaml, b.yaml, …; name one",
  );
});

describe("a test with a configuration of its own", () => {
  test("is about the processor of its suite", () => {
    expect(
      failures(`{ processor: resource, tests: [{ name: a, config: c.yaml, metric: {}, expect: changed }] }`),
    ).toEqual([""]);
  });
});

describe("a suite that is run by a program", () => {
  const text = `
condition: metric.name == "up" or IsMatch(metric.name, "^http")
context: metric
tests:
  - { name: up, metric: { name: up }, expect: matches }
  - { name: down, metric: { name: down }, expect: matches }
`;

  test("tells how each case went, and how far they reach where it is asked", () => {
    const { passed, cases, coverage } = testSuite(text, { file: "s.yaml", coverage: true });
    expect(passed).toBe(false);
    expect(cases.map(({ name, passed }) => [name, passed])).toEqual([
      ["up", true],
      ["down", false],
    ]);
    expect(cases[1]?.failures[0]).toContain("matches: expected true, found false for gauge down");
    expect(coverage).toEqual({ seen: 5, all: 6 });
    expect(testSuite(text, { filter: (name) => name === "up" })).toMatchObject({ passed: true });
    expect(testSuite(text)).not.toHaveProperty("coverage");
  });

  test("is refused with its place, and tells that it needs files", () => {
    expect(String(thrown(() => testSuite("tests: [{ nme: a }]", { file: "s.yaml" })))).toContain(
      'did you mean "name"?',
    );
    const file = 'tests: [{ name: a, condition: metric.name == "a", file: x.json, expect: matches }]';
    expect(String(thrown(() => testSuite(file)))).toContain('the option "files" gives the files of a suite');
  });

  test("may be a file", () => {
    const { passed, cases } = testSuiteFile("fixtures/suites/conditions.suite.yaml");
    expect([passed, cases.length]).toEqual([true, 7]);
  });
});

describe("what changes in a record", () => {
  const failuresOf = (statement: string, record: string, expected: string) =>
    failures(
      `{ statements: ['${statement}'], tests: [{ name: a, record: ${record}, expect: ${expected} }] }`,
    );
  const only = "{ attributes: { k: 1 }, nothing_else_changes: true }";

  test.each([
    "{ log: {} }",
    "{ log: { attributes: [] } }",
    "{ log: { attributes: [{ key: j, value: { stringValue: x } }] } }",
    "{ log: { attributes: { j: x } } }",
  ])("is the attribute alone in %s", (record) => {
    expect(failuresOf('set(log.attributes["k"], 1)', record, only)).toEqual([""]);
    expect(failuresOf('merge_maps(log.attributes, {"k": 1, "l": 2}, "upsert")', record, only)).toEqual([
      expect.stringContaining('log.attributes["l"]: was nothing, is {"intValue":"2"}'),
    ]);
  });

  test("is none that is expected of another part", () => {
    const [found] = failuresOf('set(resource.attributes["k"], 1)', "{ log: { attributes: { k: 1 } } }", only);
    expect(found).toContain('resource.attributes["k"]: was nothing, is {"intValue":"1"}');
    const scope = failuresOf(
      'set(scope.attributes["k"], log.body)',
      "{ log: { attributes: { k: 1 } } }",
      only,
    );
    expect(scope[0]).toContain('scope.attributes["k"]: was nothing');
    expect(failuresOf('set(resource.attributes["k"], 1)', "{ resource: {} }", only)).toEqual([""]);
  });

  test("is the type of an attribute, too", () => {
    const set = 'set(log.attributes["k"], "1")';
    expect(failuresOf(set, "{ log: { attributes: { k: 1 } } }", "unchanged")[0]).toContain("stringValue");
    expect(failuresOf(set, "{ log: { attributes: { k: '1' } } }", "unchanged")).toEqual([""]);
  });
});

test("the output of statements is the record without what it is in, whichever way attributes are written", () => {
  expect(
    failures(`
statements: set(log.attributes["k"], "x")
tests:
  - name: a record of a payload
    payload: { resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: { stringValue: b } }] }] }] }
    expect: { output: { log: { body: { stringValue: b }, attributes: { k: x } } } }
`),
  ).toEqual([""]);
});

describe("a file of logs", () => {
  const suite = (file: string) =>
    `{ condition: log.severity_number >= 9, tests: [{ name: a, file: ${file}, expect: matches }] }`;

  test("can be given to conditions", () => {
    expect(failures(suite("logs.json"))).toEqual([
      expect.stringMatching(/^matches: expected true, found false for log record severity 1\n/),
    ]);
  });

  test("takes statements a time that grows with its number of records only", { timeout: 10_000 }, () => {
    const many = "tests: [{ name: a, file: many.json, expect: changed }]";
    expect(failures(`{ statements: 'set(log.severity_number, 9)', ${many} }`)).toEqual([""]);
  });

  test("may be nested deeply, and is refused where that is too deep to be compared", () => {
    const test = (expected: string) =>
      `{ statements: 'set(log.severity_number, 9)', tests: [{ name: a, file: deep.json, expect: ${expected} }] }`;
    expect(failures(test("unchanged"))[0]).toMatch(/^expected no change: a record that cannot be read/);
    const error = thrown(() => failures(test("{ output: { log: { body: {} } } }")));
    expect(error.message).toContain("nested too deeply");
  });

  test("is refused at its setting where its shape is wrong", () => {
    expect(thrown(() => failures(suite("wrong.json"))).toString()).toMatch(/scopeLogs.*tests\[0\]\.file/s);
  });
});

test("what is null in a test is that of the suite", () => {
  expect(
    failures(`
condition: metric.name == "a"
tests:
  - name: a
    condition:
    metric: { name: a }
    expect: matches
`),
  ).toEqual([""]);
});

test("an expectation that does not fit is told where it is written", () => {
  const error = thrown(() =>
    failures(`
expect: { output_file: logs.json }
tests:
  - name: a
    statements: set(log.body, 1)
    record: { log: {} }
    expect: { errors: 0 }
`),
  );
  expect(error.toString()).toContain("2:24 · expect.output_file");
});

describe("very many records that are not as expected", () => {
  test.each(["changed", "{ attributes: { x: 1 } }"])("are told in part: %s", (expected) => {
    const [found = ""] = failures(`
config: c.yaml
processor: filter/silent
tests: [{ name: a, file: many.json, expect: ${expected} }]
`);
    expect(found.match(/log record/g)).toHaveLength(20);
    expect(found).toContain("… 3,981 more records are not as expected");
  });

  test("are told in part where there are more than a call takes arguments", () => {
    const [found = ""] = failures(`
condition: body == "x"
context: log
tests: [{ name: a, file: more.json, expect: matches }]
`);
    expect(found).toContain("matches: expected true, found false");
    expect(found).toContain("… 149,981 more records are not as expected");
  });
});

test("an attributes processor is tested as any other", () => {
  expect(
    failures(`
config: c.yaml
processor: attributes
tests:
  - { name: log, log: { body: a }, expect: { attributes: { x: 1 }, nothing_else_changes: true } }
  - { name: point, metric: { name: a }, expect: { attributes: { x: 2 } } }
`),
  ).toEqual(["", expect.stringContaining('attributes["x"]: expected 2 (int), found 1 (int)')]);
});
