/** The part of OTLP JSON that a scrape is turned into, as it is on the wire. */
export interface MetricsPayload {
  readonly resourceMetrics: readonly ResourceMetrics[];
}

export interface ResourceMetrics {
  readonly resource: { readonly attributes: readonly KeyValue[] };
  readonly scopeMetrics: readonly ScopeMetrics[];
}

export interface ScopeMetrics {
  readonly scope: {
    readonly name?: string;
    readonly version?: string;
    readonly attributes?: readonly KeyValue[];
  };
  readonly metrics: readonly Metric[];
  readonly schemaUrl?: string;
}

/** A metric with the one data field that its type has. */
export interface Metric {
  readonly name: string;
  readonly description?: string;
  readonly unit?: string;
  readonly gauge?: { readonly dataPoints: readonly NumberDataPoint[] };
  readonly sum?: {
    readonly dataPoints: readonly NumberDataPoint[];
    readonly aggregationTemporality: number;
    readonly isMonotonic?: boolean;
  };
  readonly histogram?: {
    readonly dataPoints: readonly HistogramDataPoint[];
    readonly aggregationTemporality: number;
  };
  readonly summary?: { readonly dataPoints: readonly SummaryDataPoint[] };
  readonly metadata?: readonly KeyValue[];
}

interface DataPoint {
  readonly attributes?: readonly KeyValue[];
  /** Nanoseconds since the Unix epoch, in decimal. */
  readonly startTimeUnixNano?: string;
  readonly timeUnixNano: string;
  /** Bit 0: the series has ended. */
  readonly flags?: number;
}

export interface NumberDataPoint extends DataPoint {
  readonly asDouble?: Double;
  readonly exemplars?: readonly OtlpExemplar[];
}

export interface HistogramDataPoint extends DataPoint {
  readonly count?: string;
  readonly sum?: Double;
  readonly bucketCounts: readonly string[];
  readonly explicitBounds?: readonly Double[];
  readonly exemplars?: readonly OtlpExemplar[];
}

export interface SummaryDataPoint extends DataPoint {
  readonly count?: string;
  readonly sum?: Double;
  readonly quantileValues?: readonly { readonly quantile?: Double; readonly value?: Double }[];
}

export interface OtlpExemplar {
  readonly filteredAttributes?: readonly KeyValue[];
  readonly timeUnixNano?: string;
  readonly asDouble: Double;
  readonly spanId?: string;
  readonly traceId?: string;
}

export interface KeyValue {
  readonly key: string;
  readonly value: { readonly stringValue: string };
}

/** A double as JSON can say it: `NaN`, `Infinity` and `-Infinity` are strings. */
export type Double = number | string;

/** An attribute with a string value. */
export function stringAttribute(key: string, value: string): KeyValue {
  return { key, value: { stringValue: value } };
}
