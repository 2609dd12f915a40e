/** Fixtures for tests of rules: metrics, data points, resources and whole payloads as OTLP JSON; and suites of tests. */
export type { Attributes } from "./testing/attributes.ts";
export { type DataPointFixture, dataPoint } from "./testing/data-point.ts";
export {
  type BucketOptions,
  type ExponentialHistogramData,
  type ExponentialHistogramOptions,
  type ExponentialHistogramPoint,
  exponentialHistogram,
} from "./testing/exponential-histogram.ts";
export {
  type MetricFixture,
  type MetricOptions,
  type ResourceFixture,
  type ResourceOptions,
  resource,
  type ScopeFixture,
  type ScopeOptions,
  scope,
} from "./testing/fixture.ts";
export { type ExpositionOptions, fromExposition } from "./testing/from-exposition.ts";
export {
  type HistogramData,
  type HistogramOptions,
  type HistogramPoint,
  histogram,
} from "./testing/histogram.ts";
export {
  type CounterOptions,
  counter,
  type GaugeData,
  type GaugeOptions,
  gauge,
  type NumberPoint,
  type SumData,
  type SumOptions,
  sum,
} from "./testing/number-metrics.ts";
export { type PayloadPart, payload } from "./testing/payload.ts";
export type { ExemplarOptions, PointOptions, Points, Shared, Time } from "./testing/point.ts";
export type { EvaluationFailure } from "./testing/suite/outcome.ts";
export type { CaseResult } from "./testing/suite/run-suite.ts";
export type { SuiteFile, SuiteFiles } from "./testing/suite/suite-input.ts";
export { type SuiteResult, type TestSuiteOptions, testSuite } from "./testing/suite/test-suite.ts";
export { type SummaryData, type SummaryOptions, type SummaryPoint, summary } from "./testing/summary.ts";
export type { Temporality } from "./testing/temporality.ts";
export type { Total } from "./testing/totals.ts";
