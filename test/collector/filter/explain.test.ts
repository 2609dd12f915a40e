import { describe, expect, test } from "vitest";
import type { FilterConfig } from "../../../src/collector/filter/config.ts";
import { createFilter } from "../../../src/collector/filter/create-filter.ts";
import type { Filter } from "../../../src/collector/filter/types.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { recordsOf } from "../../../src/index.ts";
import type { MetricsData } from "../../../src/shapes/records.ts";
import { payloads } from "./payloads.ts";
import { recordedCases } from "./recorded.ts";

const { mesh, names, schemas } = payloads;

const recordNamed = (payload: MetricsData, name: string) =>
  [...recordsOf("metric", payload)].find(
    (record) => (record as { metric: { name: string } }).metric.name === name,
  ) as object;

/** The verdict, what decided, and what was asked, by setting and text. */
function told(filter: Filter, record: object) {
  const { verdict, decidedBy, asked } = filter.explain(record);
  return {
    verdict,
    by: decidedBy?.explanation.decidedBy.text,
    at: decidedBy?.condition.place.path,
    asked: asked.map(({ list, index }) => `${list.context} ${list.name}[${index}]`),
  };
}

test("a record is dropped by the first condition that holds", () => {
  const filter = createFilter({ metrics: { metric: ['name == "a"', 'IsMatch(name, "resp")', "true"] } });
  expect(told(filter, recordNamed(mesh, "response_total"))).toEqual({
    verdict: "dropped",
    by: 'IsMatch(name, "resp")',
    at: "metrics.metric[1]",
    asked: ["metric metrics.metric[0]", "metric metrics.metric[1]"],
  });
});

test("a record is kept where none holds, with everything that was asked", () => {
  const filter = createFilter({
    metrics: { resource: ["false"], metric: ['name == "a"', "false"], datapoint: ["true"] },
  });
  expect(told(filter, recordNamed(mesh, "up"))).toEqual({
    verdict: "kept",
    by: undefined,
    at: undefined,
    asked: ["resource metrics.resource[0]", "metric metrics.metric[0]", "metric metrics.metric[1]"],
  });
});

test("a data point is asked at every level above, from the top down", () => {
  const filter = createFilter({
    metric_conditions: [
      'datapoint.attributes["direction"] == "inbound"',
      'metric.name == "zz"',
      'scope.name == "zz"',
      'resource.attributes["id"] == "zz"',
    ],
  });
  const [record] = recordsOf("datapoint", mesh);
  expect(told(filter, record as object)).toEqual({
    verdict: "dropped",
    by: 'datapoint.attributes["direction"] == "inbound"',
    at: "metric_conditions[0]",
    asked: [
      "resource metric_conditions[0]",
      "scope metric_conditions[0]",
      "metric metric_conditions[0]",
      "datapoint metric_conditions[0]",
    ],
  });
});

test("resources and scopes can be explained too", () => {
  const filter = createFilter({
    metric_conditions: ['resource.attributes["id"] == "ad"', 'scope.name == "proxy"', "metric.name != nil"],
  });
  const verdicts = (context: string) =>
    [...recordsOf(context, mesh)].map((record) => filter.explain(record).verdict);
  expect(verdicts("resource")).toEqual(["dropped", "kept"]);
  expect(verdicts("scope")).toEqual(["dropped", "dropped", "dropped"]);
});

test("groups are asked one after another", () => {
  const filter = createFilter({
    metric_conditions: [
      { context: "metric", conditions: ["false"] },
      { context: "resource", conditions: ["false"] },
      { conditions: ["metric.name != nil"] },
    ],
  });
  expect(told(filter, recordNamed(mesh, "up")).asked).toEqual([
    "metric metric_conditions[0][0]",
    "resource metric_conditions[1][0]",
    "metric metric_conditions[2][0]",
  ]);
});

describe("a condition that fails", () => {
  const conditions = ["ParseJSON(name) == nil", 'name == "ab"'];
  const explain = (error_mode: FilterConfig["error_mode"]) => {
    const filter = createFilter({
      metrics: { metric: conditions },
      ...(error_mode === undefined ? {} : { error_mode }),
    });
    return filter.explain(recordNamed(names, "ab"));
  };

  test("is passed over under ignore and silent", () => {
    for (const mode of ["ignore", "silent"] as const) {
      expect(explain(mode)).toMatchObject({
        verdict: "dropped",
        decidedBy: { index: 1 },
        asked: [{ explanation: { error: { code: "invalid_json" } } }, { explanation: { value: true } }],
      });
    }
  });

  test("rejects under propagate", () => {
    expect(explain("propagate")).toMatchObject({
      verdict: "rejected",
      decidedBy: { index: 0, explanation: { decidedBy: { text: "ParseJSON(name) == nil" } } },
      asked: [{ index: 0 }],
    });
  });
});

