import { keyValues, type Payload, type Plain, payloadOf, wireDouble } from "./payload.ts";

type Json = Readonly<Record<string, unknown>>;

const time = "1700000000000000000";
const later = "1700000060000000000";
const start = "1699999940000000000";
const earlier = "1699999880000000000";

/** A data point with attributes at a time, both a minute after its start. */
function point(attributes: { readonly [key: string]: Plain }, rest: Json): Json {
  return {
    attributes: keyValues(attributes),
    startTimeUnixNano: start,
    timeUnixNano: time,
    ...rest,
  };
}

const exemplar = {
  filteredAttributes: keyValues({ user: "ann" }),
  timeUnixNano: time,
  asDouble: 0.25,
  spanId: "0102030405060708",
  traceId: "0102030405060708090a0b0c0d0e0f10",
};
const intExemplar = { ...exemplar, asInt: "7", asDouble: undefined };
const described = { description: "How long it takes.", unit: "ms" };
const [delta, cumulative] = [{ aggregationTemporality: 1 }, { aggregationTemporality: 2 }];

const gauges: Readonly<Record<string, Json>> = {
  "an empty gauge": { gauge: {} },
  "a gauge of ints": {
    ...described,
    gauge: {
      dataPoints: [
        point({ pod: "a", zone: "x" }, { asInt: "5" }),
        point({ pod: "b", zone: "x" }, { asInt: "8" }),
        point({ pod: "c", zone: "y" }, { asInt: "-3" }),
      ],
    },
  },
  "a gauge of doubles": {
    metadata: keyValues({ source: "scrape" }),
    gauge: {
      dataPoints: [
        point({ pod: "a" }, { asDouble: 1.5 }),
        point({ pod: "b" }, { asDouble: -2.25 }),
        point({ pod: "c" }, { asDouble: 1e300, flags: 1 }),
        point({ pod: "d" }, { asDouble: 0.1 }),
      ],
    },
  },
  "a gauge of ints, doubles and nothing": {
    gauge: {
      dataPoints: [
        point({ pod: "a" }, { asInt: "7" }),
        point({ pod: "a" }, { asDouble: 2.9 }),
        point({ pod: "a" }, {}),
        point({ pod: "b" }, { asDouble: 2.5 }),
        point({ pod: "b" }, { asInt: "9007199254740993" }),
        point({ pod: "c" }, {}),
        point({ pod: "c" }, { asInt: "1" }),
        point({ pod: "d" }, { asInt: "0" }),
      ],
    },
  },
  "a gauge of the greatest ints": {
    gauge: {
      dataPoints: [
        point({ zone: "x" }, { asInt: "9223372036854775807" }),
        point({ zone: "x" }, { asInt: "9223372036854775807" }),
        point({ zone: "x" }, { asInt: "-9223372036854775808" }),
        point({ zone: "y" }, { asInt: "9007199254740993" }),
        point({ zone: "y" }, { asInt: "-1" }),
      ],
    },
  },
  "a gauge of what is no finite number": {
    gauge: {
      dataPoints: [
        point({ zone: "x" }, { asDouble: "NaN" }),
        point({ zone: "x" }, { asDouble: 1 }),
        point({ zone: "y" }, { asDouble: "Infinity" }),
        point({ zone: "y" }, { asDouble: "NaN" }),
        point({ zone: "z" }, { asDouble: "-Infinity" }),
        point({ zone: "z" }, { asDouble: wireDouble(-0) }),
        point({ zone: "z" }, { asDouble: 0 }),
        point({ zone: "w" }, { asInt: "1" }),
        point({ zone: "w" }, { asDouble: "NaN" }),
      ],
    },
  },
  "a gauge with exemplars and flags": {
    gauge: {
      dataPoints: [
        point({ pod: "a" }, { asInt: "1", flags: 1, exemplars: [exemplar] }),
        point({ pod: "a" }, { asInt: "2", exemplars: [intExemplar] }),
      ],
    },
  },
  "a gauge of many times": {
    gauge: {
      dataPoints: [
        point({ pod: "a" }, { asInt: "1" }),
        point({ pod: "a" }, { asInt: "2", timeUnixNano: later }),
        point({ pod: "a" }, { asInt: "4", startTimeUnixNano: earlier }),
        { attributes: keyValues({ pod: "a" }), asInt: "8" },
        { asInt: "16", timeUnixNano: "18446744073709551615" },
      ],
    },
  },
  "a gauge with attributes in any order": {
    gauge: {
      dataPoints: [
        point({ pod: "a", zone: "x" }, { asDouble: 1 }),
        point({ zone: "x", pod: "a" }, { asDouble: 2 }),
        {
          ...point({}, { asDouble: 4 }),
          attributes: [...keyValues({ pod: "b" }), ...keyValues({ pod: "a", zone: "x" })],
        },
      ],
    },
  },
  "a gauge with attributes of all kinds": {
    gauge: {
      dataPoints: [
        point({ pod: 1n }, { asInt: "1" }),
        point({ pod: 1 }, { asInt: "2" }),
        point({ pod: "1" }, { asInt: "4" }),
        point({ pod: true }, { asInt: "8" }),
        point({ pod: null }, { asInt: "16" }),
        point({ pod: new Uint8Array([1, 2]) }, { asInt: "32" }),
        point({ pod: "AQI=" }, { asInt: "64" }),
        point({ pod: [1n, "a"] }, { asInt: "128" }),
        point({ pod: { k: 1n } }, { asInt: "256" }),
        point({ pod: { k: 1 } }, { asInt: "512" }),
        point({ pod: "" }, { asInt: "1024" }),
      ],
    },
  },
  "a gauge with attributes that are no numbers": {
    gauge: {
      dataPoints: [
        point({ pod: Number.NaN }, { asInt: "1" }),
        point({ pod: Number.POSITIVE_INFINITY, zone: "x" }, { asInt: "2", timeUnixNano: later }),
        point({ pod: 0 }, { asInt: "4" }),
        point({ pod: -0 }, { asInt: "8" }),
      ],
    },
  },
};

