import { describe, expect, test } from "vitest";
import { condition, OttlError, recordsOf, value } from "../../src/index.ts";
import { metricRecordSchema, metricsDataSchema } from "../../src/schemas.ts";
import {
  counter,
  dataPoint,
  exponentialHistogram,
  gauge,
  histogram,
  payload,
  resource,
  scope,
  sum,
  summary,
} from "../../src/testing.ts";

const times = { startTimeUnixNano: "1767225540000000000", timeUnixNano: "1767225600000000000" };

describe("a metric that only has a name", () => {
  test("is a record with one data point of its kind", () => {
    expect(gauge("g").metric).toEqual({
      name: "g",
      gauge: { dataPoints: [{ attributes: [], timeUnixNano: times.timeUnixNano, asDouble: 1 }] },
    });
    expect(counter("c").metric).toEqual({
      name: "c",
      sum: {
        aggregationTemporality: 2,
        isMonotonic: true,
        dataPoints: [{ attributes: [], ...times, asDouble: 1 }],
      },
    });
    expect(summary("s").metric.summary.dataPoints).toEqual([
      { attributes: [], ...times, count: "1", sum: 1, quantileValues: [{ quantile: 0.5, value: 1 }] },
    ]);
  });

  test.for([gauge("m"), counter("m"), sum("m"), histogram("m"), exponentialHistogram("m"), summary("m")])(
    "is what the schema and the conditions take: %o",
    (record) => {
      expect(metricRecordSchema.parse(record)).toEqual(record);
      expect(condition("metric", 'name == "m" and Len(data_points) == 1').matches(record)).toBe(true);
    },
  );
});

describe("data points", () => {
  test("have attributes as OTLP writes them", () => {
    const attributes = {
      s: "x",
      i: 14,
      b: true,
      d: 1.5,
      whole: { doubleValue: 1 },
      l: ["a"],
      m: { k: 2n },
      n: null,
    };
    expect(gauge("g", attributes).metric.gauge.dataPoints[0]?.attributes).toEqual([
      { key: "s", value: { stringValue: "x" } },
      { key: "i", value: { intValue: "14" } },
      { key: "b", value: { boolValue: true } },
      { key: "d", value: { doubleValue: 1.5 } },
      { key: "whole", value: { doubleValue: 1 } },
      { key: "l", value: { arrayValue: { values: [{ stringValue: "a" }] } } },
      { key: "m", value: { kvlistValue: { values: [{ key: "k", value: { intValue: "2" } }] } } },
      { key: "n", value: {} },
    ]);
  });

  test("take what the metric's options say unless they say otherwise", () => {
    const { dataPoints } = counter("c", [{ attributes: { a: 1 } }, { value: 3n }], { value: 2.5, flags: 1 })
      .metric.sum;
    expect(dataPoints).toMatchObject([
      { asDouble: 2.5, flags: 1 },
      { asInt: "3", flags: 1, attributes: [] },
    ]);
    expect(dataPoints[1]).not.toHaveProperty("asDouble");
  });

  test("may be at any time, and have exemplars", () => {
    const time = new Date("2026-01-31T12:00:00.5Z");
    const exemplars = [{ value: 7n, traceId: "ab".repeat(16), attributes: { k: "v" }, time: 5n }];
    const [point] = gauge("g", {}, { time, startTime: 1n, value: Number.NaN, exemplars }).metric.gauge
      .dataPoints;
    expect(point).toEqual({
      attributes: [],
      startTimeUnixNano: "1",
      timeUnixNano: "1769860800500000000",
      asDouble: "NaN",
      exemplars: [
        {
          filteredAttributes: [{ key: "k", value: { stringValue: "v" } }],
          timeUnixNano: "5",
          asInt: "7",
          traceId: "ab".repeat(16),
        },
      ],
    });
    expect(() => gauge("g", {}, { time: new Date("x") })).toThrow("the time must be a valid date");
  });

  test("may be none", () => {
    expect(gauge("g", []).metric.gauge.dataPoints).toEqual([]);
  });

  test("are records of their own", () => {
    const record = counter("response_total", [
      { attributes: { grpc_status: "0" } },
      { attributes: { grpc_status: "14" } },
    ]);
    const failed = condition(
      "datapoint",
      'metric.name == "response_total" and attributes["grpc_status"] == "14"',
    );
    expect(failed.matches(dataPoint(record))).toBe(false);
    expect(failed.matches(dataPoint(record, 1))).toBe(true);
    expect(() => dataPoint(record, 2)).toThrow("the index must be an index below 2, found 2");
    expect(() => dataPoint(gauge("g", []))).toThrow("the index must be a metric with data points, found 0");
  });
});

