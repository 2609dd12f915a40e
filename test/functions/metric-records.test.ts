import { expect, test } from "vitest";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { makeStatement } from "../../src/engine/statement.ts";
import { transformFunctions } from "../../src/functions/index.ts";
import * as ottlkit from "../../src/index.ts";

const make = (context: string, text: string, compatibility = "newest") =>
  makeStatement(context, text, { functions: transformFunctions, compatibility });
const jobs = () => ({ name: "jobs", unit: "1", sum: { dataPoints: [{ asInt: "7" }], isMonotonic: true } });

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof OttlError) return error.code;
    throw error;
  }
  return "nothing failed";
}

test("a metric alone is enough for what changes it", () => {
  const record = { metric: jobs() };
  expect(make("metric", "convert_sum_to_gauge()").execute(record)).toBe(true);
  expect(record).toEqual({ metric: { name: "jobs", unit: "1", gauge: { dataPoints: [{ asInt: "7" }] } } });
});

test("they are among the functions that are there when none are given", () => {
  const record = { metric: jobs() };
  ottlkit.statement("metric", "scale_metric(2.0)").execute(record);
  expect(record.metric.sum.dataPoints).toEqual([{ asInt: "14" }]);
});

test("a record without a metric has one of no kind", () => {
  expect(make("metric", "convert_sum_to_gauge()").execute({})).toBe(true);
  expect(codeOf(() => make("metric", "scale_metric(2.0)").execute({}))).toBe("metric_unsupported");
  expect(codeOf(() => make("metric", "scale_metric(2.0)").execute({ metric: null }))).toBe(
    "metric_unsupported",
  );
});

test("a metric is added only where the record tells its scope", () => {
  const copy = make("metric", 'copy_metric(name="copy")');
  expect(codeOf(() => copy.execute({ metric: jobs() }))).toBe("no_scope_for_metric");
  const record = { metric: jobs(), scopeContainer: { schemaUrl: "x" } };
  copy.execute(record);
  expect(record.scopeContainer).toEqual({ schemaUrl: "x", metrics: [{ ...jobs(), name: "copy" }] });
});

test("a list of metrics is replaced, never changed, and what is added shares no point with the original", () => {
  const metric = jobs();
  const metrics = [metric];
  const record = { metric, scopeContainer: { metrics } };
  const copy = make("metric", 'copy_metric(name="copy")');
  copy.execute(record);
  copy.execute(record);
  expect(metrics).toEqual([jobs()]);
  expect(record.scopeContainer.metrics).toHaveLength(3);
  const points = record.scopeContainer.metrics.map((one) => one.sum.dataPoints[0]);
  expect(new Set(points).size).toBe(3);
});

test("explaining a statement leaves the record and its scope as they are", () => {
  const metric = jobs();
  const record = { metric, scopeContainer: { metrics: [metric] } };
  make("metric", 'copy_metric(name="copy")').execute(record);
  const before = structuredClone(record);
  for (const text of ['copy_metric(name="again")', "convert_sum_to_gauge()", "scale_metric(2.0)"]) {
    const { ran } = make("metric", text).explain(record);
    expect(ran).toBe(true);
  }
  expect(record).toEqual(before);
});

test("points that stay as they are keep what a reader does not know, and plain attributes stay plain", () => {
  const point = { attributes: { pod: "a" }, asDouble: 1, future: true };
  const record = { metric: { gauge: { dataPoints: [point] } } };
  make("metric", 'convert_gauge_to_sum("delta", true)').execute(record);
  expect(record.metric).toEqual({
    sum: { dataPoints: [point], aggregationTemporality: 1, isMonotonic: true },
  });
  make("metric", "scale_metric(3.0)").execute(record);
  expect(record.metric).toMatchObject({ sum: { dataPoints: [{ attributes: { pod: "a" }, asDouble: 3 }] } });
});

test.each([
  [{ metric: { gauge: { dataPoints: {} } } }, /metric\.gauge\.dataPoints/],
  [{ metric: { gauge: { dataPoints: [{ asInt: "x" }] } } }, /metric\.gauge\.dataPoints\[0\]\.asInt/],
  [{ metric: { gauge: { dataPoints: [{ exemplars: [{ asInt: 1.5 }] }] } } }, /exemplars\[0\]\.asInt/],
  [{ metric: { name: 5, gauge: {} } }, /metric\.name/],
  [{ metric: [] }, /metric/],
])("%j is refused with the place that is wrong", (record, place) => {
  const scale = make("metric", "scale_metric(2.0)");
  expect(codeOf(() => scale.execute(record))).toBe("record_shape");
  expect(() => scale.execute(record)).toThrow(place);
});

test("what is wrong with the scope is told, too", () => {
  const copy = make("metric", "copy_metric()");
  expect(codeOf(() => copy.execute({ metric: jobs(), scopeContainer: { metrics: {} } }))).toBe(
    "record_shape",
  );
  expect(
    codeOf(() => copy.execute(Object.freeze({ metric: jobs(), scopeContainer: Object.freeze({}) }))),
  ).toBe("record_frozen");
});

const histogram = (...sums: readonly (number | undefined)[]) => ({
  metric: {
    histogram: { dataPoints: sums.map((sum) => ({ count: "1", sum, bucketCounts: ["1"] })) },
  },
});

