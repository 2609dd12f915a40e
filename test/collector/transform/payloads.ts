import type { TelemetryData } from "../../../src/collector/signals.ts";

/** Small payloads of every signal, with gaps. */

const text = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const int = (key: string, intValue: string) => ({ key, value: { intValue } });

const logs = {
  resourceLogs: [
    {
      resource: { attributes: [text("service.name", "shop"), int("replicas", "2")] },
      schemaUrl: "https://example.com/r",
      scopeLogs: [
        {
          scope: { name: "web", version: "1.0", attributes: [text("team", "a")] },
          schemaUrl: "https://example.com/s",
          logRecords: [
            {
              timeUnixNano: "1",
              severityNumber: 9,
              severityText: "INFO",
              body: { stringValue: '{"user":"ann"}' },
              attributes: [text("http.method", "GET"), int("status", "200")],
            },
            {
              timeUnixNano: "2",
              severityNumber: 17,
              severityText: "ERROR",
              body: { stringValue: "no json" },
              attributes: [int("status", "500"), text("secret", "token-1")],
              traceId: "0102030405060708090a0b0c0d0e0f10",
              spanId: "0102030405060708",
            },
          ],
        },
        { scope: { name: "worker" }, logRecords: [{ timeUnixNano: "3", body: { intValue: "7" } }] },
      ],
    },
    { scopeLogs: [{ logRecords: [{ timeUnixNano: "4" }] }, { scope: { name: "empty" } }] },
  ],
};

const traces = {
  resourceSpans: [
    {
      resource: { attributes: [text("service.name", "shop")] },
      scopeSpans: [
        {
          scope: { name: "http" },
          spans: [
            {
              traceId: "0102030405060708090a0b0c0d0e0f10",
              spanId: "0102030405060708",
              name: "GET /users/12",
              kind: 2,
              startTimeUnixNano: "1000000000",
              endTimeUnixNano: "1250000000",
              attributes: [text("http.method", "GET"), text("http.target", "/users/12")],
              status: { code: 2, message: "boom" },
              events: [
                { name: "exception", timeUnixNano: "1100000000", attributes: [text("message", "oh")] },
                { name: "retry", timeUnixNano: "1200000000" },
              ],
            },
            {
              traceId: "0102030405060708090a0b0c0d0e0f10",
              spanId: "1112131415161718",
              parentSpanId: "0102030405060708",
              name: "query",
              kind: 3,
              attributes: [text("db.system", "mysql")],
            },
          ],
        },
      ],
    },
    { scopeSpans: [{ spans: [{ name: "lost", events: [{ name: "end" }] }] }] },
  ],
};

const point = (time: string, more: object) => ({ timeUnixNano: time, ...more });
const exemplar = { timeUnixNano: "9", asDouble: 1.5, filteredAttributes: [text("user", "ann")] };

const metrics = {
  resourceMetrics: [
    {
      resource: { attributes: [text("service.name", "shop")] },
      scopeMetrics: [
        {
          scope: { name: "proxy", version: "2" },
          metrics: [
            {
              name: "requests",
              unit: "1",
              description: "How many",
              sum: {
                aggregationTemporality: 2,
                isMonotonic: true,
                dataPoints: [
                  point("1", { asInt: "5", attributes: [text("route", "/a"), text("code", "200")] }),
                  point("2", {
                    asDouble: 2.5,
                    attributes: [text("route", "/b"), text("code", "500")],
                    exemplars: [exemplar, { timeUnixNano: "10", asInt: "3" }],
                  }),
                ],
              },
            },
            { name: "queue", gauge: { dataPoints: [point("3", { asDouble: 4 })] } },
            {
              name: "latency",
              unit: "ms",
              histogram: {
                aggregationTemporality: 2,
                dataPoints: [
                  point("4", {
                    count: "6",
                    sum: 17,
                    bucketCounts: ["3", "2", "1"],
                    explicitBounds: [1, 2],
                    exemplars: [exemplar],
                    attributes: [text("route", "/a")],
                  }),
                ],
              },
            },
          ],
        },
      ],
    },
    {
      scopeMetrics: [
        {
          metrics: [
            {
              name: "quantiles",
              summary: {
                dataPoints: [
                  point("5", {
                    count: "4",
                    sum: 10,
                    quantileValues: [{ quantile: 0.5, value: 2 }],
                    attributes: [text("route", "/a")],
                  }),
                ],
              },
            },
            {
              name: "sizes",
              exponentialHistogram: {
                aggregationTemporality: 1,
                dataPoints: [
                  point("6", {
                    count: "3",
                    sum: 6,
                    scale: 1,
                    zeroCount: "1",
                    positive: { offset: 1, bucketCounts: ["1", "1"] },
                  }),
                ],
              },
            },
            { name: "nothing" },
            { name: "empty", gauge: {} },
          ],
        },
      ],
    },
  ],
};

/** One metric that a statement may copy. */
const one = {
  resourceMetrics: [
    { scopeMetrics: [{ metrics: [{ name: "up", gauge: { dataPoints: [point("1", { asInt: "1" })] } }] }] },
  ],
};

/** A log that has an attribute twice. */
const twice = {
  resourceLogs: [
    {
      scopeLogs: [
        { logRecords: [{ attributes: [text("status", "a"), int("status", "2"), text("b", "a")] }] },
      ],
    },
  ],
};

/** Logs of which some have equal resources and scopes. */
const alike = {
  resourceLogs: [1, 2, 3].map((number) => ({
    resource: { attributes: [text("host", number === 3 ? "b" : "a")], droppedAttributesCount: number },
    schemaUrl: `https://example.com/${number}`,
    scopeLogs: [
      {
        scope: { name: "x", attributes: [text("k", "v")], droppedAttributesCount: 1 },
        logRecords: [
          { timeUnixNano: `${number}0`, attributes: [text("host", `h${number}`)] },
          { timeUnixNano: `${number}1`, attributes: [text("host", "h0")] },
        ],
      },
      { scope: { name: "y" }, logRecords: [{ timeUnixNano: `${number}2` }] },
    ],
  })),
};

/** The name of a payload. */
export type PayloadName =
  | "logs"
  | "traces"
  | "metrics"
  | "one"
  | "twice"
  | "alike"
  | "no logs"
  | "empty logs"
  | "empty metrics";

/** What statements are run on. */
export const payloads: Readonly<Record<PayloadName, TelemetryData>> = {
  logs,
  traces,
  metrics,
  one,
  twice,
  alike,
  "no logs": { resourceLogs: [] },
  "empty logs": { resourceLogs: [{}, { scopeLogs: [] }, { scopeLogs: [{}] }] },
  "empty metrics": { resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name: "a" }] }] }, {}] },
};
