import { expect, expectTypeOf, test } from "vitest";
import type { Filter } from "../../src/collector/filter/types.ts";
import type { Pipeline } from "../../src/collector.ts";
import type { Condition, MetricRecord, ValueExpression } from "../../src/index.ts";
import type {
  DataPointRecord,
  HistogramDataPoint,
  MetricsData,
  NumberDataPoint,
} from "../../src/shapes/records.ts";
import {
  counter,
  dataPoint,
  exponentialHistogram,
  gauge,
  histogram,
  payload,
  resource,
  summary,
} from "../../src/testing.ts";
import type {} from "../../src/vitest.ts";

declare const filter: Filter;
declare const pipeline: Pipeline;
declare const condition: Condition;
declare const expression: ValueExpression;

test("builders give records of their kind", () => {
  expectTypeOf(gauge("g")).toExtend<MetricRecord>();
  expectTypeOf(gauge("g").metric.gauge.dataPoints).toEqualTypeOf<NumberDataPoint[]>();
  expectTypeOf(histogram("h").metric.histogram.dataPoints).toEqualTypeOf<HistogramDataPoint[]>();
  expectTypeOf(counter("c").metric.sum.isMonotonic).toEqualTypeOf<boolean>();
  expectTypeOf(dataPoint(summary("s"))).toExtend<DataPointRecord>();
  expectTypeOf(payload(resource({ a: 1 }), gauge("g"))).toEqualTypeOf<MetricsData>();
});

test("builders know what each kind of metric has", () => {
  counter("c", { a: "b" }, { value: 2n, temporality: "delta", unit: "1" });
  counter("c", [{ attributes: { a: "b" }, value: 2 }]);
  exponentialHistogram("e", {}, { scale: 2, positive: { offset: 1, counts: [1n] } });
  // @ts-expect-error a gauge has no temporality
  gauge("g", {}, { temporality: "delta" });
  // @ts-expect-error a counter always rises
  counter("c", {}, { monotonic: false });
  // @ts-expect-error a histogram has no value
  histogram("h", {}, { value: 1 });
  // @ts-expect-error there are two temporalities
  counter("c", {}, { temporality: "both" });
  // @ts-expect-error a function is no attribute
  gauge("g", { f: () => 1 });
  // @ts-expect-error attributes of one of several points have a name of their own
  gauge("g", [{ a: "b" }]);
});

test("a filter is asked what it keeps and drops", () => {
  expect(filter).toKeep(gauge("g"));
  expect(filter).not.toDrop([payload(gauge("g")), dataPoint(gauge("g"))]);
  expect(filter).toDrop(resource({ a: 1 }));
  expect(pipeline).toKeep(gauge("g"));
  // @ts-expect-error a metric is no record
  expect(filter).toKeep({ name: "g" });
  // @ts-expect-error a name is no record
  expect(filter).toKeep("g");
  // @ts-expect-error a condition keeps nothing
  expect(condition).toKeep(gauge("g"));
  // @ts-expect-error a filter has no value
  expect(filter).toEvaluateTo(true, gauge("g"));
});

test("a condition evaluates to a boolean, an expression to a value", () => {
  expect(condition).toEvaluateTo(true, gauge("g"));
  expect(expression).toEvaluateTo(2n, gauge("g"));
  expect(expression).not.toEvaluateTo({ a: ["x", 1.5, null] }, gauge("g"));
  expect(expression).toEvaluateTo(expect.any(String), gauge("g"));
  // @ts-expect-error a condition is true or false
  expect(condition).toEvaluateTo("true", gauge("g"));
  // @ts-expect-error first what is expected, then the record
  expect(condition).toEvaluateTo(gauge("g"), true);
  // @ts-expect-error undefined is no value
  expect(expression).toEvaluateTo(undefined, gauge("g"));
});
