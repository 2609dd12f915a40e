/**
 * Schemas of the records, for data that comes from outside. They take what the reference's decoder takes, and plain
 * objects of attributes besides; properties that OTLP does not know are dropped.
 */
import { z } from "zod";
import { temporalityNames } from "./contexts/shared/metric-enums.ts";
import { severityNames } from "./contexts/shared/severities.ts";
import { spanKindNames, statusCodeNames } from "./contexts/shared/span-enums.ts";
import { Failure } from "./core/failure.ts";
import { messageOf } from "./diagnostics/messages.ts";
import { decodeAnyValue } from "./shapes/otlp-json/any-value.ts";
import { attributesOf } from "./shapes/otlp-json/attributes.ts";
import { bytesOfBase64 } from "./shapes/otlp-json/base64.ts";
import {
  doubleOfWire,
  enumOfWire,
  int32OfWire,
  int64OfWire,
  uint32OfWire,
  unsignedOfWire,
} from "./shapes/otlp-json/wire.ts";
import type {
  AggregationTemporality,
  AnyValue,
  AttributeList,
  DataPoint,
  Double,
  Int32,
  Int64,
  SpanKind,
  SpanStatus,
} from "./shapes/records.ts";

/** A kind of number, judged by the function that reads it. */
function numeric<T>(read: (raw: unknown) => unknown, expected: string) {
  return z.custom<T>((raw) => read(raw) !== undefined, `expected ${expected}`);
}

const int64 = numeric<Int64>(int64OfWire, "a 64-bit integer");
const uint64 = numeric<Int64>(unsignedOfWire, "an unsigned 64-bit integer");
const int32 = numeric<Int32>(int32OfWire, "a 32-bit integer");
const uint32 = numeric<Int32>(uint32OfWire, "an unsigned 32-bit integer");
const double = numeric<Double>(doubleOfWire, "a number");
const text = z.string().nullish();
const hex = (digits: number) => z.string().regex(new RegExp(`^([0-9a-fA-F]{${digits}})?$`));
const traceId = hex(32).optional();
const spanId = hex(16).optional();

/** An enum by number or by one of its names. */
function enumeration<T>(names: Readonly<Record<string, number>>, expected: string) {
  return numeric<T>((raw) => enumOfWire(raw, names), expected).optional();
}

const temporality = enumeration<AggregationTemporality>(temporalityNames, "an aggregation temporality");

/** Something nested, judged by decoding it as reading would: that ends whatever its depth. */
function decoded<T extends object>(decode: (raw: T) => unknown) {
  return z
    .custom<T>((raw) => typeof raw === "object" && raw !== null, "expected an object")
    .superRefine((raw, context) => {
      try {
        decode(raw);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        context.addIssue({ code: "custom", message: messageOf(error.code, error.params) });
      }
    });
}

/** A value of an attribute. */
export const anyValueSchema = decoded<AnyValue>((raw) => decodeAnyValue(raw, "value"));

/** Attributes: a list of pairs or a plain object. Values of a map are decoded when they are asked for. */
export const attributeListSchema = decoded<AttributeList>((raw) => attributesOf(raw, "attributes").values);

/** An attribute. */
export const keyValueSchema = z.object({ key: text, value: anyValueSchema.nullish() });

const attributes = attributeListSchema.nullish();
const counted = { attributes, droppedAttributesCount: uint32.optional() };

/** What produced the telemetry. */
export const resourceSchema = z.object(counted);

/** The library that recorded the telemetry. */
export const instrumentationScopeSchema = z.object({ name: text, version: text, ...counted });

/** An exemplar of a data point. */
export const exemplarSchema = z.object({
  filteredAttributes: attributes,
  timeUnixNano: uint64.optional(),
  asDouble: double.optional(),
  asInt: int64.optional(),
  spanId,
  traceId,
});

const point = {
  attributes,
  startTimeUnixNano: uint64.optional(),
  timeUnixNano: uint64.optional(),
  flags: uint32.optional(),
};
const exemplars = z.array(exemplarSchema.nullable()).nullish();
const totals = { count: uint64.optional(), sum: double.optional() };
const extremes = { min: double.optional(), max: double.optional() };

/** A data point of a gauge or a sum. */
export const numberDataPointSchema = z.object({
  ...point,
  asDouble: double.optional(),
  asInt: int64.optional(),
  exemplars,
});

/** A data point of a histogram. */
export const histogramDataPointSchema = z.object({
  ...point,
  ...totals,
  bucketCounts: z.array(uint64).nullish(),
  explicitBounds: z.array(double).nullish(),
  exemplars,
  ...extremes,
});

/** The buckets of an exponential histogram on one side of zero. */
export const bucketsSchema = z.object({ offset: int32.optional(), bucketCounts: z.array(uint64).nullish() });

