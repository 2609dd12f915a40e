import { metricKinds } from "../../contexts/define-context.ts";
import { temporalityNames } from "../../contexts/shared/metric-enums.ts";
import { Failure } from "../../core/failure.ts";
import type {
  Buckets,
  Exemplar,
  ExponentialPoint,
  HistogramPoint,
  Metric,
  MetricData,
  NumberPoint,
  RecordMetric,
  SummaryPoint,
} from "../../core/metrics.ts";
import { dataOf, metricKindOf, objectOf, partOf } from "./kinds.ts";
import {
  attributesToWrite,
  type MessageCodec,
  map,
  maybe,
  message,
  messages,
  number,
  type PartCodec,
  scalar,
  scalars,
  small,
  within,
} from "./message-codec.ts";
import { assign, ownerToWrite } from "./owner.ts";
import { wrongShape } from "./wrong-shape.ts";

const exemplars = /* @__PURE__ */ messages<Exemplar>(
  "exemplars",
  /* @__PURE__ */ message({
    attributes: /* @__PURE__ */ map("filteredAttributes"),
    time: /* @__PURE__ */ scalar<bigint>("timeUnixNano", "uint64"),
    value: /* @__PURE__ */ number(),
    traceId: /* @__PURE__ */ scalar<string>("traceId", "string"),
    spanId: /* @__PURE__ */ scalar<string>("spanId", "string"),
  }),
);

const ofPoints = {
  attributes: /* @__PURE__ */ map("attributes"),
  startTime: /* @__PURE__ */ scalar<bigint>("startTimeUnixNano", "uint64"),
  time: /* @__PURE__ */ scalar<bigint>("timeUnixNano", "uint64"),
  flags: /* @__PURE__ */ scalar<bigint>("flags", "uint32"),
};

const ofHistograms = {
  ...ofPoints,
  count: /* @__PURE__ */ scalar<bigint>("count", "uint64"),
  sum: /* @__PURE__ */ maybe("sum"),
  min: /* @__PURE__ */ maybe("min"),
  max: /* @__PURE__ */ maybe("max"),
  exemplars,
};

const numberPoints = /* @__PURE__ */ messages<NumberPoint>(
  "dataPoints",
  /* @__PURE__ */ message({ ...ofPoints, value: /* @__PURE__ */ number(), exemplars }),
);

const histogramPoints = /* @__PURE__ */ messages<HistogramPoint>(
  "dataPoints",
  /* @__PURE__ */ message({
    ...ofHistograms,
    bounds: /* @__PURE__ */ scalars<number>("explicitBounds", "double"),
    counts: /* @__PURE__ */ scalars<bigint>("bucketCounts", "uint64"),
  }),
);

const buckets: MessageCodec<Buckets> = /* @__PURE__ */ message({
  offset: /* @__PURE__ */ small("offset"),
  counts: /* @__PURE__ */ scalars<bigint>("bucketCounts", "uint64"),
});

const exponentialPoints = /* @__PURE__ */ messages<ExponentialPoint>(
  "dataPoints",
  /* @__PURE__ */ message({
    ...ofHistograms,
    scale: /* @__PURE__ */ small("scale"),
    zeroCount: /* @__PURE__ */ scalar<bigint>("zeroCount", "uint64"),
    zeroThreshold: /* @__PURE__ */ scalar<number>("zeroThreshold", "double"),
    positive: /* @__PURE__ */ within("positive", buckets),
    negative: /* @__PURE__ */ within("negative", buckets),
  }),
);

const summaryPoints = /* @__PURE__ */ messages<SummaryPoint>(
  "dataPoints",
  /* @__PURE__ */ message({
    ...ofPoints,
    count: /* @__PURE__ */ scalar<bigint>("count", "uint64"),
    sum: /* @__PURE__ */ scalar<number>("sum", "double"),
    quantiles: /* @__PURE__ */ messages(
      "quantileValues",
      /* @__PURE__ */ message({
        quantile: /* @__PURE__ */ scalar<number>("quantile", "double"),
        value: /* @__PURE__ */ scalar<number>("value", "double"),
      }),
    ),
  }),
);

const temporality = /* @__PURE__ */ scalar<bigint>("aggregationTemporality", "enum", temporalityNames);

