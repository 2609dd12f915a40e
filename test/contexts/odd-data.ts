/** Payloads with something odd in them, and a path that reads it: the reference's decoder takes them or refuses. */
import { payloadOfLog, payloadOfMetric, payloadOfSpan } from "./payloads.ts";

interface OddData {
  readonly context: string;
  readonly path: string;
  readonly payload: unknown;
}

const point = (dataPoint: unknown) => payloadOfMetric({ gauge: { dataPoints: [dataPoint] } });
const inAttribute = (value: unknown): OddData => ({
  context: "datapoint",
  path: 'attributes["a"]',
  payload: point({ attributes: [{ key: "a", value }] }),
});
const attributes = (list: unknown): OddData => ({
  context: "datapoint",
  path: "attributes",
  payload: point({ attributes: list }),
});
const onPoint = (path: string, dataPoint: unknown): OddData => ({
  context: "datapoint",
  path,
  payload: point(dataPoint),
});
const histogram = (path: string, dataPoint: object): OddData => ({
  context: "datapoint",
  path,
  payload: payloadOfMetric({ histogram: { dataPoints: [dataPoint] } }),
});
const exponential = (path: string, dataPoint: object): OddData => ({
  context: "datapoint",
  path,
  payload: payloadOfMetric({ exponentialHistogram: { dataPoints: [dataPoint] } }),
});
const onMetric = (path: string, metric: object): OddData => ({
  context: "metric",
  path,
  payload: payloadOfMetric(metric),
});

const onLog = (path: string, log: unknown): OddData => ({ context: "log", path, payload: payloadOfLog(log) });
const inBody = (body: unknown): OddData => onLog("body", { body });
const onSpan = (path: string, span: unknown): OddData => ({
  context: "span",
  path,
  payload: payloadOfSpan(span),
});
const onEvent = (path: string, event: unknown): OddData => ({
  context: "spanevent",
  path,
  payload: payloadOfSpan({ events: [event] }),
});
const onExemplar = (path: string, exemplar: unknown): OddData => ({
  context: "exemplar",
  path,
  payload: payloadOfMetric({ gauge: { dataPoints: [{ exemplars: [exemplar] }] } }),
});

const ids = [
  null,
  5,
  true,
  [],
  {},
  "",
  "0",
  "xyz",
  "0102030405060708",
  "010203040506070",
  "01020304050607080",
  "0102030405060708090a0b0c0d0e0f10",
  "0102030405060708090A0B0C0D0E0F10",
  "0102030405060708090a0b0c0d0e0f1",
  "0102030405060708090a0b0c0d0e0f1g",
  "00000000000000000000000000000000",
  "0000000000000000",
  "é102030405060708",
];

const texts = ["", " 5", "5 ", "+5", "-5", "0005", "abc", "1.0", "1e3", "0x5", "1_0", "9223372036854775807"];
const longTexts = [
  "9223372036854775808",
  "-9223372036854775808",
  "-9223372036854775809",
  "18446744073709551615",
];
const doubles = [
  "NaN",
  "nan",
  "+NaN",
  "Inf",
  "-inf",
  "Infinity",
  "abc",
  "",
  "1e400",
  "1e3",
  "0x1p4",
  "1_0",
  ".5",
  "5.",
];
const base64 = ["AQI=", "AQI", "AQ==", "AR==", "AQ_-", "A===", "====", "AQI=AQI=", "AQ I", "é==="];

