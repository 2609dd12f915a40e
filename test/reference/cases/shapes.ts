import { keyValues, type Payload } from "./payload.ts";

const times = { startTimeUnixNano: "1700000000000000000", timeUnixNano: "1700000001500000000" };

/** Every type of metric under two resources and three scopes, with every field that a path can read. */
export const shapes: Payload = {
  resourceMetrics: [
    {
      resource: {
        attributes: keyValues({
          "service.name": "shop",
          replicas: 3n,
          nested: { zone: { id: 7n } },
          tags: ["a", "b"],
        }),
        droppedAttributesCount: 2,
      },
      schemaUrl: "https://example.com/resource/1",
      scopeMetrics: [
        {
          scope: {
            name: "meter",
            version: "1.2.3",
            attributes: keyValues({ lib: "otel", level: 1.5 }),
            droppedAttributesCount: 1,
          },
          schemaUrl: "https://example.com/scope/1",
          metrics: [
            {
              name: "gauge.int",
              description: "An int gauge",
              unit: "1",
              metadata: keyValues({ origin: "test", rank: 1n, deep: { x: [1n] } }),
              gauge: {
                dataPoints: [
                  {
                    ...times,
                    attributes: keyValues({ host: "a", core: 0n }),
                    asInt: "42",
                    flags: 1,
                    exemplars: [
                      {
                        timeUnixNano: "1700000001000000000",
                        asDouble: 0.5,
                        traceId: "0102030405060708090a0b0c0d0e0f10",
                        spanId: "0102030405060708",
                        filteredAttributes: keyValues({ user: "u" }),
                      },
                    ],
                  },
                  {
                    timeUnixNano: "18446744073709551615",
                    attributes: keyValues({ host: "b" }),
                    asInt: "-9223372036854775808",
                  },
                ],
              },
            },
            {
              name: "gauge.double",
              unit: "ms",
              gauge: {
                dataPoints: [
                  { ...times, attributes: keyValues({ host: "a" }), asDouble: 1.5 },
                  { ...times, asDouble: -0 },
                  { ...times, asDouble: "NaN" },
                  { ...times, asDouble: "Infinity" },
                ],
              },
            },
            {
              name: "sum.delta",
              sum: {
                aggregationTemporality: 1,
                isMonotonic: true,
                dataPoints: [{ ...times, attributes: keyValues({ host: "a", ok: true }), asInt: "7" }],
              },
            },
            {
              name: "sum.cumulative",
              description: "Über",
              sum: {
                aggregationTemporality: 2,
                dataPoints: [
                  { ...times, asDouble: 0.1 },
                  { ...times, flags: 3 },
                ],
              },
            },
          ],
        },
        {
          scope: { name: "second", version: "" },
          metrics: [
            {
              name: "histogram",
              unit: "s",
              histogram: {
                aggregationTemporality: 2,
                dataPoints: [
                  {
                    ...times,
                    attributes: keyValues({ route: "/" }),
                    count: "6",
                    sum: 12.5,
                    min: 0.5,
                    max: 9.5,
                    bucketCounts: ["1", "2", "3"],
                    explicitBounds: [1, 5.5],
                  },
                  { ...times, count: "0" },
                ],
              },
            },
            {
              name: "exponential",
              exponentialHistogram: {
                aggregationTemporality: 1,
                dataPoints: [
                  {
                    ...times,
                    count: "10",
                    sum: -1.25,
                    scale: -3,
                    zeroCount: "4",
                    zeroThreshold: 0.001,
                    positive: { offset: 2, bucketCounts: ["1", "0", "3"] },
                    negative: { offset: -7, bucketCounts: ["2"] },
                  },
                ],
              },
            },
            {
              name: "summary",
              summary: {
                dataPoints: [
                  {
                    ...times,
                    count: "3",
                    sum: 4.5,
                    quantileValues: [
                      { quantile: 0.5, value: 1 },
                      { quantile: 0.99, value: 3 },
                    ],
                  },
                ],
              },
            },
          ],
        },
      ],
    },
    {
      resource: { attributes: keyValues({ "service.name": "other" }) },
      scopeMetrics: [
        {
          scope: { attributes: keyValues({ lib: "none" }) },
          metrics: [{ name: "lonely", gauge: { dataPoints: [{ asInt: "1" }] } }],
        },
      ],
    },
  ],
};

