import { expect, test } from "vitest";
import {
  anyValueSchema,
  dataPointRecordSchema,
  dataPointSchema,
  logRecordSchema,
  logsDataSchema,
  metricRecordSchema,
  metricsDataSchema,
  spanEventRecordSchema,
  tracesDataSchema,
} from "../../src/schemas.ts";
import { type DecodingCase, fixture } from "../contexts/fixture.ts";

const { cases } = fixture<{ readonly cases: readonly DecodingCase[] }>("decoding");
const plainObjects = (payload: unknown) => /"(attributes|metadata)":\{/.test(JSON.stringify(payload));

test("the schema of payloads takes what the reference's decoder takes", () => {
  for (const { payload, refused } of cases) {
    if (plainObjects(payload)) continue;
    const schemas = [metricsDataSchema, tracesDataSchema, logsDataSchema];
    const taken = schemas.every((schema) => schema.safeParse(payload).success);
    expect(taken, JSON.stringify(payload)).toBe(!refused);
  }
});

test("an error says where and what", () => {
  const payload = {
    resourceMetrics: [{ scopeMetrics: [{ metrics: [{ sum: { dataPoints: [{ asInt: "abc" }] } }] }] }],
  };
  const { error } = metricsDataSchema.safeParse(payload);
  expect(error?.issues).toMatchObject([
    {
      path: ["resourceMetrics", 0, "scopeMetrics", 0, "metrics", 0, "sum", "dataPoints", 0, "asInt"],
      message: "expected a 64-bit integer",
    },
  ]);
});

test("records by hand may have plain attributes, bigints and special doubles", () => {
  const record = {
    metric: { name: "m", gauge: {} },
    dataPoint: {
      attributes: { a: [1, { b: 2n }], c: { doubleValue: 1 } },
      timeUnixNano: 5n,
      asDouble: Number.NaN,
    },
    resource: { attributes: { "k8s.pod.name": "ad-1" } },
  };
  expect(dataPointRecordSchema.parse(record)).toEqual(record);
  expect(metricRecordSchema.safeParse({ metric: { name: 5 } }).success).toBe(false);
});

test("logs and events by hand may have names of enums and plain attributes", () => {
  const log = {
    log: { severityNumber: "SEVERITY_NUMBER_WARN", body: { stringValue: "x" }, attributes: { a: 1 } },
  };
  expect(logRecordSchema.parse(log)).toEqual(log);
  expect(logRecordSchema.safeParse({ log: { severityNumber: "WARN" } }).success).toBe(false);
  const event = {
    span: { kind: "SPAN_KIND_SERVER", status: { code: 2 } },
    spanEvent: { name: "e" },
    eventIndex: 0,
  };
  expect(spanEventRecordSchema.parse(event)).toEqual(event);
  expect(spanEventRecordSchema.safeParse({ eventIndex: -1 }).success).toBe(false);
});

test("unknown properties are dropped", () => {
  expect(metricRecordSchema.parse({ metric: { name: "m", extra: 1 }, more: 2 })).toEqual({
    metric: { name: "m" },
  });
});

test("a data point may have the properties of any kind, each of its type", () => {
  expect(dataPointSchema.safeParse({ bucketCounts: ["1"], quantileValues: [{}] }).success).toBe(true);
  expect(dataPointSchema.safeParse({ bucketCounts: "1" }).error?.issues[0]?.path).toEqual(["bucketCounts"]);
});

test("a value that contains itself is refused and does not overflow the stack", () => {
  const cyclic = { arrayValue: { values: [] as unknown[] } };
  cyclic.arrayValue.values.push(cyclic, cyclic);
  expect(anyValueSchema.safeParse(cyclic).error?.issues[0]?.message).toContain("nested deeper");
});