describe("a histogram", () => {
  const pointOf = (...options: Parameters<typeof histogram>) =>
    histogram(...options).metric.histogram.dataPoints[0];

  test("counts what was measured: a bucket holds its upper bound", () => {
    expect(pointOf("h", {}, { values: [1, 10, 11, 500], bounds: [10, 100] })).toMatchObject({
      bucketCounts: ["2", "1", "1"],
      explicitBounds: [10, 100],
      count: "4",
      sum: 522,
    });
    expect(pointOf("h", {}, { values: [] })).toMatchObject({ count: "0", sum: 0 });
  });

  test("takes counts in place of measurements, and then knows no sum", () => {
    const point = pointOf("h", {}, { counts: [1, 2n], bounds: [10], max: 12 });
    expect(point).toMatchObject({ bucketCounts: ["1", "2"], count: "3", max: 12 });
    expect(point).not.toHaveProperty("sum");
  });

  test("may be delta", () => {
    expect(histogram("h", {}, { temporality: "delta" }).metric.histogram.aggregationTemporality).toBe(1);
  });
});

describe("an exponential histogram", () => {
  const pointOf = (options: Parameters<typeof exponentialHistogram>[2]) =>
    exponentialHistogram("e", {}, options).metric.exponentialHistogram.dataPoints[0];

  test("counts what was measured on both sides of zero", () => {
    expect(pointOf({ values: [1, 8, 8.1, 0, -2] })).toMatchObject({
      scale: 0,
      count: "5",
      zeroCount: "1",
      positive: { offset: -1, bucketCounts: ["1", "0", "0", "1", "1"] },
      negative: { offset: 0, bucketCounts: ["1"] },
    });
  });

  test.for([-2, 0, 3, 10])("puts powers of two below their bound at scale %i", (scale) => {
    for (let exponent = -300; exponent <= 300; exponent += 4) {
      const { positive } = pointOf({ values: [2 ** exponent], scale }) ?? {};
      expect(positive?.offset).toBe(exponent * 2 ** scale - 1);
    }
  });

  test("takes buckets in place of measurements", () => {
    const point = pointOf({ scale: 2, zeroCount: 4, positive: { offset: 3, counts: [1, 2] } });
    expect(point).toMatchObject({
      count: "7",
      zeroCount: "4",
      positive: { offset: 3, bucketCounts: ["1", "2"] },
    });
    expect(point).not.toHaveProperty("negative");
  });
});

test("a summary has its quantiles in order", () => {
  const { dataPoints } = summary("s", {}, { quantiles: { 0.99: 12, 0.5: 3, 1: Infinity }, count: 4n }).metric
    .summary;
  expect(dataPoints[0]).toMatchObject({
    count: "4",
    quantileValues: [
      { quantile: 0.5, value: 3 },
      { quantile: 0.99, value: 12 },
      { quantile: 1, value: "Infinity" },
    ],
  });
});