const sums: Readonly<Record<string, Json>> = {
  "an empty sum": { sum: {} },
  "a delta sum": {
    ...described,
    sum: {
      ...delta,
      isMonotonic: true,
      dataPoints: [
        point({ pod: "a" }, { asInt: "5" }),
        point({ pod: "a" }, { asInt: "7", startTimeUnixNano: earlier }),
        point({ pod: "b" }, { asInt: "11" }),
      ],
    },
  },
  "a cumulative sum": {
    metadata: keyValues({ source: "scrape" }),
    sum: {
      ...cumulative,
      isMonotonic: true,
      dataPoints: [
        point({ pod: "a" }, { asDouble: 5 }),
        point({ pod: "a" }, { asDouble: 7, startTimeUnixNano: earlier, exemplars: [exemplar] }),
        point({ pod: "b" }, { asInt: "11" }),
      ],
    },
  },
  "a sum without temporality": { sum: { dataPoints: [point({ pod: "a" }, { asInt: "5" }), {}] } },
};

const histograms: Readonly<Record<string, Json>> = {
  "an empty histogram": { histogram: { ...cumulative } },
  "a cumulative histogram": {
    ...described,
    metadata: keyValues({ source: "scrape" }),
    histogram: {
      ...cumulative,
      dataPoints: [
        point(
          { pod: "a" },
          {
            count: "10",
            sum: 25.5,
            bucketCounts: ["2", "3", "5"],
            explicitBounds: [1, 5],
            min: 0.5,
            max: 9,
            exemplars: [exemplar],
          },
        ),
        point(
          { pod: "b" },
          {
            count: "4",
            sum: 4.25,
            bucketCounts: ["1", "1", "2"],
            explicitBounds: [1, 5],
            min: 0.25,
            max: 12,
            exemplars: [intExemplar],
          },
        ),
      ],
    },
  },
  "a delta histogram": {
    histogram: {
      ...delta,
      dataPoints: [
        point({ pod: "a" }, { count: "3", sum: 3, bucketCounts: ["1", "2"], explicitBounds: [10] }),
        point(
          { pod: "a" },
          { count: "5", sum: 7, bucketCounts: ["5", "0"], explicitBounds: [10], startTimeUnixNano: earlier },
        ),
        point(
          { pod: "a" },
          { count: "0", bucketCounts: ["9", "9"], explicitBounds: [10], exemplars: [exemplar] },
        ),
      ],
    },
  },
  "a histogram without temporality": {
    histogram: { dataPoints: [point({}, { count: "1", sum: 2, bucketCounts: ["1"] })] },
  },
  "a histogram of which some lack sums": {
    histogram: {
      ...cumulative,
      dataPoints: [
        point({ pod: "a" }, { count: "2", bucketCounts: ["1", "1"], explicitBounds: [2] }),
        point({ pod: "b" }, { count: "3", sum: 9, bucketCounts: ["1", "2"], explicitBounds: [2] }),
        point({ pod: "c" }, { count: "4", sum: "NaN", bucketCounts: ["2", "2"], explicitBounds: [2] }),
        point(
          { pod: "d" },
          {
            count: "18446744073709551615",
            sum: 1e308,
            bucketCounts: ["18446744073709551615", "3"],
            explicitBounds: [2],
          },
        ),
      ],
    },
  },
  "a histogram with other bounds, flags and ends": {
    histogram: {
      ...cumulative,
      dataPoints: [
        point({}, { count: "1", sum: 1, bucketCounts: ["1", "0"], explicitBounds: [1] }),
        point({}, { count: "2", sum: 2, bucketCounts: ["1", "1"], explicitBounds: [2] }),
        point({}, { count: "4", sum: 4, bucketCounts: ["4", "0"], explicitBounds: [1], flags: 1 }),
        point({}, { count: "8", sum: 8, bucketCounts: ["8", "0"], explicitBounds: [1], min: 1 }),
        point({}, { count: "16", sum: 16, bucketCounts: ["16", "0"], explicitBounds: [1], min: "NaN" }),
        point({}, { count: "32", sum: 32, bucketCounts: ["32", "0"], explicitBounds: [1], max: 3 }),
      ],
    },
  },
  "a histogram with bounds that are no numbers": {
    histogram: {
      ...cumulative,
      dataPoints: [
        point(
          { pod: "a" },
          { count: "3", sum: 1, bucketCounts: ["1", "2", "0"], explicitBounds: ["NaN", 1] },
        ),
        point(
          { pod: "b" },
          { count: "4", sum: 2, bucketCounts: ["2", "2", "0"], explicitBounds: [0, "Infinity"] },
        ),
      ],
    },
  },
  "a histogram with more buckets than the first has": {
    histogram: {
      ...cumulative,
      dataPoints: [
        point({}, { count: "1", sum: 1, bucketCounts: ["1"], explicitBounds: [1] }),
        point({}, { count: "2", sum: 2, bucketCounts: ["1", "1"], explicitBounds: [1] }),
      ],
    },
  },
  "a histogram with fewer buckets than the first has": {
    histogram: {
      ...cumulative,
      dataPoints: [
        point({}, { count: "3", sum: 1, bucketCounts: ["1", "2"], explicitBounds: [1] }),
        point({}, { count: "2", sum: 2, bucketCounts: ["2"], explicitBounds: [1] }),
      ],
    },
  },
  "a histogram of one bucket": {
    histogram: {
      ...cumulative,
      dataPoints: [
        point({ pod: "a" }, { count: "4", sum: 10, bucketCounts: ["4"], min: 1, max: 9 }),
        point({ pod: "b" }, { count: "4", sum: 10, bucketCounts: ["4"], min: 1 }),
        point({ pod: "c" }, { count: "4", sum: 10 }),
        point({ pod: "d" }, { count: "0", bucketCounts: ["0"] }),
      ],
    },
  },
  "a histogram of a bucket with too few values": {
    histogram: {
      ...cumulative,
      dataPoints: [point({}, { count: "9", bucketCounts: ["4"], min: 1, max: 9 })],
    },
  },
  "a histogram with too few values": {
    histogram: {
      ...cumulative,
      dataPoints: [point({}, { count: "9", sum: 1, bucketCounts: ["1", "2"], explicitBounds: [1] })],
    },
  },
  "a histogram of negative values": {
    histogram: {
      ...cumulative,
      dataPoints: [
        point({ pod: "a" }, { count: "6", bucketCounts: ["3", "2", "1"], explicitBounds: [-5, -1] }),
        point(
          { pod: "b" },
          { count: "6", bucketCounts: ["3", "2", "1"], explicitBounds: [-5, -1], min: -20, max: 3 },
        ),
        point(
          { pod: "c" },
          { count: "6", bucketCounts: ["0", "0", "6"], explicitBounds: [-5, -1], min: -4, max: -2 },
        ),
      ],
    },
  },
  "a histogram of many buckets": {
    histogram: {
      ...cumulative,
      dataPoints: [
        point(
          { le: 7n },
          {
            count: "45",
            sum: 100,
            bucketCounts: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"],
            explicitBounds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
          },
        ),
        point({ le: "0.5" }, { count: "3", bucketCounts: ["1", "1", "1"], explicitBounds: [2, 1] }),
        point({ le: 1.5 }, { count: "3", bucketCounts: ["1", "1", "1"], explicitBounds: [1, 1] }),
        point(
          { le: null },
          { count: "3", bucketCounts: ["18446744073709551615", "2", "1"], explicitBounds: [0.5, 1] },
        ),
      ],
    },
  },
};

