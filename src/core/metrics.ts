/**
 * A metric as functions see it that change more of it than a path says. Nothing of it is changed in place: what is kept
 * is handed on, what is changed is made anew. Times and counts are unsigned 64-bit numbers.
 */
import type { MapValue } from "./values.ts";

/** A metric and its data points. */
export interface Metric {
  readonly name: string;
  readonly description: string;
  readonly unit: string;
  readonly metadata: MapValue;
  /** Absent where the metric has none of a known kind. */
  readonly data?: MetricData | undefined;
}

/** The data of a metric by its kind. */
export type MetricData =
  | { readonly kind: "gauge"; readonly points: readonly NumberPoint[] }
  | {
      readonly kind: "sum";
      readonly points: readonly NumberPoint[];
      readonly temporality: bigint;
      readonly isMonotonic: boolean;
    }
  | { readonly kind: "histogram"; readonly points: readonly HistogramPoint[]; readonly temporality: bigint }
  | {
      readonly kind: "exponentialHistogram";
      readonly points: readonly ExponentialPoint[];
      readonly temporality: bigint;
    }
  | { readonly kind: "summary"; readonly points: readonly SummaryPoint[] };

/** The numbers of what values of a sum or a histogram tell of: what came since the last one, or since the start. */
export const temporalities = { delta: 1n, cumulative: 2n } as const;

interface Point {
  readonly attributes: MapValue;
  readonly startTime: bigint;
  readonly time: bigint;
  readonly flags: bigint;
}

/** An int or a double; absent where there is neither. */
export type PointValue = bigint | number | undefined;

/** A data point of a gauge or a sum. */
export interface NumberPoint extends Point {
  readonly value: PointValue;
  readonly exemplars: readonly Exemplar[];
}

/** A data point of a histogram. */
export interface HistogramPoint extends Point {
  readonly count: bigint;
  readonly sum: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly bounds: readonly number[];
  readonly counts: readonly bigint[];
  readonly exemplars: readonly Exemplar[];
}

/** Buckets of an exponential histogram on one side of zero. */
export interface Buckets {
  /** The index of the first one, an int32. */
  readonly offset: number;
  readonly counts: readonly bigint[];
}

/** A data point of an exponential histogram. */
export interface ExponentialPoint extends Point {
  readonly count: bigint;
  readonly sum: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** An int32. */
  readonly scale: number;
  readonly zeroCount: bigint;
  readonly zeroThreshold: number;
  readonly positive: Buckets;
  readonly negative: Buckets;
  readonly exemplars: readonly Exemplar[];
}

/** A data point of a summary. */
export interface SummaryPoint extends Point {
  readonly count: bigint;
  readonly sum: number;
  readonly quantiles: readonly { readonly quantile: number; readonly value: number }[];
}

/** An exemplar of a data point. */
export interface Exemplar {
  readonly attributes: MapValue;
  readonly time: bigint;
  readonly value: PointValue;
  readonly traceId: string;
  readonly spanId: string;
}

/** The metric of a record, for functions that change it as a whole or put others beside it. */
export interface RecordMetric {
  /** The kind of its data, without reading that. */
  readonly kind: MetricData["kind"] | undefined;
  /** All of it; throws `record_shape` where a part is not what a metric has there. */
  read(): Metric;
  /** Puts another one in its place. */
  replace(metric: Metric): void;
  /** Puts another one behind all of its scope; throws `no_scope_for_metric` where the record has no `scopeContainer`. */
  append(metric: Metric): void;
}