describe("what a metric belongs to", () => {
  test("is part of its record", () => {
    const options = { resource: { "k8s.pod.name": "ad-1" }, scope: "lib", unit: "1", metadata: { m: "x" } };
    const record = gauge("g", {}, options);
    const text =
      'resource.attributes["k8s.pod.name"] == "ad-1" and scope.name == "lib" and unit == "1" and metadata["m"] == "x"';
    expect(condition("metric", text).matches(record)).toBe(true);
  });

  test("may be made beforehand, with a schema URL", () => {
    const pod = resource({ pod: 1 }, { schemaUrl: "https://example.com/r" });
    const library = scope("lib", { version: "2", attributes: { a: 1 }, schemaUrl: "https://example.com/s" });
    const record = gauge("g", {}, { resource: pod, scope: library });
    expect(value("metric", "resource.schema_url").evaluate(record)).toBe("https://example.com/r");
    expect(value("metric", "scope.schema_url").evaluate(record)).toBe("https://example.com/s");
    expect(condition("scope", 'version == "2" and attributes["a"] == 1').matches(library)).toBe(true);
    expect(condition("resource", 'attributes["pod"] == 1').matches(pod)).toBe(true);
  });

  test("may have an attribute called resource", () => {
    const record = gauge("g", {}, { resource: { resource: "x" } });
    expect(value("metric", 'resource.attributes["resource"]').evaluate(record)).toBe("x");
  });
});

describe("a payload", () => {
  const pod = resource({ pod: "ad-1" });

  test("puts metrics under the resource and the scope before them", () => {
    const made = payload(
      pod,
      gauge("a"),
      scope("lib"),
      gauge("b"),
      gauge("c"),
      resource({ pod: "ad-2" }),
      gauge("d"),
    );
    expect(names(made)).toEqual([
      ['[{"key":"pod","value":{"stringValue":"ad-1"}}]', undefined, ["a"]],
      ['[{"key":"pod","value":{"stringValue":"ad-1"}}]', "lib", ["b", "c"]],
      ['[{"key":"pod","value":{"stringValue":"ad-2"}}]', undefined, ["d"]],
    ]);
    expect(metricsDataSchema.parse(made)).toEqual(made);
  });

  test("puts a metric with a resource of its own there, beside others of the same", () => {
    const own = { resource: { pod: "ad-1" } };
    expect(names(payload(gauge("a"), gauge("b", {}, own), pod, gauge("c"), gauge("d", {}, own)))).toEqual([
      [undefined, undefined, ["a"]],
      ['[{"key":"pod","value":{"stringValue":"ad-1"}}]', undefined, ["b", "c", "d"]],
    ]);
  });

  test("has resources and scopes without metrics", () => {
    expect(payload(pod).resourceMetrics).toEqual([{ resource: pod.resource, scopeMetrics: [] }]);
    expect(names(payload(pod, scope("lib")))).toEqual([[expect.any(String), "lib", []]]);
    expect(payload()).toEqual({ resourceMetrics: [] });
  });

  test("made of the records of another one is the same payload", () => {
    const first = payload(
      resource({ a: 1 }, { schemaUrl: "https://example.com/r" }),
      scope("x", { schemaUrl: "https://example.com/s" }),
      gauge("a"),
      resource({ a: 2 }),
      counter("b"),
    );
    expect(payload(...recordsOf("metric", first))).toEqual(first);
  });
});

test("what no attribute can hold is refused, and odd keys are only keys", () => {
  const attributes = { f: () => 1 } as unknown as Record<string, string>;
  expect(() => gauge("g", attributes)).toThrow(OttlError);
  const odd = JSON.parse('{"__proto__": "x", "constructor": 1}') as Record<string, string>;
  expect(gauge("g", odd).metric.gauge.dataPoints[0]?.attributes).toEqual([
    { key: "__proto__", value: { stringValue: "x" } },
    { key: "constructor", value: { intValue: "1" } },
  ]);
});

/** The resource's attributes, the scope's name and the metrics' names of each scope of a payload. */
function names(made: ReturnType<typeof payload>): unknown[] {
  return (made.resourceMetrics ?? []).flatMap((resourceMetrics) =>
    (resourceMetrics?.scopeMetrics ?? []).map((scopeMetrics) => [
      resourceMetrics?.resource?.attributes && JSON.stringify(resourceMetrics.resource.attributes),
      scopeMetrics?.scope?.name,
      scopeMetrics?.metrics?.map((metric) => metric?.name),
    ]),
  );
}