const buckets = (offset: number, ...bucketCounts: readonly string[]): Json => ({ offset, bucketCounts });

const exponentials: Readonly<Record<string, Json>> = {
  "an empty exponential histogram": { exponentialHistogram: { ...cumulative } },
  "a cumulative exponential histogram": {
    ...described,
    metadata: keyValues({ source: "scrape" }),
    exponentialHistogram: {
      ...cumulative,
      dataPoints: [
        point(
          { pod: "a" },
          {
            count: "10",
            sum: 30,
            scale: 1,
            zeroCount: "1",
            positive: buckets(2, "2", "3", "4"),
            negative: {},
            min: 0.5,
            max: 9,
            exemplars: [exemplar],
            zeroThreshold: 0.001,
          },
        ),
        point(
          { pod: "b" },
          {
            count: "7",
            sum: 4.5,
            scale: 1,
            zeroCount: "2",
            positive: buckets(0, "1", "0", "2"),
            negative: buckets(1, "1", "1"),
            min: -2,
            max: 6,
            exemplars: [intExemplar],
          },
        ),
      ],
    },
  },
  "a delta exponential histogram": {
    exponentialHistogram: {
      ...delta,
      dataPoints: [
        point({}, { count: "3", sum: 3, positive: buckets(0, "1", "2"), negative: {} }),
        point(
          {},
          { count: "3", sum: 3, positive: buckets(0, "3"), negative: {}, startTimeUnixNano: earlier },
        ),
        point({}, { count: "5", sum: 5, positive: buckets(0, "1", "1", "3"), negative: {} }),
      ],
    },
  },
  "an exponential histogram with other offsets": {
    exponentialHistogram: {
      ...cumulative,
      dataPoints: [
        point({}, { count: "3", sum: 3, positive: buckets(3, "1", "2"), negative: buckets(0, "0", "0") }),
        point(
          {},
          { count: "6", sum: 5, positive: buckets(1, "0", "4", "0", "2"), negative: buckets(2, "1") },
        ),
        point(
          {},
          { count: "4", sum: 5, positive: buckets(6, "0", "4", "0"), negative: buckets(-1, "3", "0") },
        ),
        point({}, { count: "0", sum: 5, positive: buckets(-6, "9"), negative: {} }),
      ],
    },
  },
  "an exponential histogram with other scales and zeros": {
    exponentialHistogram: {
      ...cumulative,
      dataPoints: [
        point({}, { count: "3", sum: 3, scale: 1, positive: buckets(0, "3"), negative: {} }),
        point({}, { count: "3", sum: 3, scale: 2, positive: buckets(0, "3"), negative: {} }),
        point({}, { count: "3", sum: 3, scale: 1, zeroCount: "3", positive: {}, negative: {} }),
        point({}, { count: "2", scale: 1, positive: {}, negative: buckets(0, "2") }),
        point({}, { count: "2", sum: 2, scale: 1, positive: buckets(0, "2"), negative: {}, flags: 1 }),
      ],
    },
  },
  "an exponential histogram of zeros": {
    exponentialHistogram: {
      ...cumulative,
      dataPoints: [
        point({ pod: "a" }, { count: "4", zeroCount: "4", zeroThreshold: 2, positive: {}, negative: {} }),
        point(
          { pod: "b" },
          { count: "4", zeroCount: "3", zeroThreshold: 2, positive: buckets(2, "1"), negative: {} },
        ),
        point(
          { pod: "c" },
          { count: "4", zeroCount: "3", zeroThreshold: 2, positive: {}, negative: buckets(2, "1") },
        ),
        point({ pod: "d" }, { count: "4", positive: {}, negative: {} }),
        point({ pod: "e" }, { count: "0", zeroCount: "1", positive: {}, negative: {} }),
      ],
    },
  },
  "an exponential histogram of fine and coarse buckets": {
    exponentialHistogram: {
      ...cumulative,
      dataPoints: [
        point({ pod: "a" }, { count: "6", scale: 8, positive: buckets(500, "1", "2", "3"), negative: {} }),
        point({ pod: "b" }, { count: "6", scale: -3, positive: buckets(-2, "1", "2", "3"), negative: {} }),
        point(
          { pod: "c" },
          { count: "6", scale: 20, positive: buckets(-1000000, "1", "2", "3"), negative: {} },
        ),
        point({ pod: "d" }, { count: "6", scale: 3, positive: {}, negative: buckets(10, "1", "2", "3") }),
      ],
    },
  },
  "an exponential histogram with too few values": {
    exponentialHistogram: {
      ...cumulative,
      dataPoints: [point({}, { count: "9", positive: buckets(0, "1", "2"), negative: buckets(0, "1") })],
    },
  },
  "an exponential histogram beyond doubles": {
    exponentialHistogram: {
      ...cumulative,
      dataPoints: [point({}, { count: "3", scale: -10, positive: {}, negative: buckets(40, "1", "2") })],
    },
  },
};

