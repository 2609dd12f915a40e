/** The messages of OTLP as data: what `canonical.ts` needs to know to read and write them like the reference. */
import type { Wire } from "../../contexts/define-context.ts";
import { temporalityNames } from "../../contexts/shared/metric-enums.ts";
import { severityNames } from "../../contexts/shared/severities.ts";
import { spanKindNames, statusCodeNames } from "../../contexts/shared/span-enums.ts";

/** How a property of a message is written. */
export type Part =
  | { readonly kind: "scalar"; readonly wire: Wire; readonly names?: Readonly<Record<string, number>> }
  /** A scalar that is written even where it is zero. */
  | { readonly kind: "explicit"; readonly wire: Wire }
  | { readonly kind: "scalars"; readonly wire: Wire }
  | { readonly kind: "attributes" }
  /** A value of any type, written even where it is absent. */
  | { readonly kind: "value" }
  /** An id of so many bytes, in hexadecimal digits; all zeros is none. */
  | { readonly kind: "id"; readonly bytes: number }
  /** A message; `always` is written even where it is absent. */
  | { readonly kind: "message"; readonly message: Message; readonly always?: boolean }
  | { readonly kind: "messages"; readonly message: Message };

/** A message: its properties in the order of writing, and those of which the last one read counts. */
export interface Message {
  readonly parts: Readonly<Record<string, Part>>;
  readonly oneOf?: readonly string[];
}

const text: Part = { kind: "scalar", wire: "string" };
const attributes: Part = { kind: "attributes" };
const dropped: Part = { kind: "scalar", wire: "uint32" };
const nanos: Part = { kind: "scalar", wire: "uint64" };
const number: Part = { kind: "explicit", wire: "double" };
const temporality: Part = { kind: "scalar", wire: "enum", names: temporalityNames };
const times = { startTimeUnixNano: nanos, timeUnixNano: nanos };
const values = { asDouble: number, asInt: { kind: "explicit", wire: "int64" } } as const;

const traceId: Part = { kind: "id", bytes: 16 };
const spanId: Part = { kind: "id", bytes: 8 };

const list = (message: Message): Part => ({ kind: "messages", message });

const exemplar: Message = {
  parts: {
    filteredAttributes: attributes,
    timeUnixNano: nanos,
    ...values,
    traceId,
    spanId,
  },
  oneOf: ["asDouble", "asInt"],
};

const numberDataPoint: Message = {
  parts: { attributes, ...times, ...values, exemplars: list(exemplar), flags: dropped },
  oneOf: ["asDouble", "asInt"],
};

const histogramDataPoint: Message = {
  parts: {
    attributes,
    ...times,
    count: nanos,
    sum: number,
    bucketCounts: { kind: "scalars", wire: "uint64" },
    explicitBounds: { kind: "scalars", wire: "double" },
    exemplars: list(exemplar),
    flags: dropped,
    min: number,
    max: number,
  },
};

const buckets: Message = {
  parts: { offset: { kind: "scalar", wire: "int32" }, bucketCounts: { kind: "scalars", wire: "uint64" } },
};

const exponentialHistogramDataPoint: Message = {
  parts: {
    attributes,
    ...times,
    count: nanos,
    sum: number,
    scale: { kind: "scalar", wire: "int32" },
    zeroCount: nanos,
    positive: { kind: "message", message: buckets, always: true },
    negative: { kind: "message", message: buckets, always: true },
    flags: dropped,
    exemplars: list(exemplar),
    min: number,
    max: number,
    zeroThreshold: { kind: "scalar", wire: "double" },
  },
};

const double: Part = { kind: "scalar", wire: "double" };
const valueAtQuantile: Message = { parts: { quantile: double, value: double } };

const summaryDataPoint: Message = {
  parts: {
    attributes,
    ...times,
    count: nanos,
    sum: double,
    quantileValues: list(valueAtQuantile),
    flags: dropped,
  },
};

const data = (point: Message, more: Message["parts"] = {}): Part => ({
  kind: "message",
  message: { parts: { dataPoints: list(point), ...more } },
});

const metric: Message = {
  parts: {
    name: text,
    description: text,
    unit: text,
    gauge: data(numberDataPoint),
    sum: data(numberDataPoint, {
      aggregationTemporality: temporality,
      isMonotonic: { kind: "scalar", wire: "bool" },
    }),
    histogram: data(histogramDataPoint, { aggregationTemporality: temporality }),
    exponentialHistogram: data(exponentialHistogramDataPoint, { aggregationTemporality: temporality }),
    summary: data(summaryDataPoint),
    metadata: attributes,
  },
  oneOf: ["gauge", "sum", "histogram", "exponentialHistogram", "summary"],
};

const spanEvent: Message = {
  parts: { timeUnixNano: nanos, name: text, attributes, droppedAttributesCount: dropped },
};

const spanLink: Message = {
  parts: { traceId, spanId, traceState: text, attributes, droppedAttributesCount: dropped, flags: dropped },
};

const status: Message = {
  parts: { message: text, code: { kind: "scalar", wire: "enum", names: statusCodeNames } },
};

const span: Message = {
  parts: {
    traceId,
    spanId,
    traceState: text,
    parentSpanId: spanId,
    flags: dropped,
    name: text,
    kind: { kind: "scalar", wire: "enum", names: spanKindNames },
    startTimeUnixNano: nanos,
    endTimeUnixNano: nanos,
    attributes,
    droppedAttributesCount: dropped,
    events: list(spanEvent),
    droppedEventsCount: dropped,
    links: list(spanLink),
    droppedLinksCount: dropped,
    status: { kind: "message", message: status, always: true },
  },
};

const log: Message = {
  parts: {
    timeUnixNano: nanos,
    observedTimeUnixNano: nanos,
    severityNumber: { kind: "scalar", wire: "enum", names: severityNames },
    severityText: text,
    body: { kind: "value" },
    attributes,
    droppedAttributesCount: dropped,
    flags: dropped,
    traceId,
    spanId,
    eventName: text,
  },
};

const scope: Message = { parts: { name: text, version: text, attributes, droppedAttributesCount: dropped } };

const entityRef: Message = {
  parts: {
    schemaUrl: text,
    type: text,
    idKeys: { kind: "scalars", wire: "string" },
    descriptionKeys: { kind: "scalars", wire: "string" },
  },
};

const resource: Message = {
  parts: { attributes, droppedAttributesCount: dropped, entityRefs: list(entityRef) },
};

/** The resources of a signal with the scopes of each and the items of those. */
function resources(scopes: string, items: string, item: Message): Part {
  const ofScope: Message = {
    parts: { scope: { kind: "message", message: scope, always: true }, [items]: list(item), schemaUrl: text },
  };
  return list({
    parts: {
      resource: { kind: "message", message: resource, always: true },
      [scopes]: list(ofScope),
      schemaUrl: text,
    },
  });
}

/** A payload of metrics, traces or logs. */
export const payload: Message = {
  parts: {
    resourceMetrics: resources("scopeMetrics", "metrics", metric),
    resourceSpans: resources("scopeSpans", "spans", span),
    resourceLogs: resources("scopeLogs", "logRecords", log),
  },
};
