import { describe, expect, test } from "vitest";
import type { FilterConfig } from "../../../src/collector/filter/config.ts";
import { createFilter } from "../../../src/collector/filter/create-filter.ts";
import type { Filter } from "../../../src/collector/filter/types.ts";
import { createPipeline } from "../../../src/collector/pipeline/pipeline.ts";
import type { SignalName } from "../../../src/collector/signals.ts";
import { recordsOf } from "../../../src/engine/records.ts";
import type { MetricsData } from "../../../src/shapes/records.ts";
import { kinds, outputOf, type Parts, partsOf } from "./one-record.ts";
import { payloads } from "./payloads.ts";
import { recordedCases, versions } from "./recorded.ts";

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
    metrics: { resource: ["false"], metric: ['name == "a"', "false"] },
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

/** A metric `m` with a data point for each value of the attribute `a`. */
function gauge(...values: readonly number[]) {
  const dataPoints = values.map((value) => ({
    attributes: [{ key: "a", value: { intValue: String(value) } }],
  }));
  return { metric: { name: "m", gauge: { dataPoints } } };
}

/** The records of the data points of a metric. */
function pointsIn(record: ReturnType<typeof gauge>): readonly object[] {
  return record.metric.gauge.dataPoints.map((dataPoint) => ({ ...record, dataPoint }));
}

describe("a metric brings its data points", () => {
  const filter = createFilter({ metrics: { datapoint: ["false", 'attributes["a"] != 9'] } });

  test("and goes with the last of them", () => {
    expect(told(filter, gauge(1, 2))).toEqual({
      verdict: "dropped",
      by: 'attributes["a"] != 9',
      at: "metrics.datapoint[1]",
      asked: ["datapoint metrics.datapoint[1]"],
    });
    expect(filter.explain(gauge(1, 2)).emptiedBy).toBe(filter.lists[0]);
  });

  test("and stays where one of them stays", () => {
    expect(filter.explain(gauge(1, 9))).toEqual({ verdict: "kept", asked: [] });
    expect(filter.left(gauge(1, 9))).toEqual(gauge(9));
    expect(filter.left(gauge(1, 2))).toBeUndefined();
  });

  test("and goes without any", () => {
    expect(filter.explain(gauge())).toEqual({ verdict: "dropped", emptiedBy: filter.lists[0], asked: [] });
    expect(filter.explain({ metric: { name: "of no kind" } }).verdict).toBe("kept");
  });

  test("and is rejected with one of them", () => {
    const failing = createFilter({
      error_mode: "propagate",
      metrics: { datapoint: ['Int(attributes["a"]) == 1', 'ParseJSON("{") == nil'] },
    });
    expect(told(failing, gauge(1, 2, 3))).toMatchObject({ verdict: "rejected", at: "metrics.datapoint[1]" });
    expect(pointsIn(gauge(1, 2)).map((point) => failing.explain(point).verdict)).toEqual([
      "dropped",
      "rejected",
    ]);
  });

  test("as far as they can be read", () => {
    for (const wrong of [
      { gauge: 5 },
      { gauge: { dataPoints: 5 } },
      { gauge: { dataPoints: [5, null] } },
      5,
    ]) {
      expect(() => filter.explain({ metric: wrong })).not.toThrow();
      expect(() => filter.left({ metric: wrong, dataPoint: {} })).not.toThrow();
    }
  });
});

describe("a later group sees the metric that the groups before have left", () => {
  const filter = createFilter({
    metric_conditions: [
      { context: "datapoint", conditions: ['attributes["a"] == 1'] },
      { context: "metric", conditions: ["Len(data_points) == 1"] },
    ],
  });

  test.each([
    [[1, 2], "dropped", ["dropped", "dropped"]],
    [[2, 3], "kept", ["kept", "kept"]],
    [[1, 2, 3], "kept", ["dropped", "kept", "kept"]],
    [[1, 1], "dropped", ["dropped", "dropped"]],
  ])("with data points %j", (values, metric, points) => {
    const record = gauge(...values);
    expect(filter.explain(record).verdict).toBe(metric);
    expect(pointsIn(record).map((point) => filter.explain(point).verdict)).toEqual(points);
  });

  test("and tells what decides", () => {
    expect(told(filter, pointsIn(gauge(1, 2))[1] as object)).toEqual({
      verdict: "dropped",
      by: "Len(data_points) == 1",
      at: "metric_conditions[1].conditions[0]",
      asked: ["datapoint metric_conditions[0][0]", "metric metric_conditions[1][0]"],
    });
  });
});

