/** The part of OTLP JSON that a scrape is turned into, as it is on the wire. */
export interface MetricsPayload {
  readonly resourceMetrics: ResourceMetrics[];
}

export interface ResourceMetrics {
  readonly resource: { readonly attributes: KeyValue[] };
  readonly scopeMetrics: ScopeMetrics[];
}

export interface ScopeMetrics {
  readonly scope: {
    readonly name?: string;
    readonly version?: string;
    readonly attributes?: KeyValue[];
  };
  readonly metrics: Metric[];
  readonly schemaUrl?: string;
}

/** A metric with the one data field that its type has. */
export interface Metric {
  readonly name: string;
  readonly description?: string;
  readonly unit?: string;
  readonly gauge?: { readonly dataPoints: NumberDataPoint[] };
  readonly sum?: {
    readonly dataPoints: NumberDataPoint[];
    readonly aggregationTemporality: number;
    readonly isMonotonic?: boolean;
  };
  readonly histogram?: {
    readonly dataPoints: HistogramDataPoint[];
    readonly aggregationTemporality: number;
  };
  readonly summary?: { readonly dataPoints: SummaryDataPoint[] };
  readonly metadata?: KeyValue[];
}

interface DataPoint {
  readonly attributes?: KeyValue[];
  /** Nanoseconds since the Unix epoch, in decimal. */
  readonly startTimeUnixNano?: string;
  readonly timeUnixNano: string;
  /** Bit 0: the series has ended. */
  readonly flags?: number;
}

export interface NumberDataPoint extends DataPoint {
  readonly asDouble?: Double;
  readonly exemplars?: OtlpExemplar[];
}

export interface HistogramDataPoint extends DataPoint {
  readonly count?: string;
  readonly sum?: Double;
  readonly bucketCounts: string[];
  readonly explicitBounds?: Double[];
  readonly exemplars?: OtlpExemplar[];
}

export interface SummaryDataPoint extends DataPoint {
  readonly count?: string;
  readonly sum?: Double;
  readonly quantileValues?: { readonly quantile?: Double; readonly value?: Double }[];
}

export interface OtlpExemplar {
  readonly filteredAttributes?: KeyValue[];
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