/** The same records with almost everything left out. */
export const sparse: Payload = {
  resourceMetrics: [
    {
      scopeMetrics: [
        {
          metrics: [
            {},
            { name: "no data" },
            { name: "empty gauge", gauge: {} },
            { gauge: { dataPoints: [{}] } },
            { sum: { dataPoints: [{}] } },
            { histogram: { dataPoints: [{}] } },
            { exponentialHistogram: { dataPoints: [{}] } },
            { exponentialHistogram: { dataPoints: [{ positive: {}, negative: { offset: 1 } }] } },
            { summary: { dataPoints: [{}] } },
          ],
        },
      ],
    },
    { resource: {}, scopeMetrics: [{ scope: {}, metrics: [] }] },
    { resource: { attributes: [] } },
  ],
};

/** The spellings that OTLP JSON allows: numbers for strings, strings for numbers, names for enums. */
export const wire: Payload = {
  resourceMetrics: [
    {
      resource: {
        attributes: [
          { key: "number", value: { intValue: 12 } },
          { key: "text", value: { intValue: "12" } },
          { key: "negative", value: { intValue: -9007199254740991 } },
          { key: "whole double", value: { doubleValue: 3 } },
          { key: "double in quotes", value: { doubleValue: "2.5" } },
        ],
        droppedAttributesCount: "3",
      },
      scopeMetrics: [
        {
          scope: { name: "wire" },
          metrics: [
            {
              name: "names",
              sum: {
                aggregationTemporality: "AGGREGATION_TEMPORALITY_DELTA",
                isMonotonic: true,
                dataPoints: [{ timeUnixNano: 1700000000, startTimeUnixNano: "1600000000", asInt: 5 }],
              },
            },
            {
              name: "numbers",
              sum: {
                aggregationTemporality: 2,
                dataPoints: [{ asInt: "-5", flags: "1" }, { asDouble: "1.5" }, { asDouble: 2 }],
              },
            },
            {
              name: "counts",
              histogram: {
                aggregationTemporality: "AGGREGATION_TEMPORALITY_CUMULATIVE",
                dataPoints: [{ count: 3, sum: "1.5", bucketCounts: [1, "2"], explicitBounds: ["1.5"] }],
              },
            },
          ],
        },
      ],
    },
  ],
};

/** Exemplars of each kind of data point, with an int, a double, both, or nothing. */
export const exemplars: Payload = {
  resourceMetrics: [
    {
      resource: { attributes: keyValues({ "service.name": "shop" }) },
      scopeMetrics: [
        {
          scope: { name: "meter" },
          metrics: [
            {
              name: "gauge",
              gauge: {
                dataPoints: [
                  {
                    ...times,
                    asInt: "1",
                    exemplars: [
                      {
                        timeUnixNano: "18446744073709551615",
                        asInt: "-9223372036854775808",
                        traceId: "ABCDEFABCDEFABCDEFABCDEFABCDEFAB",
                        spanId: "00000000000000aB",
                        filteredAttributes: keyValues({ user: { x: "u" }, list: [1n] }),
                      },
                      { asInt: "1", asDouble: 2.5 },
                      { asDouble: 2.5, asInt: "1" },
                      { asDouble: "NaN", traceId: "", spanId: "0000000000000000" },
                      {},
                    ],
                  },
                  { asInt: "2" },
                ],
              },
            },
            { name: "sum", sum: { dataPoints: [{ exemplars: [{ asDouble: -0 }] }] } },
            { name: "histogram", histogram: { dataPoints: [{ exemplars: [{ asInt: 7 }] }] } },
            {
              name: "exponential",
              exponentialHistogram: { dataPoints: [{ exemplars: [{ asDouble: "-Infinity" }] }] },
            },
          ],
        },
      ],
    },
  ],
};

/** An int point and a histogram point with an exemplar each, for what changes them. */
export const fewExemplars: Payload = {
  resourceMetrics: [
    {
      scopeMetrics: [
        {
          metrics: [
            {
              name: "gauge",
              gauge: {
                dataPoints: [
                  {
                    ...times,
                    asInt: "1",
                    exemplars: [
                      {
                        timeUnixNano: "1700000001000000000",
                        asInt: "-5",
                        traceId: "0102030405060708090a0b0c0d0e0f10",
                        filteredAttributes: keyValues({ user: { x: "u" } }),
                      },
                    ],
                  },
                ],
              },
            },
            {
              name: "histogram",
              histogram: { dataPoints: [{ count: "1", exemplars: [{ asDouble: 2.5 }] }] },
            },
          ],
        },
      ],
    },
  ],
};