describe("errors are forgotten where a later group leaves nothing", () => {
  const filter = createFilter({
    error_mode: "propagate",
    metric_conditions: [
      { conditions: ['ParseJSON(metric.name) == "1"'] },
      { conditions: ['datapoint.attributes["a"] == 1'] },
    ],
  });

  test("of a metric", () => {
    expect(filter.explain(gauge(1)).verdict).toBe("dropped");
    expect(filter.explain(gauge(1, 2)).verdict).toBe("rejected");
  });

  test("of a data point, with the metric that it is in", () => {
    expect(filter.explain(pointsIn(gauge(1))[0] as object).verdict).toBe("dropped");
    expect(pointsIn(gauge(1, 2)).map((point) => filter.explain(point).verdict)).toEqual([
      "rejected",
      "rejected",
    ]);
  });
});

describe.each(versions)("what is told of a record is what becomes of it alone in %s", (compatibility) => {
  const withNulls = ["nulls", "spanless", "recordless"];
  const cases = recordedCases().filter(({ payload }) => !withNulls.includes(payload));

  test("in every recorded case", () => {
    const seen = { items: 0, parts: 0, rejected: 0 };
    for (const { config, payload } of cases) {
      const kind = kinds.find(({ signal }) => (signal?.resources ?? "") in payloads[payload]) ?? kinds[0];
      const filter = made(config, kind.signal?.name);
      if (filter === undefined) continue;
      for (const record of recordsOf(kind.context, payloads[payload])) {
        const said = JSON.stringify([config, (record as Parts)[kind.item]]);
        const left = outputOf(filter, kind, record as Parts);
        const parts = partsOf(kind, [record]).map((part) => ({
          part,
          verdict: filter.explain({ ...record, [kind.part]: part }).verdict,
        }));
        const { verdict } = filter.explain(record);
        seen.items++;
        seen.parts += parts.length;
        if (left === undefined) {
          seen.rejected++;
          expect(verdict, said).toBe("rejected");
          if (parts.length > 0) expect(parts.map((one) => one.verdict)).toContain("rejected");
          continue;
        }
        const [item] = recordsOf(kind.context, left);
        expect(verdict, said).toBe(item === undefined ? "dropped" : "kept");
        if (item !== undefined)
          expect(filter.left(record)).toMatchObject({ [kind.item]: (item as Parts)[kind.item] });
        const kept = new Set(partsOf(kind, recordsOf(kind.context, left)));
        for (const { part, verdict } of parts)
          expect(verdict, said).toBe(kept.has(part) ? "kept" : "dropped");
      }
    }
    expect(seen.items).toBeGreaterThan(3000);
    expect(seen.parts).toBeGreaterThan(3000);
    expect(seen.rejected).toBeGreaterThan(100);
  });

  function made(config: unknown, signal: SignalName | undefined): Filter | undefined {
    try {
      return createFilter(config as FilterConfig, {
        compatibility,
        ...(signal === undefined ? {} : { signal }),
      });
    } catch {
      return undefined;
    }
  }
});

test("a later filter of a pipeline sees the metric that the filters before have left", () => {
  const pipeline = createPipeline(`
processors:
  filter/points: { metrics: { datapoint: ['attributes["a"] == 1'] } }
  filter/single: { metrics: { metric: ["Len(data_points) == 1"] } }
service: { pipelines: { metrics: { receivers: [otlp], processors: [filter/points, filter/single], exporters: [otlp] } } }
`);
  const verdicts = (...values: readonly number[]) =>
    [gauge(...values), ...pointsIn(gauge(...values))].map((record) => pipeline.explain(record).verdict);
  expect(verdicts(1, 2)).toEqual(["dropped", "dropped", "dropped"]);
  expect(verdicts(1, 2, 3)).toEqual(["kept", "dropped", "kept", "kept"]);
  expect(pipeline.stages[0]?.filter?.counters).toEqual({ "processor_filter_datapoints.filtered": 0 });
});