/** Every odd thing. */
export const odd: readonly OddData[] = [
  ...[null, true, 1, "x", [], {}, { unknown: 1 }, { STRINGVALUE: "x" }, { string_value: "s" }].map(
    inAttribute,
  ),
  ...[null, 5, true, {}, []].map((stringValue) => inAttribute({ stringValue })),
  ...[null, "true", 1, 0].map((boolValue) => inAttribute({ boolValue })),
  ...[null, 1.5, true, {}, ...texts, ...longTexts].map((intValue) => inAttribute({ intValue })),
  ...[null, true, 7, ...doubles].map((doubleValue) => inAttribute({ doubleValue })),
  ...[null, 5, "", ...base64].map((bytesValue) => inAttribute({ bytesValue })),
  ...[null, [], "x", { values: null }, { values: {} }, { values: [null, {}] }, { values: ["x"] }].map(
    (arrayValue) => inAttribute({ arrayValue }),
  ),
  ...[null, [], { values: [null, { key: null }, { value: { intValue: 1 } }] }, { values: [{ key: 5 }] }].map(
    (kvlistValue) => inAttribute({ kvlistValue }),
  ),
  inAttribute({ stringValue: "a", intValue: "1" }),
  inAttribute({ intValue: "1", stringValue: "a" }),
  inAttribute({ intValue: "abc", stringValue: "a" }),
  ...[
    null,
    "x",
    5,
    [null],
    ["x"],
    [5],
    [[]],
    [{ key: 5, value: {} }],
    [{ value: { intValue: 7 } }],
    [{ key: "k" }],
  ].map(attributes),
  ...[null, "x", 5, [], true].map((dataPoint) => onPoint("flags", dataPoint)),
  ...[null, -1, 4294967295, 4294967296, "3", "-1", 1.5, "x"].map((flags) => onPoint("flags", { flags })),
  ...[null, -1, 1.5, 5, "x", ...texts, ...longTexts].map((timeUnixNano) =>
    onPoint("time_unix_nano", { timeUnixNano }),
  ),
  onPoint("time", { timeUnixNano: "18446744073709551615" }),
  onPoint("start_time", { startTimeUnixNano: "9223372036854775808" }),
  ...[null, "x", 1.5, "-7"].map((asInt) => onPoint("value_int", { asInt })),
  ...[null, "x", "-7", true].map((asDouble) => onPoint("value_double", { asDouble })),
  onPoint("value_int", { asInt: "1", asDouble: 2.5 }),
  onPoint("value_int", { asDouble: 2.5, asInt: "1" }),
  onPoint("value_double", { asInt: "1", asDouble: 2.5 }),
  onPoint("value_double", { asDouble: 2.5, asInt: "1" }),
  ...[null, "x", {}, [null], ["x"], [{}]].map((exemplars) => onPoint("exemplars", { exemplars })),
  ...[null, "x", 7].map((count) => histogram("count", { count })),
  ...[null, "x", "7"].map((sum) => histogram("sum", { sum })),
  ...[null, "x", {}, [null], ["-1"], [1.5], ["18446744073709551615", 2]].map((bucketCounts) =>
    histogram("bucket_counts", { bucketCounts }),
  ),
  ...[null, {}, [null], ["x"], [1, "2.5", "NaN"]].map((explicitBounds) =>
    histogram("explicit_bounds", { explicitBounds }),
  ),
  ...[null, 2147483648, -2147483648, "2", "x"].map((scale) => exponential("scale", { scale })),
  ...[null, [], "x", {}].map((positive) => exponential("positive", { positive })),
  ...[null, "2", 1.5].map((offset) => exponential("positive.offset", { positive: { offset } })),
  ...[null, ["7"], 5].map((bucketCounts) =>
    exponential("negative.bucket_counts", { negative: { bucketCounts } }),
  ),
  ...[null, 5, true, {}].map((name) => onMetric("name", { name })),
  ...[null, "x", [], 5].map((gauge) => onMetric("data_points", { gauge })),
  ...[null, "x", {}, [5], [null]].map((dataPoints) => onMetric("data_points", { sum: { dataPoints } })),
  ...["AGGREGATION_TEMPORALITY_DELTA", "nope", "1", 7, -1, null, 2147483648, 1.5].map(
    (aggregationTemporality) =>
      onMetric("aggregation_temporality", { histogram: { aggregationTemporality } }),
  ),
  ...[null, 1, "true"].map((isMonotonic) => onMetric("is_monotonic", { sum: { isMonotonic } })),
  onMetric("type", { gauge: {}, sum: {} }),
  onMetric("type", { sum: {}, gauge: null }),
  ...["x", {}, [{ key: "x" }]].map((metadata) => onMetric("metadata", { metadata })),
  ...ids.flatMap((id) => [
    onLog("trace_id", { traceId: id }),
    onLog("span_id", { spanId: id }),
    onSpan("trace_id.string", { traceId: id }),
    onSpan("span_id", { spanId: id }),
    onSpan("parent_span_id", { parentSpanId: id }),
    onSpan("links", { links: [{ traceId: id }] }),
    onExemplar("trace_id", { traceId: id }),
    onExemplar("span_id", { spanId: id }),
  ]),
  ...[null, "x", 1, [], true, {}].flatMap((one) => [
    onLog("body", one),
    onSpan("name", one),
    onEvent("name", one),
    onExemplar("time", one),
  ]),
  ...[null, true, 1, "x", [], {}, { unknown: 1 }, { string_value: "s" }].map(inBody),
  ...[
    { stringValue: null },
    { stringValue: 5 },
    { intValue: "1.5" },
    { boolValue: null },
    { bytesValue: "AQI" },
    { arrayValue: [] },
    { arrayValue: { values: [null, { stringValue: 5 }] } },
    { kvlistValue: { values: [{ key: 5 }] } },
    { kvlistValue: { values: [null, {}] } },
    { stringValue: "a", intValue: "1" },
    { intValue: "1", stringValue: "a" },
  ].map(inBody),
  ...["SEVERITY_NUMBER_WARN", "WARN", "13", 13, 99, -1, null, 2147483648, 1.5, true, "", {}].map(
    (severityNumber) => onLog("severity_number", { severityNumber }),
  ),
  ...["SPAN_KIND_SERVER", "SERVER", "2", 2, 99, -1, null, 2147483648, 1.5, "", []].flatMap((kind) => [
    onSpan("kind", { kind }),
    onSpan("kind.string", { kind }),
  ]),
  ...["STATUS_CODE_ERROR", "ERROR", "2", 2, 99, -1, null, 1.5].map((code) =>
    onSpan("status.code", { status: { code } }),
  ),
  ...[null, [], "x", 5, {}, { message: null }, { message: 5 }, { deprecatedCode: 1 }].flatMap((status) => [
    onSpan("status", { status }),
    onSpan("status.message", { status }),
  ]),
  ...[null, 5, true, [], "a=1"].flatMap((one) => [
    onLog("severity_text", { severityText: one }),
    onLog("event_name", { eventName: one }),
    onSpan("trace_state", { traceState: one }),
    onSpan("name", { name: one }),
    onEvent("name", { name: one }),
  ]),
  ...[null, -1, 4294967295, 4294967296, "3", "-1", 1.5, "x"].flatMap((count) => [
    onLog("flags", { flags: count }),
    onLog("dropped_attributes_count", { droppedAttributesCount: count }),
    onSpan("flags", { flags: count }),
    onSpan("dropped_events_count", { droppedEventsCount: count }),
    onSpan("dropped_links_count", { droppedLinksCount: count }),
    onEvent("dropped_attributes_count", { droppedAttributesCount: count }),
  ]),
  ...[null, -1, 1.5, 5, "x", "18446744073709551615", "18446744073709551616"].flatMap((nanos) => [
    onLog("observed_time_unix_nano", { observedTimeUnixNano: nanos }),
    onSpan("start_time_unix_nano", { startTimeUnixNano: nanos }),
    onSpan("end_time", { endTimeUnixNano: nanos }),
    onEvent("time_unix_nano", { timeUnixNano: nanos }),
    onExemplar("time_unix_nano", { timeUnixNano: nanos }),
  ]),
  ...[null, "x", {}, [null], ["x"], [5], [{}]].flatMap((list) => [
    onSpan("events", { events: list }),
    onSpan("links", { links: list }),
  ]),
  ...[null, "x", 5, [null], [{ value: { intValue: 7 } }], [{ key: 5 }]].flatMap((list) => [
    onLog("attributes", { attributes: list }),
    onSpan("attributes", { attributes: list }),
    onEvent("attributes", { attributes: list }),
    onExemplar("filtered_attributes", { filteredAttributes: list }),
  ]),
  ...[null, "x", 1.5, "-7"].flatMap((value) => [
    onExemplar("int_value", { asInt: value }),
    onExemplar("double_value", { asDouble: value }),
  ]),
  onExemplar("int_value", { asInt: "1", asDouble: 2.5 }),
  onExemplar("int_value", { asDouble: 2.5, asInt: "1" }),
  onExemplar("double_value", { asInt: "1", asDouble: 2.5 }),
  onExemplar("double_value", { asDouble: 2.5, asInt: "1" }),
];