test("an aggregated histogram has a sum where all have one; before 0.162.0 what lacks one has 0", () => {
  const aggregate = (compatibility: string, ...sums: readonly (number | undefined)[]) => {
    const record = histogram(...sums);
    make("metric", 'aggregate_on_attributes("sum")', compatibility).execute(record);
    return record.metric.histogram.dataPoints.map(({ sum }) => sum);
  };
  expect(aggregate("newest", 1, 2)).toEqual([3]);
  expect(aggregate("newest", 1, undefined, 2)).toEqual([undefined]);
  expect(aggregate("0.161.0", 1, undefined, 2)).toEqual([3]);
});

test("exponential histograms are aggregated as each version does", () => {
  const aggregate = (compatibility: string) => {
    const point = (offset: number, bucketCounts: readonly string[]) => ({
      count: "1",
      zeroCount: "1",
      positive: { offset, bucketCounts },
    });
    const dataPoints = [point(0, ["1"]), point(0, ["1", "2"]), point(1, ["4"])];
    const record = { metric: { exponentialHistogram: { dataPoints } } };
    make("metric", 'aggregate_on_attributes("sum")', compatibility).execute(record);
    return record.metric.exponentialHistogram.dataPoints.map(
      ({ zeroCount, positive }) => `${zeroCount}:${positive.bucketCounts}`,
    );
  };
  expect(aggregate("newest")).toEqual(["3:2,6"]);
  expect(aggregate("0.130.0")).toEqual(["2:2,2", "1:4"]);
  expect(codeOf(() => aggregate("0.118.0"))).toBe("buckets_malformed");
});

test("thousands of histograms become one in time, their exemplars and far buckets with them", () => {
  const count = 3_000;
  const points = (more: (i: number) => object) =>
    Array.from({ length: count }, (_, i) => ({ count: 1, exemplars: [{ asInt: `${i}` }], ...more(i) }));
  const far = points((i) => ({ positive: { offset: i % 2 === 0 ? 0 : 200_000, bucketCounts: [1] } }));
  const histogram = { histogram: { dataPoints: points(() => ({ bucketCounts: [1] })) } };
  const aggregated = (metric: object): unknown => {
    make("metric", 'aggregate_on_attributes("sum")').execute({ metric });
    return metric;
  };
  const exemplars = points(() => ({})).flatMap((point) => point.exemplars);
  expect(aggregated(histogram)).toEqual({
    histogram: { dataPoints: [{ count: "3000", bucketCounts: ["3000"], exemplars }] },
  });
  const bucketCounts = ["1500", ...Array(199_999).fill("0"), "1500"];
  expect(aggregated({ exponentialHistogram: { dataPoints: far } })).toMatchObject({
    exponentialHistogram: { dataPoints: [{ count: "3000", positive: { bucketCounts }, exemplars }] },
  });
}, 10_000);

const one = { bucketCounts: [1] };
const many = { bucketCounts: [1, ...Array(200_000).fill(0)] };
const pointsOf = (first: object, other: (i: number) => object) => ({
  dataPoints: [
    { count: 1, ...first },
    ...Array.from({ length: 2_000 }, (_, i) => ({ count: 1, ...other(i) })),
  ],
});

test.each([
  ["of a histogram", "newest", { histogram: pointsOf(many, () => one) }, "2001"],
  [
    "of an exponential one",
    "0.118.0",
    { exponentialHistogram: pointsOf({ positive: many }, () => ({ positive: one })) },
    "2001",
  ],
  [
    "of lower buckets",
    "newest",
    { exponentialHistogram: pointsOf({ positive: many }, (i) => ({ positive: { ...one, offset: -1 - i } })) },
    "1",
  ],
])("few counts are added to very many in time: %s", (_, compatibility, metric, lowest) => {
  make("metric", 'aggregate_on_attributes("sum")', compatibility).execute({ metric });
  expect(JSON.stringify(metric)).toContain(`"bucketCounts":["${lowest}",`);
});

test("a span is named by rpc.system.name since 0.150.0", () => {
  const name = (compatibility: string) => {
    const span = { name: "x", kind: 3, attributes: { "rpc.system.name": "grpc" } };
    make("span", 'set_semconv_span_name("1.37.0")', compatibility).execute({ span });
    return span.name;
  };
  expect([name("0.149.0"), name("0.150.0")]).toEqual(["x", "grpc"]);
  expect(codeOf(() => make("span", 'set_semconv_span_name("1.38.0")', "0.149.0"))).toBe("call_refused");
  expect(codeOf(() => make("span", 'set_semconv_span_name("1.41.0")', "0.158.0"))).toBe("call_refused");
});

test("an explanation tells the paths that an editor writes by itself", () => {
  const span = { name: "x", kind: 2, attributes: { "http.request.method": "GET" } };
  const { written } = make("span", 'set_semconv_span_name("1.37.0")').explain({ span });
  expect(written.map(({ text, before, after }) => [text, before === after])).toEqual([
    ["name", false],
    ["attributes", expect.any(Boolean)],
  ]);
  expect(written[0]).toMatchObject({ before: "x", after: "GET" });
});
