/**
 * The records that conditions and statements run over: OTLP JSON metrics, traces and logs as they are on the wire, and
 * one record a context. Whatever is absent has its zero value.
 */

/** What may be absent or null, which is the same: the zero value. */
export type Maybe<T> = T | null | undefined;
/** A 64-bit integer: decimal digits, a number, or a bigint in records made by hand. */
export type Int64 = string | number | bigint;
/** A 32-bit integer. */
export type Int32 = string | number;
/** A double: a number, or a text such as `"NaN"`, `"Infinity"` or `"-Infinity"`. */
export type Double = number | string;

/** A value of an attribute, one property at most; none is nil. */
export interface AnyValue {
  stringValue?: Maybe<string>;
  boolValue?: boolean | undefined;
  intValue?: Int64 | undefined;
  doubleValue?: Double | undefined;
  arrayValue?: Maybe<{ values?: Maybe<(AnyValue | null)[]> }>;
  kvlistValue?: Maybe<{ values?: Maybe<(KeyValue | null)[]> }>;
  /** Base64. */
  bytesValue?: string | undefined;
}

/** An attribute. */
export interface KeyValue {
  key?: Maybe<string>;
  value?: Maybe<AnyValue>;
}

/** A value of an attribute in a plain object: safe integers and bigints are ints, other numbers doubles. */
export type PlainValue =
  | string
  | boolean
  | number
  | bigint
  | null
  | undefined
  | Uint8Array
  | PlainValue[]
  | { [key: string]: PlainValue }
  | AnyValue;

/** Attributes as OTLP JSON has them, or a plain object in records made by hand. */
export type AttributeList = (KeyValue | null)[] | { [key: string]: PlainValue };

/** What produced the telemetry. */
export interface Resource {
  attributes?: Maybe<AttributeList>;
  droppedAttributesCount?: Int32 | undefined;
}

/** The library that recorded the telemetry. */
export interface InstrumentationScope {
  name?: Maybe<string>;
  version?: Maybe<string>;
  attributes?: Maybe<AttributeList>;
  droppedAttributesCount?: Int32 | undefined;
}

/** An exemplar of a data point. */
export interface Exemplar {
  filteredAttributes?: Maybe<AttributeList>;
  timeUnixNano?: Int64 | undefined;
  asDouble?: Double | undefined;
  asInt?: Int64 | undefined;
  spanId?: string | undefined;
  traceId?: string | undefined;
}

interface DataPointBase {
  attributes?: Maybe<AttributeList>;
  startTimeUnixNano?: Int64 | undefined;
  timeUnixNano?: Int64 | undefined;
  flags?: Int32 | undefined;
}

/** A data point of a gauge or a sum. */
export interface NumberDataPoint extends DataPointBase {
  asDouble?: Double | undefined;
  asInt?: Int64 | undefined;
  exemplars?: Maybe<(Exemplar | null)[]>;
}

/** A data point of a histogram. */
export interface HistogramDataPoint extends DataPointBase {
  count?: Int64 | undefined;
  sum?: Double | undefined;
  bucketCounts?: Maybe<Int64[]>;
  explicitBounds?: Maybe<Double[]>;
  exemplars?: Maybe<(Exemplar | null)[]>;
  min?: Double | undefined;
  max?: Double | undefined;
}

/** The buckets of an exponential histogram on one side of zero. */
export interface Buckets {
  offset?: Int32 | undefined;
  bucketCounts?: Maybe<Int64[]>;
}

/** A data point of an exponential histogram. */
export interface ExponentialHistogramDataPoint extends DataPointBase {
  count?: Int64 | undefined;
  sum?: Double | undefined;
  scale?: Int32 | undefined;
  zeroCount?: Int64 | undefined;
  positive?: Maybe<Buckets>;
  negative?: Maybe<Buckets>;
  exemplars?: Maybe<(Exemplar | null)[]>;
  min?: Double | undefined;
  max?: Double | undefined;
  zeroThreshold?: Double | undefined;
}

/** The value at a quantile of a summary. */
export interface ValueAtQuantile {
  quantile?: Double | undefined;
  value?: Double | undefined;
}

/** A data point of a summary. */
export interface SummaryDataPoint extends DataPointBase {
  count?: Int64 | undefined;
  sum?: Double | undefined;
  quantileValues?: Maybe<(ValueAtQuantile | null)[]>;
}

/** A data point of any kind of metric. */
export type DataPoint =
  | NumberDataPoint
  | HistogramDataPoint
  | ExponentialHistogramDataPoint
  | SummaryDataPoint;

/** An aggregation temporality by name or number. */
export type AggregationTemporality =
  | number
  | "AGGREGATION_TEMPORALITY_UNSPECIFIED"
  | "AGGREGATION_TEMPORALITY_DELTA"
  | "AGGREGATION_TEMPORALITY_CUMULATIVE";

