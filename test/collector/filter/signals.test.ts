import { describe, expect, test } from "vitest";
import type { FilterConfig } from "../../../src/collector/filter/config.ts";
import { createFilter } from "../../../src/collector/filter/create-filter.ts";
import type { EvaluationProblem } from "../../../src/collector/processor.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { recordsOf } from "../../../src/engine/records.ts";
import { thrown } from "../../engine/thrown.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { outline } from "./outline.ts";
import { payloads } from "./payloads.ts";

const { shop, choking, app, bodies, mesh, recordless } = deepFreeze(payloads);
const none = { resources: 0, scopes: 0, metrics: 0, dataPoints: 0, spans: 0, spanEvents: 0, logRecords: 0 };

function problemsOf(config: FilterConfig, payload: object): readonly EvaluationProblem[] {
  const problems: EvaluationProblem[] = [];
  const filter = createFilter(config, { onError: (problem) => problems.push(problem) });
  try {
    filter.apply(payload);
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
  }
  return problems;
}

function errorOf(config: FilterConfig, payload: unknown): string {
  return thrown(() => createFilter(config).apply(payload as object)).message;
}

describe("what goes is counted", () => {
  const drop = (config: FilterConfig, payload: object) => createFilter(config).apply(payload).dropped;

  test("of traces, events with their spans and by themselves", () => {
    expect(drop({ traces: { span: ['name == "GET /ads"'] } }, shop)).toEqual({
      ...none,
      spans: 2,
      spanEvents: 2,
    });
    expect(drop({ traces: { spanevent: ['name == "exception"'] } }, shop)).toEqual({
      ...none,
      spanEvents: 2,
    });
    expect(drop({ trace_conditions: ['scope.name == "http"'] }, shop)).toEqual({
      ...none,
      resources: 1,
      scopes: 2,
      spans: 6,
      spanEvents: 4,
    });
  });

  test("of logs", () => {
    expect(drop({ logs: { log_record: ["severity_number > 12"] } }, app)).toEqual({
      ...none,
      scopes: 1,
      logRecords: 4,
    });
    expect(drop({ logs: { resource: ["true"] } }, recordless)).toEqual({
      ...none,
      resources: 7,
      scopes: 6,
      logRecords: 3,
    });
  });

  test("by the names that the Collector has", () => {
    const filter = createFilter({
      traces: { span: ["true"] },
      logs: { log_record: ["body == nil"] },
      metrics: { metric: ['name == "up"'] },
    });
    for (const payload of [shop, app, mesh, mesh]) filter.apply(payload);
    expect(filter.counters).toEqual({
      "processor_filter_datapoints.filtered": 2,
      "processor_filter_spans.filtered": 8,
      "processor_filter_logs.filtered": 1,
    });
    expect(createFilter({ spans: { exclude: { match_type: "strict", services: ["ad"] } } }).counters).toEqual(
      {
        "processor_filter_spans.filtered": 0,
      },
    );
  });
});

describe("a payload", () => {
  test("of a signal without conditions passes, empty parts included", () => {
    const filter = createFilter({ traces: { span: ["true"] } });
    expect(filter.apply(recordless).output).toBe(recordless);
    expect(filter.apply(mesh).output).toBe(mesh);
  });

  test("of several signals is filtered by the conditions of each", () => {
    const filter = createFilter({ traces: { span: ["true"] }, log_conditions: ['scope.name == "web"'] });
    const { output, dropped } = filter.apply({ ...shop, ...app, ...mesh });
    expect(output.resourceSpans).toEqual([]);
    expect(outline({ resourceLogs: output.resourceLogs })).toBe("ad{audit{5}}");
    expect(output.resourceMetrics).toBe(mesh.resourceMetrics);
    expect(dropped).toMatchObject({ spans: 8, logRecords: 9 });
  });

  test("shares what stays with the one that was given", () => {
    const { output } = createFilter({ traces: { spanevent: ['name == "start"'] } }).apply(shop);
    const [ad, cart] = output.resourceSpans ?? [];
    expect(cart).toBe(shop.resourceSpans?.[1]);
    const [before] = shop.resourceSpans?.[0]?.scopeSpans ?? [];
    const [http, jobs] = ad?.scopeSpans ?? [];
    expect(jobs).toBe(shop.resourceSpans?.[0]?.scopeSpans?.[1]);
    expect(http?.spans?.[1]).toBe(before?.spans?.[1]);
    expect(http?.spans?.[0]?.events?.[0]).toBe(before?.spans?.[0]?.events?.[1]);
  });
});

