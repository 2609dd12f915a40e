/** Payloads of traces: resources have ids, spans names, and events times to be told apart by. */
import type { OtlpSpan, ScopeSpans, SpanEvent, TracesData } from "../../../src/shapes/records.ts";
import { type Attributes, attributes, idOf } from "./attributes.ts";

let times = 0;

function event(name: string, all: Attributes = {}): SpanEvent {
  times++;
  return { name, attributes: attributes(all), timeUnixNano: String(times) };
}

function span(name: string, kind: OtlpSpan["kind"], all: Attributes, ...events: SpanEvent[]): OtlpSpan {
  return {
    name,
    kind,
    attributes: attributes(all),
    traceId: "0102030405060708090a0b0c0d0e0f10",
    spanId: "0102030405060708",
    startTimeUnixNano: "1000000000",
    endTimeUnixNano: "1250000000",
    events,
  };
}

function scope(name: string, version: string, ...spans: (OtlpSpan | null)[]): ScopeSpans {
  return { scope: { name, version, attributes: attributes({ kind: name }) }, spans };
}

const shop: TracesData = {
  resourceSpans: [
    {
      resource: { attributes: attributes({ id: "ad", "service.name": "ad", replicas: 2, ratio: 0.5 }) },
      schemaUrl: "resource/1",
      scopeSpans: [
        scope(
          "http",
          "1.2.3",
          span(
            "GET /ads",
            2,
            { "http.status_code": 200, secure: true },
            event("start"),
            event("exception", { "exception.type": "IOError" }),
          ),
          { ...span("GET /health", 2, { "http.status_code": 200, path: "/health" }), parentSpanId: "" },
          {
            ...span("query", 3, { db: "pg", rows: 1.5 }, event("retry", { count: 3 })),
            parentSpanId: "0807060504030201",
          },
        ),
        {
          ...scope("jobs", "", span("tick", 1, {}), span("GET /ads", 4, { queue: "q" })),
          schemaUrl: "scope/2",
        },
      ],
    },
    {
      resource: { attributes: attributes({ id: "cart", "service.name": "cart", replicas: 0 }) },
      scopeSpans: [
        scope(
          "http",
          "2.0.0",
          {
            ...span(
              "POST /cart",
              2,
              { "http.status_code": 500 },
              event("exception", { "exception.type": "Full" }),
            ),
            status: { code: 2, message: "boom" },
          },
          span("publish", 4, { "http.status_code": "200" }),
          { ...span("consume", 5, { tags: { arrayValue: { values: [{ stringValue: "a" }] } } }), flags: 1 },
        ),
      ],
    },
  ],
};

/** Nothing in places where there usually is something. */
const spanless: TracesData = {
  resourceSpans: [
    { resource: idOf("bare"), scopeSpans: [] },
    { resource: idOf("null"), scopeSpans: null },
    { resource: idOf("hollow"), scopeSpans: [scope("empty", ""), { scope: { name: "null" }, spans: null }] },
    {
      resource: idOf("full"),
      scopeSpans: [
        scope("empty", ""),
        scope(
          "some",
          "",
          span("eventless", 0, {}),
          { name: "null", events: null },
          span("one", 1, {}, event("e")),
        ),
      ],
    },
    { scopeSpans: [{ spans: [{}, null] }, null] },
    null,
    {},
  ],
};

/** Names and attributes that some functions choke on. */
const choking: TracesData = {
  resourceSpans: [
    {
      resource: idOf("a"),
      scopeSpans: [
        scope(
          "s",
          "1",
          span("ab", 1, { n: 1 }, event("e1", { d: "in" }), event("e2", { d: 1 })),
          span("abcdef", 2, { n: "x" }, event("e3")),
        ),
        scope("t", "1", span('{"a":1}', 3, {}, event("abcd", { d: true }), event("e5", { d: "in" }))),
      ],
    },
    {
      resource: idOf("longer"),
      scopeSpans: [scope("longer", "1", span("abcd", 1, {}, event("e6", { d: "out" })))],
    },
  ],
};

/** The payloads of traces by name. */
export const tracePayloads = {
  shop,
  spanless,
  choking,
  traceless: { resourceSpans: [] } as TracesData,
} as const;