/** The data of a gauge. */
export interface Gauge {
  dataPoints?: Maybe<(NumberDataPoint | null)[]>;
}

/** The data of a sum. */
export interface Sum {
  dataPoints?: Maybe<(NumberDataPoint | null)[]>;
  aggregationTemporality?: AggregationTemporality | undefined;
  isMonotonic?: boolean | undefined;
}

/** The data of a histogram. */
export interface Histogram {
  dataPoints?: Maybe<(HistogramDataPoint | null)[]>;
  aggregationTemporality?: AggregationTemporality | undefined;
}

/** The data of an exponential histogram. */
export interface ExponentialHistogram {
  dataPoints?: Maybe<(ExponentialHistogramDataPoint | null)[]>;
  aggregationTemporality?: AggregationTemporality | undefined;
}

/** The data of a summary. */
export interface Summary {
  dataPoints?: Maybe<(SummaryDataPoint | null)[]>;
}

/** A metric with one kind of data. */
export interface Metric {
  name?: Maybe<string>;
  description?: Maybe<string>;
  unit?: Maybe<string>;
  gauge?: Maybe<Gauge>;
  sum?: Maybe<Sum>;
  histogram?: Maybe<Histogram>;
  exponentialHistogram?: Maybe<ExponentialHistogram>;
  summary?: Maybe<Summary>;
  metadata?: Maybe<AttributeList>;
}

/** The metrics of one scope. */
export interface ScopeMetrics {
  scope?: Maybe<InstrumentationScope>;
  metrics?: Maybe<(Metric | null)[]>;
  schemaUrl?: Maybe<string>;
}

/** The metrics of one resource. */
export interface ResourceMetrics {
  resource?: Maybe<Resource>;
  scopeMetrics?: Maybe<(ScopeMetrics | null)[]>;
  schemaUrl?: Maybe<string>;
}

/** A payload of metrics. */
export interface MetricsData {
  resourceMetrics?: Maybe<(ResourceMetrics | null)[]>;
}

/** The same as the request of an export. */
export type ExportMetricsServiceRequest = MetricsData;

/** A kind of span by name or number. */
export type SpanKind =
  | number
  | "SPAN_KIND_UNSPECIFIED"
  | "SPAN_KIND_INTERNAL"
  | "SPAN_KIND_SERVER"
  | "SPAN_KIND_CLIENT"
  | "SPAN_KIND_PRODUCER"
  | "SPAN_KIND_CONSUMER";

/** How a span ended. */
export interface SpanStatus {
  code?: number | "STATUS_CODE_UNSET" | "STATUS_CODE_OK" | "STATUS_CODE_ERROR" | undefined;
  message?: Maybe<string>;
}

/** What happened during a span. */
export interface SpanEvent {
  timeUnixNano?: Int64 | undefined;
  name?: Maybe<string>;
  attributes?: Maybe<AttributeList>;
  droppedAttributesCount?: Int32 | undefined;
}

/** A span to which another one points. */
export interface SpanLink {
  /** 32 hexadecimal digits. */
  traceId?: string | undefined;
  /** 16 hexadecimal digits. */
  spanId?: string | undefined;
  traceState?: Maybe<string>;
  attributes?: Maybe<AttributeList>;
  droppedAttributesCount?: Int32 | undefined;
  flags?: Int32 | undefined;
}

/** A span of a trace; `Span` is a place in a text. */
export interface OtlpSpan {
  /** 32 hexadecimal digits. */
  traceId?: string | undefined;
  /** 16 hexadecimal digits. */
  spanId?: string | undefined;
  traceState?: Maybe<string>;
  /** 16 hexadecimal digits; absent or all zeros on a root span. */
  parentSpanId?: string | undefined;
  flags?: Int32 | undefined;
  name?: Maybe<string>;
  kind?: SpanKind | undefined;
  startTimeUnixNano?: Int64 | undefined;
  endTimeUnixNano?: Int64 | undefined;
  attributes?: Maybe<AttributeList>;
  droppedAttributesCount?: Int32 | undefined;
  events?: Maybe<(SpanEvent | null)[]>;
  droppedEventsCount?: Int32 | undefined;
  links?: Maybe<(SpanLink | null)[]>;
  droppedLinksCount?: Int32 | undefined;
  status?: Maybe<SpanStatus>;
}

/** The spans of one scope. */
export interface ScopeSpans {
  scope?: Maybe<InstrumentationScope>;
  spans?: Maybe<(OtlpSpan | null)[]>;
  schemaUrl?: Maybe<string>;
}

/** The spans of one resource. */
export interface ResourceSpans {
  resource?: Maybe<Resource>;
  scopeSpans?: Maybe<(ScopeSpans | null)[]>;
  schemaUrl?: Maybe<string>;
}

/** A payload of traces. */
export interface TracesData {
  resourceSpans?: Maybe<(ResourceSpans | null)[]>;
}

