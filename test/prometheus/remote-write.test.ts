import { describe, expect, test } from "vitest";
import { OttlError } from "../../src/index.ts";
import { remoteWrite } from "../../src/prometheus.ts";

describe("payloads that are not OTLP", () => {
  test.each([
    [{ resourceMetrics: "x" }, "resourceMetrics"],
    [{ resourceMetrics: [1] }, "resourceMetrics"],
    [{ resourceMetrics: [{ resource: 1 }] }, "resource"],
    [{ resourceMetrics: [{ resource: { attributes: "x" } }] }, "resource.attributes"],
    [metrics({ name: 1 }), "name"],
    [metrics({ name: "a", gauge: [] }), "gauge"],
    [metrics({ name: "a", gauge: { dataPoints: {} } }), "dataPoints"],
    [metrics({ name: "a", gauge: { dataPoints: [{ timeUnixNano: "x" }] } }), "timeUnixNano"],
    [metrics({ name: "a", gauge: { dataPoints: [{ asInt: "1.5" }] } }), "asInt"],
    [metrics({ name: "a", gauge: { dataPoints: [{ asDouble: "abc" }] } }), "asDouble"],
    [metrics({ name: "a", sum: { aggregationTemporality: "SOMETIMES" } }), "aggregationTemporality"],
    [metrics(histogram({ count: -1 })), "count"],
    [metrics(histogram({ bucketCounts: 7 })), "bucketCounts"],
    [metrics(histogram({ bucketCounts: ["x"], explicitBounds: [1] })), "bucketCounts"],
    [metrics(histogram({ bucketCounts: [1], explicitBounds: [{}] })), "explicitBounds"],
    [metrics({ name: "a", summary: { dataPoints: [{ quantileValues: [null] }] } }), "quantileValues"],
  ])("%j is refused at %s", (payload, place) => {
    const error = thrown(() => remoteWrite(payload));
    expect(error).toBeInstanceOf(OttlError);
    expect(String(error)).toContain(place);
  });

  test.each([[{}], [{ resourceMetrics: null }], [{ resourceMetrics: [null, {}] }], [metrics(null)]])(
    "%j has nothing to export",
    (payload) => {
      expect(remoteWrite(payload).samples).toEqual([]);
    },
  );

  test("attributes that contain themselves are refused", () => {
    const list: unknown[] = [];
    const value = { arrayValue: { values: list } };
    list.push(value);
    const point = { attributes: [{ key: "a", value }], asDouble: 1 };
    const payload = metrics({ name: "a", gauge: { dataPoints: [point] } });
    expect(thrown(() => remoteWrite(payload))).toBeInstanceOf(OttlError);
  });

  test("attributes such as __proto__ become labels", () => {
    const attributes = ["__proto__", "constructor"].map((key) => ({ key, value: { stringValue: "x" } }));
    const payload = metrics({ name: "a", gauge: { dataPoints: [{ attributes, asDouble: 1 }] } });
    expect(remoteWrite(payload).samples[0]?.labels.map(({ name }) => name)).toEqual([
      "__proto__",
      "constructor",
    ]);
  });
});

test("enums by name, integers as numbers and plain attributes are taken", () => {
  const { samples, errors } = remoteWrite({
    resourceMetrics: [
      {
        resource: { attributes: { "service.name": "a" } },
        scopeMetrics: [
          {
            metrics: [
              {
                name: "h",
                histogram: {
                  aggregationTemporality: "AGGREGATION_TEMPORALITY_CUMULATIVE",
                  dataPoints: [
                    { timeUnixNano: 2_000_000, count: 3, bucketCounts: [1, 2], explicitBounds: [5] },
                  ],
                },
              },
            ],
          },
        ],
      },
    ],
  });
  expect(errors).toEqual([]);
  expect(samples.map(({ name, labels, value, time }) => [name, labels.at(-1)?.value, value, time])).toEqual([
    ["h_count", "a", 3, 2n],
    ["h_bucket", "5", 1, 2n],
    ["h_bucket", "+Inf", 3, 2n],
  ]);
});

test("a sample names the metric that it is of", () => {
  const { samples } = remoteWrite(metrics(histogram({ count: "1", sum: 2 })));
  expect(samples.map(({ name, metric }) => [name, metric])).toEqual([
    ["a_sum", "a"],
    ["a_count", "a"],
    ["a_bucket", "a"],
  ]);
});

function metrics(...metrics: unknown[]): object {
  return { resourceMetrics: [{ scopeMetrics: [{ metrics }] }] };
}

function histogram(point: object): object {
  return { name: "a", histogram: { aggregationTemporality: 2, dataPoints: [point] } };
}

function thrown(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
