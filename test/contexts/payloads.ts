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

const ids = { traceId: "0102030405060708090a0b0c0d0e0f10", spanId: "0102030405060708" };
const keyed = attributes.filter(({ key }) =>
  ["s", "empty", "m", "l", "deep", "dup", "__proto__"].includes(key),
);

function logsOf(...logRecords: readonly unknown[]) {
  const scopeLogs = [{ scope, logRecords, schemaUrl: "https://scope" }];
  return { resourceLogs: [{ resource, scopeLogs, schemaUrl: "https://resource" }] };
}

function spansOf(...spans: readonly unknown[]) {
  const scopeSpans = [{ scope, spans, schemaUrl: "https://scope" }];
  return { resourceSpans: [{ resource, scopeSpans, schemaUrl: "https://resource" }] };
}

const record = {
  timeUnixNano: "1700000000000000001",
  observedTimeUnixNano: "1700000000000000002",
  severityNumber: 9,
  severityText: "INFO",
  attributes: [{ key: "s", value: { stringValue: "text" } }],
  droppedAttributesCount: 3,
  flags: 1,
  ...ids,
  eventName: "event",
};
const bodies: Readonly<Record<string, object>> = {
  "text body": { stringValue: "text" },
  "map body": { kvlistValue: { values: keyed } },
  "list body": {
    arrayValue: {
      values: [
        { intValue: "1" },
        { stringValue: "x" },
        {},
        { kvlistValue: { values: keyed } },
        { arrayValue: { values: [{ boolValue: true }] } },
      ],
    },
  },
  "int body": { intValue: "7" },
  "bytes body": { bytesValue: "AQL/" },
  "no body": {},
};

const event = {
  timeUnixNano: "1700000000000000003",
  name: "event",
  attributes: keyed,
  droppedAttributesCount: 2,
};
const span = {
  ...ids,
  traceState: "a=1,b=2",
  parentSpanId: "1112131415161718",
  flags: 257,
  name: "GET /",
  kind: 2,
  startTimeUnixNano: "1700000000000000001",
  endTimeUnixNano: "1700000000000000002",
  attributes: keyed,
  droppedAttributesCount: 1,
  events: [event],
  droppedEventsCount: 2,
  links: [{ ...ids, traceState: "x=y", attributes: [{ key: "k", value: { boolValue: true } }], flags: 1 }],
  droppedLinksCount: 3,
  status: { code: 2, message: "failed" },
};

/** Payloads by name: of logs and traces as others. */
const logsAndTraces: Readonly<Record<string, unknown>> = {
  logs: logsOf(...Object.values(bodies).map((body) => ({ ...record, body }))),
  ...Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, logsOf({ ...record, body })])),
  "bare logs": { resourceLogs: [{ scopeLogs: [{ logRecords: [{}, { body: { intValue: 1 } }] }] }] },
  "null logs": {
    resourceLogs: [
      null,
      {
        resource: null,
        schemaUrl: null,
        scopeLogs: [
          null,
          { scope: null, logRecords: [null, { body: null, severityText: null, attributes: [null] }] },
        ],
      },
    ],
  },
  "odd logs": {
    resourceLogs: [
      {
        scopeLogs: [
          {
            logRecords: [
              { severityNumber: 99, timeUnixNano: 5, observedTimeUnixNano: "18446744073709551615" },
              { severityNumber: "SEVERITY_NUMBER_FATAL4", flags: "3", droppedAttributesCount: 4294967295 },
              { severityNumber: -2147483648, traceId: "", spanId: "0000000000000000" },
              { traceId: "ABCDEFABCDEFABCDEFABCDEFABCDEFAB", body: { intValue: "1", stringValue: "last" } },
              { body: { arrayValue: { values: [{ doubleValue: "NaN" }] } } },
              { body: { doubleValue: "-Infinity" } },
              { body: { stringValue: null } },
            ],
          },
        ],
      },
    ],
  },
  spans: spansOf(span, { ...span, kind: "SPAN_KIND_CONSUMER", events: [event, {}], links: [] }),
  span: spansOf(span),
  "odd state": spansOf({ ...span, traceState: "not a trace state" }),
  "no state": spansOf({ ...span, traceState: "" }),
  "full state": spansOf({
    ...span,
    traceState: Array.from({ length: 32 }, (_, i) => `k${i}=${i}`).join(","),
  }),
  "bare spans": { resourceSpans: [{ scopeSpans: [{ spans: [{}, { events: [{}], status: {} }] }] }] },
  "null spans": {
    resourceSpans: [
      null,
      {
        resource: null,
        scopeSpans: [
          null,
          {
            scope: null,
            spans: [
              null,
              {
                name: null,
                traceState: null,
                attributes: null,
                events: [null, { name: null }],
                links: null,
                status: null,
              },
            ],
          },
        ],
      },
    ],
  },
  "odd spans": {
    resourceSpans: [
      {
        scopeSpans: [
          {
            spans: [
              { kind: 99, status: { code: 9 }, flags: 4294967295, startTimeUnixNano: "18446744073709551615" },
              { kind: -1, status: { code: "STATUS_CODE_OK", message: null }, endTimeUnixNano: 7 },
              { kind: "SPAN_KIND_INTERNAL", parentSpanId: "0000000000000000", droppedLinksCount: "7" },
              { traceId: "", spanId: "ABCDEFABCDEFABCD", events: [{ timeUnixNano: "9223372036854775808" }] },
            ],
          },
        ],
      },
    ],
  },
};

const exemplarOf = (exemplar: object, data = "gauge") =>
  payloadOf({ name: "e", [data]: { dataPoints: [{ exemplars: [exemplar] }] } });
const fullExemplar = { timeUnixNano: "1700000000000000001", ...ids, filteredAttributes: keyed };

const exemplarPayloads: Readonly<Record<string, unknown>> = {
  "int exemplar": exemplarOf({ ...fullExemplar, asInt: "-5" }),
  "double exemplar": exemplarOf({ ...fullExemplar, asDouble: 2.5 }, "histogram"),
  "odd exemplars": bare({
    sum: {
      dataPoints: [
        {
          exemplars: [
            {},
            { asInt: "1", asDouble: 2 },
            { asDouble: 2, asInt: 1 },
            { asDouble: "NaN", timeUnixNano: "18446744073709551615" },
            { traceId: "", spanId: "ABCDEFABCDEFABCD", filteredAttributes: null },
          ],
        },
      ],
    },
  }),
};

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
  ...logsAndTraces,
  ...exemplarPayloads,
};

/** One metric alone, in a payload without anything else. */
export function payloadOfMetric(metric: object): unknown {
  return bare(metric);
}

/** One log record alone, in a payload without anything else. */
export function payloadOfLog(log: unknown): unknown {
  return { resourceLogs: [{ scopeLogs: [{ logRecords: [log] }] }] };
}

/** One span alone, in a payload without anything else. */
export function payloadOfSpan(one: unknown): unknown {
  return { resourceSpans: [{ scopeSpans: [{ spans: [one] }] }] };
}