/** A data point of an exponential histogram. */
export const exponentialHistogramDataPointSchema = z.object({
  ...point,
  ...totals,
  scale: int32.optional(),
  zeroCount: uint64.optional(),
  positive: bucketsSchema.nullish(),
  negative: bucketsSchema.nullish(),
  exemplars,
  ...extremes,
  zeroThreshold: double.optional(),
});

/** The value at a quantile of a summary. */
export const valueAtQuantileSchema = z.object({ quantile: double.optional(), value: double.optional() });

/** A data point of a summary. */
export const summaryDataPointSchema = z.object({
  ...point,
  ...totals,
  quantileValues: z.array(valueAtQuantileSchema.nullable()).nullish(),
});

const anyPoint = z.object({
  ...numberDataPointSchema.shape,
  ...histogramDataPointSchema.shape,
  ...exponentialHistogramDataPointSchema.shape,
  ...summaryDataPointSchema.shape,
});

/** A data point of any kind of metric. */
export const dataPointSchema = z.custom<DataPoint>().superRefine((raw, context) => {
  for (const issue of anyPoint.safeParse(raw).error?.issues ?? []) {
    context.addIssue({ code: "custom", message: issue.message, path: [...issue.path] });
  }
});

/** The data of a gauge. */
export const gaugeSchema = z.object({ dataPoints: z.array(numberDataPointSchema.nullable()).nullish() });

/** The data of a sum. */
export const sumSchema = z.object({
  dataPoints: z.array(numberDataPointSchema.nullable()).nullish(),
  aggregationTemporality: temporality,
  isMonotonic: z.boolean().optional(),
});

/** The data of a histogram. */
export const histogramSchema = z.object({
  dataPoints: z.array(histogramDataPointSchema.nullable()).nullish(),
  aggregationTemporality: temporality,
});

/** The data of an exponential histogram. */
export const exponentialHistogramSchema = z.object({
  dataPoints: z.array(exponentialHistogramDataPointSchema.nullable()).nullish(),
  aggregationTemporality: temporality,
});

/** The data of a summary. */
export const summarySchema = z.object({ dataPoints: z.array(summaryDataPointSchema.nullable()).nullish() });

/** A metric with one kind of data. */
export const metricSchema = z.object({
  name: text,
  description: text,
  unit: text,
  gauge: gaugeSchema.nullish(),
  sum: sumSchema.nullish(),
  histogram: histogramSchema.nullish(),
  exponentialHistogram: exponentialHistogramSchema.nullish(),
  summary: summarySchema.nullish(),
  metadata: attributes,
});

/** The metrics of one scope. */
export const scopeMetricsSchema = z.object({
  scope: instrumentationScopeSchema.nullish(),
  metrics: z.array(metricSchema.nullable()).nullish(),
  schemaUrl: text,
});

/** The metrics of one resource. */
export const resourceMetricsSchema = z.object({
  resource: resourceSchema.nullish(),
  scopeMetrics: z.array(scopeMetricsSchema.nullable()).nullish(),
  schemaUrl: text,
});

/** A payload of metrics. */
export const metricsDataSchema = z.object({
  resourceMetrics: z.array(resourceMetricsSchema.nullable()).nullish(),
});

/** An event of a span. */
export const spanEventSchema = z.object({ timeUnixNano: uint64.optional(), name: text, ...counted });

/** A link of a span. */
export const spanLinkSchema = z.object({
  traceId,
  spanId,
  traceState: text,
  ...counted,
  flags: uint32.optional(),
});

/** The status of a span. */
export const spanStatusSchema = z.object({
  code: enumeration<NonNullable<SpanStatus["code"]>>(statusCodeNames, "a status code"),
  message: text,
});

/** A span. */
export const spanSchema = z.object({
  traceId,
  spanId,
  traceState: text,
  parentSpanId: spanId,
  flags: uint32.optional(),
  name: text,
  kind: enumeration<SpanKind>(spanKindNames, "a kind of span"),
  startTimeUnixNano: uint64.optional(),
  endTimeUnixNano: uint64.optional(),
  ...counted,
  events: z.array(spanEventSchema.nullable()).nullish(),
  droppedEventsCount: uint32.optional(),
  links: z.array(spanLinkSchema.nullable()).nullish(),
  droppedLinksCount: uint32.optional(),
  status: spanStatusSchema.nullish(),
});

/** The spans of one scope. */
export const scopeSpansSchema = z.object({
  scope: instrumentationScopeSchema.nullish(),
  spans: z.array(spanSchema.nullable()).nullish(),
  schemaUrl: text,
});

/** The spans of one resource. */
export const resourceSpansSchema = z.object({
  resource: resourceSchema.nullish(),
  scopeSpans: z.array(scopeSpansSchema.nullable()).nullish(),
  schemaUrl: text,
});

