/** The payloads over which `fixtures/contexts` is recorded. */

const attributes = [
  { key: "s", value: { stringValue: "text" } },
  { key: "b", value: { boolValue: true } },
  { key: "i", value: { intValue: "9223372036854775807" } },
  { key: "n", value: { intValue: 7 } },
  { key: "d", value: { doubleValue: 1.5 } },
  { key: "whole", value: { doubleValue: 2 } },
  { key: "nan", value: { doubleValue: "NaN" } },
  { key: "bytes", value: { bytesValue: "AQL/" } },
  { key: "empty", value: {} },
  { key: "m", value: { kvlistValue: { values: [{ key: "k", value: { stringValue: "v" } }, { key: "n" }] } } },
  { key: "l", value: { arrayValue: { values: [{ intValue: "1" }, { stringValue: "x" }, {}] } } },
  {
    key: "deep",
    value: { arrayValue: { values: [{ kvlistValue: { values: [{ key: "a", value: { intValue: 1 } }] } }] } },
  },
  { key: "", value: { stringValue: "no name" } },
  { key: "__proto__", value: { stringValue: "proto" } },
  { key: "dup", value: { intValue: "1" } },
  { key: "dup", value: { intValue: "2" } },
];

const exemplars = [
  { asInt: "4", timeUnixNano: "5", filteredAttributes: [{ key: "x", value: { boolValue: false } }] },
];
const times = { startTimeUnixNano: "1700000000000000000", timeUnixNano: "1700000000000000001" };
const point = { attributes: [{ key: "s", value: { stringValue: "text" } }], ...times, flags: 1 };

const metrics = {
  gauge: { name: "g", gauge: { dataPoints: [{ ...point, asInt: "-5", exemplars }] } },
  sum: {
    name: "s",
    unit: "By",
    sum: { dataPoints: [{ ...point, asDouble: 2.5 }], aggregationTemporality: 2, isMonotonic: true },
  },
  histogram: {
    name: "h",
    histogram: {
      aggregationTemporality: 1,
      dataPoints: [
        {
          ...point,
          count: "3",
          sum: 7.5,
          bucketCounts: ["1", "2", "0"],
          explicitBounds: [0.5, 10],
          exemplars,
        },
      ],
    },
  },
  exponentialHistogram: {
    name: "e",
    exponentialHistogram: {
      aggregationTemporality: 2,
      dataPoints: [
        {
          ...point,
          count: "3",
          sum: -1,
          scale: -2,
          zeroCount: "1",
          positive: { offset: 3, bucketCounts: ["1", "1"] },
          negative: { offset: -1, bucketCounts: ["4"] },
          exemplars,
        },
      ],
    },
  },
  summary: {
    name: "q",
    description: "a summary",
    summary: {
      dataPoints: [{ ...point, count: "2", sum: 3, quantileValues: [{ quantile: 0.5, value: 1.25 }] }],
    },
  },
  none: { name: "n" },
};

const resource = { attributes: [{ key: "r", value: { stringValue: "res" } }], droppedAttributesCount: 3 };
const scope = { name: "lib", version: "1.2", attributes: [{ key: "c", value: { intValue: "1" } }] };

function payloadOf(...list: readonly unknown[]) {
  const scopeMetrics = [{ scope, metrics: list, schemaUrl: "https://scope" }];
  return { resourceMetrics: [{ resource, scopeMetrics, schemaUrl: "https://resource" }] };
}

const bare = (data: object) => ({ resourceMetrics: [{ scopeMetrics: [{ metrics: [data] }] }] });
const oneEach = (dataPoints: readonly object[]) => ({
  resourceMetrics: [
    {
      scopeMetrics: [
        {
          metrics: [
            { gauge: { dataPoints } },
            { sum: { dataPoints } },
            { histogram: { dataPoints } },
            { exponentialHistogram: { dataPoints } },
            { summary: { dataPoints } },
            {},
          ],
        },
      ],
    },
  ],
});

/** Payloads by name. */
export const payloads: Readonly<Record<string, unknown>> = {
  full: payloadOf(...Object.values(metrics)),
  ...Object.fromEntries(Object.entries(metrics).map(([kind, metric]) => [kind, payloadOf(metric)])),
  bare: oneEach([{}]),
  "no points": oneEach([]),
  "odd numbers": {
    resourceMetrics: [
      {
        resource: { droppedAttributesCount: "7" },
        scopeMetrics: [
          {
            scope: { droppedAttributesCount: 4294967295 },
            metrics: [
              {
                gauge: {
                  dataPoints: [{ asInt: 12, timeUnixNano: 5, flags: "3" }, { asDouble: "-Infinity" }],
                },
              },
              {
                sum: {
                  dataPoints: [{ asDouble: "1e3", timeUnixNano: "18446744073709551615" }],
                  aggregationTemporality: "AGGREGATION_TEMPORALITY_DELTA",
                },
              },
              {
                histogram: {
                  aggregationTemporality: 9,
                  dataPoints: [
                    {
                      count: "18446744073709551615",
                      sum: "NaN",
                      bucketCounts: [1, "18446744073709551615", "0002"],
                      explicitBounds: [1, "2.5", "-Inf"],
                    },
                  ],
                },
              },
              {
                exponentialHistogram: {
                  dataPoints: [{ scale: "-3", zeroCount: 2, positive: { offset: "4" } }],
                },
              },
            ],
          },
        ],
      },
    ],
  },
  nulls: {
    resourceMetrics: [
      null,
      {
        resource: null,
        schemaUrl: null,
        scopeMetrics: [
          null,
          {
            scope: { name: null, attributes: null },
            metrics: [
              null,
              { name: null, metadata: null, gauge: null },
              { sum: { dataPoints: [null, { attributes: [null], exemplars: null }] } },
              { histogram: { dataPoints: [{ bucketCounts: null, explicitBounds: null }] } },
              {
                exponentialHistogram: { dataPoints: [{ positive: null, negative: { bucketCounts: null } }] },
              },
              { summary: { dataPoints: [{ quantileValues: [null] }] } },
            ],
          },
        ],
      },
    ],
  },
  "several kinds": {
    resourceMetrics: [
      {
        scopeMetrics: [
          {
            metrics: [
              { gauge: { dataPoints: [{}] }, sum: { dataPoints: [{ asInt: 1, asDouble: 2 }, {}] } },
              { sum: { dataPoints: [{}] }, gauge: { dataPoints: [{ asDouble: 2, asInt: 1 }, {}] } },
              { summary: { dataPoints: [{ count: 1 }] }, histogram: { dataPoints: [{ count: 2 }] } },
            ],
          },
        ],
      },
    ],
  },
  map: bare({
    gauge: {
      dataPoints: [
        {
          attributes: attributes.filter(({ key }) =>
            ["s", "empty", "m", "l", "deep", "dup", "__proto__"].includes(key),
          ),
        },
      ],
    },
  }),
  attributes: {
    resourceMetrics: [
      {
        resource: { attributes },
        scopeMetrics: [
          {
            scope: { attributes },
            metrics: [{ name: "a", metadata: attributes, gauge: { dataPoints: [{ attributes }] } }],
          },
        ],
      },
    ],
  },
};

/** One metric alone, in a payload without anything else. */
export function payloadOfMetric(metric: object): unknown {
  return bare(metric);
}