/** A log record. */
export interface Log {
  timeUnixNano?: Int64 | undefined;
  observedTimeUnixNano?: Int64 | undefined;
  /** 0 to 24, or a name such as `"SEVERITY_NUMBER_WARN"`. */
  severityNumber?: number | string | undefined;
  severityText?: Maybe<string>;
  body?: Maybe<AnyValue>;
  attributes?: Maybe<AttributeList>;
  droppedAttributesCount?: Int32 | undefined;
  flags?: Int32 | undefined;
  /** 32 hexadecimal digits. */
  traceId?: string | undefined;
  /** 16 hexadecimal digits. */
  spanId?: string | undefined;
  eventName?: Maybe<string>;
}

/** The log records of one scope. */
export interface ScopeLogs {
  scope?: Maybe<InstrumentationScope>;
  logRecords?: Maybe<(Log | null)[]>;
  schemaUrl?: Maybe<string>;
}

/** The log records of one resource. */
export interface ResourceLogs {
  resource?: Maybe<Resource>;
  scopeLogs?: Maybe<(ScopeLogs | null)[]>;
  schemaUrl?: Maybe<string>;
}

/** A payload of logs. */
export interface LogsData {
  resourceLogs?: Maybe<(ResourceLogs | null)[]>;
}

/** What is measured, as indices into the dictionary's texts. */
export interface ProfileValueType {
  typeStrindex?: Int32 | undefined;
  unitStrindex?: Int32 | undefined;
}

/** A profile. Its samples are not looked into. */
export interface Profile {
  sampleType?: Maybe<ProfileValueType>;
  samples?: Maybe<(object | null)[]>;
  timeUnixNano?: Int64 | undefined;
  durationNano?: Int64 | undefined;
  periodType?: Maybe<ProfileValueType>;
  period?: Int64 | undefined;
  /** 32 hexadecimal digits. */
  profileId?: string | undefined;
  droppedAttributesCount?: Int32 | undefined;
  originalPayloadFormat?: Maybe<string>;
  /** Base64. */
  originalPayload?: string | undefined;
  /** Where the attributes are in the dictionary. */
  attributeIndices?: Maybe<Int32[]>;
}

/** The texts and attributes of the profiles of a payload. */
export interface ProfilesDictionary {
  stringTable?: Maybe<string[]>;
  attributeTable?: Maybe<
    ({
      keyStrindex?: Int32 | undefined;
      value?: Maybe<AnyValue>;
      unitStrindex?: Int32 | undefined;
    } | null)[]
  >;
}

/** What a host says about the client that sent the data. */
export interface Client {
  addr?: string | undefined;
  /** Lists of strings by name. */
  metadata?: { [name: string]: string[] } | undefined;
  grpc?: { [name: string]: string[] } | undefined;
  /** Attributes of the authenticated client. */
  auth?: AttributeList | undefined;
}

/** The record of context resource. */
export interface ResourceRecord {
  resource?: Maybe<Resource>;
  /** Holds `resource.schema_url`. */
  resourceContainer?: { schemaUrl?: Maybe<string> } | undefined;
  client?: Client | undefined;
  cache?: AttributeList | undefined;
}

/** The record of context scope. */
export interface ScopeRecord extends ResourceRecord {
  scope?: Maybe<InstrumentationScope>;
  /** Holds `scope.schema_url`. */
  scopeContainer?: { schemaUrl?: Maybe<string> } | undefined;
}

/** The record of context metric. */
export interface MetricRecord extends ScopeRecord {
  metric?: Maybe<Metric>;
  /** Holds `scope.schema_url`, and the metrics among which functions put new ones. */
  scopeContainer?: { schemaUrl?: Maybe<string>; metrics?: Maybe<(Metric | null)[]> } | undefined;
}

/** The record of context datapoint. Without `metric` the kind of the point is what its own properties tell. */
export interface DataPointRecord extends MetricRecord {
  dataPoint?: Maybe<DataPoint>;
}

/** The record of context exemplar. */
export interface ExemplarRecord extends DataPointRecord {
  exemplar?: Maybe<Exemplar>;
}

/** The record of context span. */
export interface SpanRecord extends ScopeRecord {
  span?: Maybe<OtlpSpan>;
}

/** The record of context spanevent. */
export interface SpanEventRecord extends SpanRecord {
  spanEvent?: Maybe<SpanEvent>;
  /** The position of the event in its span, which `event_index` reads. */
  eventIndex?: number | undefined;
}

/** The record of context log. */
export interface LogRecord extends ScopeRecord {
  log?: Maybe<Log>;
}

/** The record of context spanlink. */
export interface SpanLinkRecord extends SpanRecord {
  spanLink?: Maybe<SpanLink>;
}

/** The record of context profile. */
export interface ProfileRecord extends ScopeRecord {
  profile?: Maybe<Profile>;
  /** The dictionary of the profile's payload. */
  dictionary?: Maybe<ProfilesDictionary>;
}
