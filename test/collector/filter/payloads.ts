/** Payloads for the recorded cases: what their records are called is all that an outline shows. */
import type {
  DataPoint,
  Metric,
  MetricsData,
  ResourceMetrics,
  ScopeMetrics,
} from "../../../src/shapes/records.ts";
import { type Attributes, attributes } from "./attributes.ts";
import { logPayloads } from "./log-payloads.ts";
import { tracePayloads } from "./trace-payloads.ts";

function resource(id: string, all: Attributes, ...scopeMetrics: ScopeMetrics[]): ResourceMetrics {
  return { resource: { attributes: attributes({ id, ...all }) }, scopeMetrics };
}

function scope(name: string, ...metrics: Metric[]): ScopeMetrics {
  return { scope: { name, version: "1.2.3", attributes: attributes({ kind: name }) }, metrics };
}

let points = 0;

/** A data point, told from others by its time. */
function point(all: Attributes, data: Partial<DataPoint>): DataPoint {
  points++;
  return { attributes: attributes(all), timeUnixNano: String(points), ...data };
}

const gauge = (name: string, ...dataPoints: DataPoint[]): Metric => ({ name, gauge: { dataPoints } });
const counter = (name: string, ...dataPoints: DataPoint[]): Metric => ({
  name,
  sum: { dataPoints, aggregationTemporality: 2, isMonotonic: true },
});
const histogram = (name: string, ...dataPoints: DataPoint[]): Metric => ({
  name,
  unit: "ms",
  histogram: { dataPoints, aggregationTemporality: 2 },
});

const latency = { count: "6", sum: 17, explicitBounds: [1, 2], bucketCounts: ["3", "2", "1"] };

const mesh: MetricsData = {
  resourceMetrics: [
    resource(
      "ad",
      { "service.name": "ad", replicas: 2 },
      scope(
        "proxy",
        counter(
          "response_total",
          point({ direction: "inbound", status_code: "200" }, { asDouble: 20 }),
          point({ direction: "outbound", status_code: "500", grpc_status: "14" }, { asDouble: 0 }),
        ),
        histogram("response_latency_ms", point({ direction: "inbound" }, latency)),
        histogram("control_response_latency_ms", point({ direction: "outbound" }, latency)),
        gauge("tcp_open_connections", point({ peer: "dst", direction: "inbound" }, { asInt: "3" })),
      ),
      scope("scrape", gauge("up", point({}, { asDouble: 1 }))),
    ),
    resource(
      "cart",
      { "service.name": "cart", replicas: 0 },
      scope(
        "proxy",
        counter("response_total", point({ direction: "inbound", status_code: "404" }, { asDouble: 4 })),
        {
          name: "queue",
          exponentialHistogram: {
            dataPoints: [
              point(
                { direction: "inbound" },
                { count: "4", scale: 1, zeroCount: "1", positive: { offset: 2, bucketCounts: ["1", "2"] } },
              ),
              point({ direction: "outbound" }, { count: "0", scale: 0, zeroCount: "0" }),
            ],
            aggregationTemporality: 1,
          },
        },
        {
          name: "rpc",
          summary: {
            dataPoints: [
              point(
                { direction: "inbound" },
                { count: "9", sum: 3, quantileValues: [{ quantile: 0.5, value: 1 }] },
              ),
              point({}, { count: "0", sum: 0 }),
            ],
          },
        },
      ),
    ),
  ],
};

/** Nothing in places where there usually is something. */
const empties: MetricsData = {
  resourceMetrics: [
    resource("bare", {}),
    { resource: { attributes: attributes({ id: "null" }) }, scopeMetrics: null },
    resource("hollow", {}, scope("empty"), { scope: { name: "null" }, metrics: null }),
    resource(
      "full",
      {},
      scope("empty"),
      scope(
        "some",
        { name: "none" },
        { name: "null", gauge: null },
        { name: "pointless", sum: { dataPoints: [] } },
        { name: "nulls", histogram: { dataPoints: null } },
        gauge("up", point({ direction: "inbound" }, { asDouble: 1 })),
      ),
    ),
  ],
};

/** Messages that are null or lack everything. */
const nulls: MetricsData = {
  resourceMetrics: [
    null,
    {},
    { scopeMetrics: [null, {}, { metrics: [null, {}, gauge("up", null as never, {})] }] },
  ],
};

/** Schema URLs everywhere. */
const schemas: MetricsData = {
  resourceMetrics: [
    {
      ...resource(
        "old",
        {},
        {
          ...scope("s", gauge("up", point({}, { asDouble: 1 }))),
          schemaUrl: "scope/1",
        },
      ),
      schemaUrl: "resource/1",
    },
    {
      ...resource(
        "new",
        {},
        {
          ...scope("s", gauge("up", point({}, { asDouble: 1 }))),
          schemaUrl: "scope/2",
        },
      ),
      schemaUrl: "resource/2",
    },
  ],
};

/** Names that some functions choke on: too short for a `Substring`, or JSON or not. */
const names: MetricsData = {
  resourceMetrics: [
    resource(
      "a",
      {},
      scope(
        "s",
        gauge("ab", point({ direction: "inbound" }, { asDouble: 1 })),
        gauge("abcdef", point({ direction: "outbound" }, { asDouble: 2 }), point({}, { asDouble: 3 })),
        counter('{"a":1}', point({ direction: "inbound" }, { asInt: "5" })),
      ),
      scope("t", gauge("abcd", point({ direction: 1 }, { asDouble: 1 }))),
    ),
    resource(
      "longer",
      { note: "x" },
      scope("longer", gauge("abcdefgh", point({ direction: true }, { asInt: "7" }))),
    ),
  ],
};

/** Data points with the same attribute in different types and places, for the functions that look for them. */
const attributed: MetricsData = {
  resourceMetrics: [
    resource(
      "a",
      {},
      scope(
        "s",
        gauge("first", point({ k: "a" }, { asDouble: 1 }), point({ k: "b" }, { asDouble: 1 })),
        gauge("second", point({ other: "a" }, { asDouble: 1 }), point({ k: "b" }, { asDouble: 1 })),
        counter("number", point({ k: 5 }, { asInt: "1" })),
        histogram("empty", point({ k: "" }, latency)),
        gauge("lacking", point({}, { asDouble: 1 })),
        gauge("pointless"),
        {
          name: "several",
          gauge: { dataPoints: [point({ k: "b" }, { asDouble: 1 })] },
          sum: { dataPoints: [point({ k: "c" }, { asDouble: 2 })] },
        },
      ),
    ),
  ],
};

/** A payload that has the metric of type none among others. */
const typeless: MetricsData = {
  resourceMetrics: [
    resource("a", {}, scope("s", { name: "none" }, gauge("up", point({ k: "b" }, { asDouble: 1 })))),
    resource("b", {}, scope("s", { name: "none" })),
  ],
};

/** The payloads by name. */
export const payloads = {
  mesh,
  empties,
  nulls,
  schemas,
  names,
  attributed,
  typeless,
  nothing: { resourceMetrics: [] } as MetricsData,
  ...tracePayloads,
  ...logPayloads,
} as const;

/** The name of a payload. */
export type PayloadName = keyof typeof payloads;
