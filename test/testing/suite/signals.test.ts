import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { testSuite } from "../../../src/testing/suite/test-suite.ts";
import { thrown } from "../../engine/thrown.ts";

const config = readFileSync("fixtures/suites/signals.yaml", "utf8");
const files = (pattern: string) => [{ name: pattern, text: config }];

function tested(processor: string, given: string, expected: string) {
  const key = processor.includes("/") ? "processor" : "pipeline";
  const suite = `{ config: c.yaml, ${key}: ${processor}, tests: [{ name: a, ${given}, expect: ${expected} }] }`;
  return testSuite(suite, { files, coverage: true });
}

const failuresOf = (...given: Parameters<typeof tested>) =>
  tested(...given).cases.flatMap(({ failures }) => failures);

describe("a test of a transform that fails", () => {
  test("tells why a statement did not run", () => {
    const [failure] = failuresOf("transform/spans", "span: { name: a }", "{ attributes: { slow: true } }");
    expect(failure).toContain('span a\n  attributes["slow"]: expected true (bool), found none');
    expect(failure).toMatch(
      /c\.yaml:6:54 · processors\.transform\/spans\.trace_statements\[0\]\.statements\[0\] {2}set\(span\.attributes\["slow"\], true\) does not run: .* > 200 is false/,
    );
  });

  test("tells why a group was not opened", () => {
    expect(failuresOf("transform/logs", "log: { body: words, severity: info }", "changed")).toEqual([
      [
        'expected a change, found none: log record INFO "words"',
        "    c.yaml:19:22 · processors.transform/logs.log_statements[0].conditions[0]  severity_number >= SEVERITY_NUMBER_WARN is false where severity_number = 9 (SEVERITY_NUMBER_INFO), so its group is not opened",
      ].join("\n"),
    ]);
  });

  test("tells the statement that changed what was to stay", () => {
    const [failure] = failuresOf("transform/spans", "span: { name: a }", "unchanged");
    expect(failure).toContain('resource.attributes["cluster"]: was nothing, is {"stringValue":"eu-1"}');
    expect(failure).toContain(
      'set(resource.attributes["cluster"], "eu-1") changes resource.attributes["cluster"]',
    );
  });
});

describe("records of traces and logs", () => {
  const two = "logs: [{ body: a, severity: debug }, { body: b, severity: error }]";

  test("are kept, dropped, named and counted as metrics are", () => {
    const [kept] = failuresOf("logs", two, "{ kept: true }");
    expect(kept).toContain(
      "dropped: in filter/debug logs.log_record[0], severity_number < SEVERITY_NUMBER_INFO is true",
    );
    expect(kept).toContain('log record DEBUG "a"\n(1 of 2 log records)');
    expect(
      failuresOf("logs", two, "{ kept: b, dropped: a, names: [b], counts: { log_records: 1 } }"),
    ).toEqual([]);
    expect(failuresOf("logs", two, "{ dropped: 2 }")).toEqual([
      "expected 2 log records to be dropped, found 1",
    ]);
    expect(failuresOf("traces", "span: { name: a }", "{ kept: aa }")).toEqual([
      'kept: there is no span "aa" in the input, did you mean "a"?',
    ]);
  });

  test("are built as they are written in short", () => {
    const span = `{ name: a, kind: client, status: error, status_message: no, trace_id: "0102030405060708090a0b0c0d0e0f10",
      span_id: "1112131415161718", trace_state: "a=b", scope: s, milliseconds: 1.5 }`;
    const expected = `{ output: { resourceSpans: [{ resource: { attributes: [{ key: cluster, value: { stringValue: eu-1 } }] },
      scopeSpans: [{ scope: { name: s }, spans: [{ name: a, kind: 3, status: { code: 2, message: no },
      traceId: "0102030405060708090a0b0c0d0e0f10", spanId: "1112131415161718", traceState: "a=b",
      startTimeUnixNano: "1767225600000000000", endTimeUnixNano: "1767225600001500000" }] }] }] } }`;
    expect(failuresOf("transform/spans", `span: ${span}`, expected)).toEqual([]);
    const log = "{ body: { a: [1, 2.0] }, severity: warn3, event_name: e }";
    const found = failuresOf("transform/logs", `log: ${log}`, "{ attributes: { alert: true }, output: {} }");
    expect(found.join("\n")).toContain("severityNumber");
  });

  test("with words that mean nothing are refused", () => {
    expect(String(thrown(() => failuresOf("traces", "span: { kind: srver }", "kept")))).toContain(
      'did you mean "server"?',
    );
  });
});

test.each(["ignore", "silent"])("errors that error_mode %s lets pass are counted, each once", (mode) => {
  const own = `processors:
  transform:
    error_mode: ${mode}
    log_statements:
      - { context: log, statements: ['set(attributes["a"], ParseJSON(body))'] }
      - { context: resource, statements: ['set(attributes["b"], ParseJSON(attributes["c"]))'] }
`;
  const suite = (errors: string) =>
    `{ config: c.yaml, processor: transform, tests: [{ name: a, logs: [{ body: x }, { body: "{}" }], expect: { errors: ${errors} } }] }`;
  const run = (errors: string) =>
    testSuite(suite(errors), { files: (name) => [{ name, text: own }] }).cases[0];
  expect(run("2")?.failures).toEqual([]);
  expect(run("0")?.failures[0]).toContain("errors: expected 0, found 2");
  expect(run("0")?.failures[0]).toContain("[invalid_json] not JSON at byte 0");
});

test("coverage has the conditions and the statements of transforms, of a resource once", () => {
  // Two spans of one resource: both run the statement on the resource, which counts once in truth and as covered.
  const { coverage } = tested(
    "transform/spans",
    "spans: [{ name: a }, { name: b, milliseconds: 300 }]",
    "{ kept: 2 }",
  );
  // Seen: slow ran, its condition true and false, the resource set. Not seen: the condition on events, and its statement.
  expect(coverage).toEqual({ seen: 4, all: 7 });
});