describe("places are of the payload that was given", () => {
  test("of spans and events, whatever earlier groups dropped", () => {
    const config: FilterConfig = {
      trace_conditions: [
        { conditions: ['span.name == "ab"', 'spanevent.name == "abcd"'] },
        { conditions: ["ParseJSON(span.name) == nil", "ParseJSON(spanevent.name) == nil"] },
      ],
    };
    expect(problemsOf(config, choking).map(({ recordPath }) => recordPath)).toEqual([
      "resourceSpans[0].scopeSpans[0].spans[1]",
      "resourceSpans[0].scopeSpans[0].spans[1].events[0]",
      "resourceSpans[0].scopeSpans[1].spans[0].events[1]",
      "resourceSpans[1].scopeSpans[0].spans[0]",
      "resourceSpans[1].scopeSpans[0].spans[0].events[0]",
    ]);
  });

  test("of log records, with the record", () => {
    const [first, ...others] = problemsOf({ logs: { log_record: ["ParseJSON(body) == nil"] } }, bodies);
    expect(first).toMatchObject({
      kind: "condition",
      errorMode: "ignore",
      recordPath: "resourceLogs[0].scopeLogs[0].logRecords[0]",
      record: { log: { body: { stringValue: "ab" } }, scope: { name: "s" }, resource: {} },
    });
    expect(others).toHaveLength(3);
  });

  test("where a payload is rejected", () => {
    expect(
      errorOf({ error_mode: "propagate", traces: { spanevent: ["ParseJSON(name) == nil"] } }, choking),
    ).toContain("first at resourceSpans[0].scopeSpans[0].spans[0].events[0]; 6 evaluations failed");
  });
});

test("conditions on events do not know where in its span an event is, as in the reference", () => {
  const filter = createFilter({ traces: { spanevent: ["event_index == 0"] } });
  const [record] = recordsOf("spanevent", shop);
  expect(filter.apply(shop).output).toBe(shop);
  expect(filter.explain(record as object)).toMatchObject({
    verdict: "kept",
    asked: [{ explanation: { error: {} } }],
  });
});

test("a record of a resource or scope is asked what is asked of its signal", () => {
  const filter = createFilter({
    traces: { resource: ['attributes["id"] == "ad"'] },
    logs: { resource: ['attributes["id"] == "cart"'] },
  });
  const verdicts = (payload: object) =>
    [...recordsOf("resource", payload), ...recordsOf("scope", payload)].map(
      (one) => filter.explain(one).verdict,
    );
  expect(verdicts(shop)).toEqual(["dropped", "kept", "dropped", "dropped", "kept"]);
  expect(verdicts(app)).toEqual(["kept", "dropped", "kept", "kept", "dropped"]);
  expect(verdicts(mesh)).toEqual(["kept", "kept", "kept", "kept", "kept"]);
});

test.each([
  [{ resourceSpans: 1 }, "resourceSpans must be an array, found 1"],
  [
    { resourceSpans: [{ scopeSpans: [{ spans: [1] }] }] },
    "resourceSpans[0].scopeSpans[0].spans[0] must be an object",
  ],
  [
    { resourceSpans: [{ scopeSpans: [{ spans: [{ events: {} }] }] }] },
    "resourceSpans[0].scopeSpans[0].spans[0].events must be an array, found an object",
  ],
  [
    { resourceSpans: [{ scopeSpans: [{ spans: [{ events: ["x"] }] }] }] },
    'resourceSpans[0].scopeSpans[0].spans[0].events[0] must be an object, found "x"',
  ],
  [
    { resourceLogs: [{ scopeLogs: [{ logRecords: {} }] }] },
    "resourceLogs[0].scopeLogs[0].logRecords must be an array",
  ],
  [{ resourceLogs: [{ scopeLogs: [[]] }] }, "resourceLogs[0].scopeLogs[0] must be an object, found an array"],
])("%j is no payload", (payload, message) => {
  const config = { traces: { span: ["false"], spanevent: ["false"] }, logs: { log_record: ["false"] } };
  expect(errorOf(config, payload)).toContain(`the payload's ${message}`);
});