test("schema URLs are as the version shows them to data points", () => {
  const [record] = recordsOf("datapoint", schemas);
  const config = { metrics: { datapoint: ['resource.schema_url == "resource/1"'] } };
  const verdict = (compatibility: string) =>
    createFilter(config, { compatibility }).explain(record as object).verdict;
  expect([verdict("0.141.0"), verdict("0.142.0")]).toEqual(["kept", "dropped"]);
});

test("a record that cannot be read is kept or rejected, never thrown at", () => {
  const verdict = (error_mode: "ignore" | "propagate") =>
    createFilter({ error_mode, metrics: { metric: ['name == "a"'] } }).explain({ metric: { name: 5 } })
      .verdict;
  expect([verdict("ignore"), verdict("propagate")]).toEqual(["kept", "rejected"]);
});

test("what is no record is refused", () => {
  const filter = createFilter({ metrics: { metric: ["true"] } });
  for (const record of [null, undefined, "up", 5, [], {}, { name: "up" }, mesh, { metric: {}, ...mesh }])
    expect(() => filter.explain(record as never)).toThrow(
      expect.objectContaining({ code: "invalid_option" }) as Error,
    );
  expect(() => filter.explain(mesh)).toThrow(
    "option record must be a record such as { metric, resource }, found an object with resourceMetrics",
  );
});

test("a record of a level without a list is kept", () => {
  expect(createFilter({}).explain({ metric: {} })).toEqual({ verdict: "kept", asked: [] });
  expect(createFilter({ metrics: { metric: ["true"] } }).explain({ resource: {} }).asked).toEqual([]);
});

test("a condition tells where a part of it is written", () => {
  const yaml = `processors:
  filter:
    metrics:
      metric:
        - >-
          name == "a" or
          IsMatch(name, "resp")
        - "unit == \\"s\\" or name == nil"
`;
  const [list] = createFilter(yaml, "filter", { file: "collector.yaml" }).lists;
  const places = list?.conditions.map(({ text, locate }) => {
    const start = text.lastIndexOf("name");
    return locate({ start, end: start + 4 });
  });
  expect(places).toMatchObject([
    { path: "processors.filter.metrics.metric[0]", file: "collector.yaml", line: 7, column: 19 },
    { path: "processors.filter.metrics.metric[1]", line: 8, column: 29 },
  ]);
  const [given] = createFilter({ metrics: { metric: ["true"] } }).lists;
  expect(given?.conditions[0]?.locate({ start: 0, end: 4 })).toEqual({ path: "metrics.metric[0]" });
});

describe("what is told of a data point is what becomes of it", () => {
  const cases = recordedCases().filter(({ payload }) => payload !== "nulls");

  test("in every recorded case", () => {
    let points = 0;
    for (const { config, payload } of cases) {
      const filter = made(config);
      if (filter === undefined) continue;
      const verdicts = [...recordsOf("datapoint", payloads[payload])].map((record) => ({
        point: (record as { dataPoint: object }).dataPoint,
        verdict: filter.explain(record).verdict,
      }));
      points += verdicts.length;
      const left = outputOf(filter, payloads[payload]);
      if (left === undefined) continue;
      const kept = new Set(
        [...recordsOf("datapoint", left)].map((record) => (record as { dataPoint: object }).dataPoint),
      );
      for (const { point, verdict } of verdicts) {
        if (verdict !== "rejected")
          expect(verdict, JSON.stringify(config)).toBe(kept.has(point) ? "kept" : "dropped");
      }
    }
    expect(points).toBeGreaterThan(2000);
  });

  function made(config: unknown): Filter | undefined {
    try {
      return createFilter(config as FilterConfig);
    } catch {
      return undefined;
    }
  }

  function outputOf(filter: Filter, payload: MetricsData): MetricsData | undefined {
    try {
      return filter.apply(payload).output;
    } catch (error) {
      if (error instanceof OttlError) return undefined;
      throw error;
    }
  }
});