/** A payload of traces. */
export const tracesDataSchema = z.object({
  resourceSpans: z.array(resourceSpansSchema.nullable()).nullish(),
});

/** A log record. */
export const logSchema = z.object({
  timeUnixNano: uint64.optional(),
  observedTimeUnixNano: uint64.optional(),
  severityNumber: enumeration<number | string>(severityNames, "a severity"),
  severityText: text,
  body: anyValueSchema.nullish(),
  ...counted,
  flags: uint32.optional(),
  traceId,
  spanId,
  eventName: text,
});

/** The log records of one scope. */
export const scopeLogsSchema = z.object({
  scope: instrumentationScopeSchema.nullish(),
  logRecords: z.array(logSchema.nullable()).nullish(),
  schemaUrl: text,
});

/** The log records of one resource. */
export const resourceLogsSchema = z.object({
  resource: resourceSchema.nullish(),
  scopeLogs: z.array(scopeLogsSchema.nullable()).nullish(),
  schemaUrl: text,
});

/** A payload of logs. */
export const logsDataSchema = z.object({ resourceLogs: z.array(resourceLogsSchema.nullable()).nullish() });

/** What a host says about the client that sent the data. */
export const clientSchema = z.object({
  addr: z.string().optional(),
  metadata: z.record(z.string(), z.array(z.string())).optional(),
  grpc: z.record(z.string(), z.array(z.string())).optional(),
  auth: attributeListSchema.optional(),
});

const container = z.object({ schemaUrl: text }).optional();

/** The record of context resource. */
export const resourceRecordSchema = z.object({
  resource: resourceSchema.nullish(),
  resourceContainer: container,
  client: clientSchema.optional(),
  cache: attributeListSchema.optional(),
});

/** The record of context scope. */
export const scopeRecordSchema = z.object({
  ...resourceRecordSchema.shape,
  scope: instrumentationScopeSchema.nullish(),
  scopeContainer: container,
});

/** The record of context metric. */
export const metricRecordSchema = z.object({
  ...scopeRecordSchema.shape,
  metric: metricSchema.nullish(),
  scopeContainer: z
    .object({ schemaUrl: text, metrics: z.array(metricSchema.nullable()).nullish() })
    .optional(),
});

/** The record of context datapoint. */
export const dataPointRecordSchema = z.object({
  ...metricRecordSchema.shape,
  dataPoint: dataPointSchema.nullish(),
});

/** The record of context exemplar. */
export const exemplarRecordSchema = z.object({
  ...dataPointRecordSchema.shape,
  exemplar: exemplarSchema.nullish(),
});

/** The record of context span. */
export const spanRecordSchema = z.object({ ...scopeRecordSchema.shape, span: spanSchema.nullish() });

/** The record of context spanevent. */
export const spanEventRecordSchema = z.object({
  ...spanRecordSchema.shape,
  spanEvent: spanEventSchema.nullish(),
  eventIndex: z.int().min(0).optional(),
});

/** The record of context log. */
export const logRecordSchema = z.object({ ...scopeRecordSchema.shape, log: logSchema.nullish() });

/** The record of context spanlink. */
export const spanLinkRecordSchema = z.object({
  ...spanRecordSchema.shape,
  spanLink: spanLinkSchema.nullish(),
});

const valueType = z.object({ typeStrindex: int32.optional(), unitStrindex: int32.optional() }).nullish();
const base64 = numeric<string>(
  (raw) => (typeof raw === "string" ? bytesOfBase64(raw) : undefined),
  "base64 text",
);

/** A profile. */
export const profileSchema = z.object({
  sampleType: valueType,
  samples: z.array(z.custom<object>((raw) => typeof raw === "object").nullable()).nullish(),
  timeUnixNano: uint64.optional(),
  durationNano: uint64.optional(),
  periodType: valueType,
  period: int64.optional(),
  profileId: hex(32).optional(),
  droppedAttributesCount: uint32.optional(),
  originalPayloadFormat: text,
  originalPayload: base64.optional(),
  attributeIndices: z.array(int32).nullish(),
});

/** The texts and attributes of the profiles of a payload. */
export const profilesDictionarySchema = z.object({
  stringTable: z.array(z.string()).nullish(),
  attributeTable: z
    .array(
      z
        .object({
          keyStrindex: int32.optional(),
          value: anyValueSchema.nullish(),
          unitStrindex: int32.optional(),
        })
        .nullable(),
    )
    .nullish(),
});

/** The record of context profile. */
export const profileRecordSchema = z.object({
  ...scopeRecordSchema.shape,
  profile: profileSchema.nullish(),
  dictionary: profilesDictionarySchema.nullish(),
});
