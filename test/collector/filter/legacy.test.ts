import { describe, expect, test } from "vitest";
import { createFilter } from "../../../src/collector/filter/create-filter.ts";
import type { FilterOptions } from "../../../src/collector/filter/types.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { recordsOf } from "../../../src/engine/records.ts";
import { payloads } from "./payloads.ts";

const { shop, app, mesh } = payloads;

const yaml = `processors:
  filter:
    metrics:
      include:
        match_type: regexp
        metric_names: ["^response", queue]
        resource_attributes:
          - key: id
            value: ad|cart
    logs:
      exclude:
        match_type: strict
        severity_texts: [INFO, ERROR]
        record_attributes:
          - key: error
          - key: code
            value: 200
        severity_number: { min: debug }
    spans:
      include:
        match_type: strict
        services: [ad]
        libraries:
          - name: http
            version: 1.2.3
`;

function told(
  context: string,
  payload: object,
  name: (record: Record<string, { name?: string }>) => boolean,
) {
  const filter = createFilter(yaml, "filter", { file: "c.yaml" });
  const record = [...recordsOf(context, payload)].find((one) => name(one as never)) as object;
  const { verdict, decidedBy, asked } = filter.explain(record);
  const [last] = asked.slice(-1);
  const decider = decidedBy ?? last;
  const { text, span } = decider?.explanation.decidedBy ?? { text: "", span: { start: 0, end: 0 } };
  return { verdict, by: text, place: decider?.condition.locate(span) };
}

describe("the setting that decided is told with its place", () => {
  test("of a metric that is not included", () => {
    expect(told("metric", mesh, ({ metric }) => metric?.name === "up")).toEqual({
      verdict: "dropped",
      by: "metric_names: /^response/ or metric_names: /queue/",
      place: { path: "processors.filter.metrics.include.metric_names", file: "c.yaml", line: 6, column: 9 },
    });
  });

  test("of a metric that is included", () => {
    expect(told("metric", mesh, ({ metric }) => metric?.name === "queue")).toEqual({
      verdict: "kept",
      by: "metric_names: /queue/",
      place: {
        path: "processors.filter.metrics.include.metric_names[1]",
        file: "c.yaml",
        line: 6,
        column: 37,
      },
    });
  });

  test("of a span of another service", () => {
    expect(told("span", shop, ({ span }) => span?.name === "publish")).toMatchObject({
      verdict: "dropped",
      by: 'services: "ad"',
      place: { path: "processors.filter.spans.include.services[0]", line: 22 },
    });
  });

  test("of a span of another library", () => {
    expect(told("span", shop, ({ span }) => span?.name === "tick")).toMatchObject({
      verdict: "dropped",
      by: 'libraries: "http"',
      place: { path: "processors.filter.spans.include.libraries[0].name", line: 24 },
    });
  });

  test("of a log record that is not excluded", () => {
    const { log } = [...recordsOf("log", app)][0] as { log: object };
    expect(told("log", app, (record) => (record.log as object) === log)).toMatchObject({
      verdict: "kept",
      by: 'record_attributes: "error"',
      place: { path: "processors.filter.logs.exclude.record_attributes[0]", line: 15 },
    });
  });
});

test("what is asked can be read as one line", () => {
  const { lists } = createFilter(yaml);
  expect(lists.map(({ name, signal, context }) => [name, signal, context])).toEqual([
    ["metrics", "metrics", "resource"],
    ["metrics", "metrics", "metric"],
    ["spans", "traces", "span"],
    ["logs", "logs", "log"],
  ]);
  expect(lists.map(({ conditions }) => conditions[0]?.text)).toEqual([
    'not resource_attributes: "id" = /ad|cart/',
    "not (metric_names: /^response/ or metric_names: /queue/)",
    'not (services: "ad" and (libraries: "http" and libraries: version "1.2.3"))',
    '(severity_texts: "INFO" or severity_texts: "ERROR") and severity_number: at least debug and (record_attributes: "error" and record_attributes: "code" = 200)',
  ]);
});

describe("a record that is not what OTLP JSON has", () => {
  test("fails, is told and counts as no match", () => {
    const messages: string[] = [];
    const filter = createFilter(
      { logs: { exclude: { match_type: "strict", record_attributes: [{ key: "a" }] } } },
      { onError: ({ error, place }) => messages.push(`${place.path} ${error.code}`) },
    );
    const payload = { resourceLogs: [{ scopeLogs: [{ logRecords: [{ attributes: 5 }] }] }] } as never;
    expect(filter.apply(payload).output).toBe(payload);
    expect(messages).toEqual(["logs.exclude record_shape"]);
  });
});

describe("settings that only pipelines of another signal look at", () => {
  const text = `processors: { filter: { spans: { include: { match_type: regex, services: [a] } }, metrics: { metric: [] } } }`;

  function made(options: FilterOptions) {
    const warnings: Diagnostic[] = [];
    try {
      createFilter(text, "filter", { ...options, onWarning: (warning) => warnings.push(warning) });
      return warnings.map(({ code }) => code);
    } catch (error) {
      if (error instanceof OttlError)
        return error.diagnostics.map(({ code, severity }) => `${severity} ${code}`);
      throw error;
    }
  }

  test("are no reason to refuse the filter there", () => {
    expect(made({})).toEqual(["error filter_match_type"]);
    expect(made({ signal: "traces" })).toEqual(["error filter_match_type"]);
    expect(made({ signal: "metrics" })).toEqual(["filter_match_type"]);
  });
});

test.each([
  ["logs: { include: { severity_number: { min: notice } } }", "0.147.0", "0.148.0", "filter_severity"],
  [
    "spans: { include: { match_type: strict, metric_names: [a], services: [b] } }",
    "0.121.0",
    "0.122.0",
    "match_not_of",
  ],
])("%s is taken by %s and refused by %s", (settings, before, since, code) => {
  const yaml = `processors: { filter: { ${settings} } }`;
  expect(() => createFilter(yaml, "filter", { compatibility: before })).not.toThrow();
  expect(() => createFilter(yaml, "filter", { compatibility: since })).toThrow(
    expect.objectContaining({ code }) as Error,
  );
});
