/** Payloads with something odd in them, and a path that reads it: the reference's decoder takes them or refuses. */
import { payloadOfMetric } from "./payloads.ts";

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
];