/** The data of each kind, whose name stands in no message. */
const dataCodecs: { readonly [K in MetricData["kind"]]: MessageCodec<Extract<MetricData, { kind: K }>> } = {
  gauge: /* @__PURE__ */ message({ kind: /* @__PURE__ */ named("gauge"), points: numberPoints }),
  sum: /* @__PURE__ */ message({
    kind: /* @__PURE__ */ named("sum"),
    points: numberPoints,
    temporality,
    isMonotonic: /* @__PURE__ */ scalar<boolean>("isMonotonic", "bool"),
  }),
  histogram: /* @__PURE__ */ message({
    kind: /* @__PURE__ */ named("histogram"),
    points: histogramPoints,
    temporality,
  }),
  exponentialHistogram: /* @__PURE__ */ message({
    kind: /* @__PURE__ */ named("exponentialHistogram"),
    points: exponentialPoints,
    temporality,
  }),
  summary: /* @__PURE__ */ message({ kind: /* @__PURE__ */ named("summary"), points: summaryPoints }),
};

/* @__NO_SIDE_EFFECTS__ */
function named<K extends string>(kind: K): PartCodec<K> {
  return { read: () => kind, write: () => undefined };
}

const texts = {
  name: /* @__PURE__ */ scalar<string>("name", "string"),
  description: /* @__PURE__ */ scalar<string>("description", "string"),
  unit: /* @__PURE__ */ scalar<string>("unit", "string"),
} as const;
const metadata = /* @__PURE__ */ map("metadata");

/** The metric that a record has as its part; a record without one has one of no kind. */
export function recordMetric(record: object): RecordMetric {
  const number = metricKindOf(record);
  const kind = metricKinds[number - 1];
  return {
    kind,
    read() {
      const owner = partOf(record, "metric") ?? {};
      return {
        name: texts.name.read(owner, "metric"),
        description: texts.description.read(owner, "metric"),
        unit: texts.unit.read(owner, "metric"),
        metadata: metadata.read(owner, "metric"),
        data: kind && dataCodecs[kind].read(dataOf(record, number), `metric.${kind}`),
      };
    },
    replace: (metric) => replaceMetric(ownerToWrite(record, "metric"), metric),
    append: (metric) => appendMetric(record, writeMetric(metric)),
  };
}

/** Changes what is another one in a metric's own properties. */
function replaceMetric(owner: Record<string, unknown>, metric: Metric): void {
  const { data } = metric;
  for (const name of Object.keys(texts) as (keyof typeof texts)[])
    if (texts[name].read(owner, "metric") !== metric[name]) assign(owner, name, metric[name]);
  const attributes = attributesToWrite(metric.metadata);
  if (attributes === undefined) Reflect.deleteProperty(owner, "metadata");
  else if (attributes !== owner.metadata) assign(owner, "metadata", attributes);
  if (data !== undefined) assign(owner, data.kind, writeData(data, false));
  for (const kind of metricKinds) if (kind !== data?.kind) Reflect.deleteProperty(owner, kind);
}

function writeMetric(metric: Metric): object {
  const target: Record<string, unknown> = {};
  for (const name of Object.keys(texts) as (keyof typeof texts)[])
    texts[name].write(metric[name], target, true);
  metadata.write(metric.metadata, target, true);
  const { data } = metric;
  if (data !== undefined) target[data.kind] = writeData(data, true);
  return target;
}

function writeData<D extends MetricData>(data: D, isCopy: boolean): object {
  const codec = dataCodecs[data.kind] as MessageCodec<MetricData>; // the one of its kind
  return codec.write(data, isCopy);
}

/** The lists that were made here, by the containers that have them: nobody else can have such a list but by its container. */
const made = /* @__PURE__ */ new WeakMap<object, unknown[]>();

/** Puts a metric into the scope of a record; the scope's list is replaced once, then grows. */
function appendMetric(record: object, metric: object): void {
  const container = objectOf((record as Record<string, unknown>).scopeContainer, "scopeContainer");
  if (container === undefined) throw new Failure("no_scope_for_metric");
  const found: unknown = container.metrics ?? [];
  if (!Array.isArray(found)) throw wrongShape("scopeContainer.metrics", "an array", found);
  const own = made.get(container);
  if (own !== undefined && own === found) {
    own.push(metric);
    return;
  }
  const list = [...found, metric];
  assign(container as Record<string, unknown>, "metrics", list);
  made.set(container, list);
}
