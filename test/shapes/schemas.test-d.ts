import { expectTypeOf, test } from "vitest";
import type { z } from "zod";
import type * as schemas from "../../src/schemas.ts";
import type * as records from "../../src/shapes/records.ts";

type Inferred<Name extends keyof typeof schemas> = z.infer<(typeof schemas)[Name]>;

test("what a schema answers is the exported type of the record", () => {
  expectTypeOf<Inferred<"anyValueSchema">>().toEqualTypeOf<records.AnyValue>();
  expectTypeOf<Inferred<"attributeListSchema">>().toEqualTypeOf<records.AttributeList>();
  expectTypeOf<Inferred<"keyValueSchema">>().toEqualTypeOf<records.KeyValue>();
  expectTypeOf<Inferred<"resourceSchema">>().toEqualTypeOf<records.Resource>();
  expectTypeOf<Inferred<"instrumentationScopeSchema">>().toEqualTypeOf<records.InstrumentationScope>();
  expectTypeOf<Inferred<"exemplarSchema">>().toEqualTypeOf<records.Exemplar>();
  expectTypeOf<Inferred<"numberDataPointSchema">>().toEqualTypeOf<records.NumberDataPoint>();
  expectTypeOf<Inferred<"histogramDataPointSchema">>().toEqualTypeOf<records.HistogramDataPoint>();
  expectTypeOf<Inferred<"bucketsSchema">>().toEqualTypeOf<records.Buckets>();
  expectTypeOf<
    Inferred<"exponentialHistogramDataPointSchema">
  >().toEqualTypeOf<records.ExponentialHistogramDataPoint>();
  expectTypeOf<Inferred<"valueAtQuantileSchema">>().toEqualTypeOf<records.ValueAtQuantile>();
  expectTypeOf<Inferred<"summaryDataPointSchema">>().toEqualTypeOf<records.SummaryDataPoint>();
  expectTypeOf<Inferred<"dataPointSchema">>().toEqualTypeOf<records.DataPoint>();
  expectTypeOf<Inferred<"gaugeSchema">>().toEqualTypeOf<records.Gauge>();
  expectTypeOf<Inferred<"sumSchema">>().toEqualTypeOf<records.Sum>();
  expectTypeOf<Inferred<"histogramSchema">>().toEqualTypeOf<records.Histogram>();
  expectTypeOf<Inferred<"exponentialHistogramSchema">>().toEqualTypeOf<records.ExponentialHistogram>();
  expectTypeOf<Inferred<"summarySchema">>().toEqualTypeOf<records.Summary>();
  expectTypeOf<Inferred<"metricSchema">>().toEqualTypeOf<records.Metric>();
  expectTypeOf<Inferred<"scopeMetricsSchema">>().toEqualTypeOf<records.ScopeMetrics>();
  expectTypeOf<Inferred<"resourceMetricsSchema">>().toEqualTypeOf<records.ResourceMetrics>();
  expectTypeOf<Inferred<"metricsDataSchema">>().toEqualTypeOf<records.MetricsData>();
  expectTypeOf<Inferred<"clientSchema">>().toEqualTypeOf<records.Client>();
  expectTypeOf<Inferred<"resourceRecordSchema">>().toEqualTypeOf<records.ResourceRecord>();
  expectTypeOf<Inferred<"scopeRecordSchema">>().toEqualTypeOf<records.ScopeRecord>();
  expectTypeOf<Inferred<"metricRecordSchema">>().toEqualTypeOf<records.MetricRecord>();
  expectTypeOf<Inferred<"dataPointRecordSchema">>().toEqualTypeOf<records.DataPointRecord>();
  expectTypeOf<Inferred<"exemplarRecordSchema">>().toEqualTypeOf<records.ExemplarRecord>();
  expectTypeOf<Inferred<"spanEventSchema">>().toEqualTypeOf<records.SpanEvent>();
  expectTypeOf<Inferred<"spanLinkSchema">>().toEqualTypeOf<records.SpanLink>();
  expectTypeOf<Inferred<"spanStatusSchema">>().toEqualTypeOf<records.SpanStatus>();
  expectTypeOf<Inferred<"spanSchema">>().toEqualTypeOf<records.OtlpSpan>();
  expectTypeOf<Inferred<"scopeSpansSchema">>().toEqualTypeOf<records.ScopeSpans>();
  expectTypeOf<Inferred<"resourceSpansSchema">>().toEqualTypeOf<records.ResourceSpans>();
  expectTypeOf<Inferred<"tracesDataSchema">>().toEqualTypeOf<records.TracesData>();
  expectTypeOf<Inferred<"logSchema">>().toEqualTypeOf<records.Log>();
  expectTypeOf<Inferred<"scopeLogsSchema">>().toEqualTypeOf<records.ScopeLogs>();
  expectTypeOf<Inferred<"resourceLogsSchema">>().toEqualTypeOf<records.ResourceLogs>();
  expectTypeOf<Inferred<"logsDataSchema">>().toEqualTypeOf<records.LogsData>();
  expectTypeOf<Inferred<"spanRecordSchema">>().toEqualTypeOf<records.SpanRecord>();
  expectTypeOf<Inferred<"spanEventRecordSchema">>().toEqualTypeOf<records.SpanEventRecord>();
  expectTypeOf<Inferred<"logRecordSchema">>().toEqualTypeOf<records.LogRecord>();
  expectTypeOf<Inferred<"spanLinkRecordSchema">>().toEqualTypeOf<records.SpanLinkRecord>();
  expectTypeOf<Inferred<"profileSchema">>().toEqualTypeOf<records.Profile>();
  expectTypeOf<Inferred<"profilesDictionarySchema">>().toEqualTypeOf<records.ProfilesDictionary>();
  expectTypeOf<Inferred<"profileRecordSchema">>().toEqualTypeOf<records.ProfileRecord>();
});