const summaries: Readonly<Record<string, Json>> = {
  "an empty summary": { summary: {} },
  "a summary": {
    ...described,
    metadata: keyValues({ source: "scrape" }),
    summary: {
      dataPoints: [
        point(
          { pod: "a" },
          {
            count: "10",
            sum: 25.5,
            quantileValues: [
              { quantile: 0.5, value: 2 },
              { quantile: 0.99, value: 9.5 },
            ],
          },
        ),
        point(
          { pod: "b", quantile: "no" },
          { count: "4", sum: 4, flags: 1, quantileValues: [{ value: 1 }, { quantile: 1 }] },
        ),
      ],
    },
  },
  "a summary of extremes": {
    summary: {
      dataPoints: [
        { count: "18446744073709551615", sum: "NaN" },
        point({}, { sum: "-Infinity", quantileValues: [{ quantile: "NaN", value: "Infinity" }, {}] }),
        point({ pod: "a" }, { count: "0" }),
      ],
    },
  },
};

/** Metrics of every kind by what they are, all with the name `latency` where they have one. */
export const metricsByName: Readonly<Record<string, Json>> = {
  "a metric without data": { description: "Nothing yet.", unit: "1" },
  ...gauges,
  ...sums,
  ...histograms,
  ...exponentials,
  ...summaries,
};

/** A payload of one metric. */
export function payloadOfMetric(metric: Json): Payload {
  return payloadOf([{ name: "latency", ...metric }], {}, { name: "meter" });
}
