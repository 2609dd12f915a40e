import { Entries, keyValues, type Payload } from "./payload.ts";

const traceId = "0102030405060708090a0b0c0d0e0f10";
const root = "0102030405060708";

/** Spans of every kind and status with events and links, under two resources and three scopes. */
export const spans: Payload = {
  resourceSpans: [
    {
      resource: {
        attributes: keyValues({ "service.name": "shop", replicas: 3n, nested: { zone: { id: 7n } } }),
        droppedAttributesCount: 2,
      },
      schemaUrl: "https://example.com/resource/1",
      scopeSpans: [
        {
          scope: { name: "tracer", version: "1.2.3", attributes: keyValues({ lib: "otel", level: 1.5 }) },
          schemaUrl: "https://example.com/scope/1",
          spans: [
            {
              traceId,
              spanId: root,
              traceState: "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE",
              flags: 257,
              name: "GET /checkout",
              kind: 2,
              startTimeUnixNano: "1700000000000000000",
              endTimeUnixNano: "1700000000350000000",
              attributes: keyValues({
                "http.method": "GET",
                "http.status_code": 200n,
                "http.url": "https://shop.example/checkout?user=1",
                ratio: 0.25,
                ok: true,
                nothing: null,
                peer: { ip: "10.0.0.1", ports: [80n, 443n] },
                tags: ["a", "b"],
              }),
              droppedAttributesCount: 1,
              events: [
                {
                  timeUnixNano: "1700000000100000000",
                  name: "exception",
                  attributes: keyValues({ "exception.type": "Timeout", "exception.escaped": false, n: 1n }),
                  droppedAttributesCount: 3,
                },
                { timeUnixNano: "1700000000200000000", name: "retry", attributes: keyValues({ n: 2n }) },
              ],
              droppedEventsCount: 4,
              links: [
                {
                  traceId: "ffffffffffffffffffffffffffffffff",
                  spanId: "ffffffffffffffff",
                  traceState: "a=b",
                  attributes: keyValues({ kind: "follows" }),
                  droppedAttributesCount: 1,
                  flags: 1,
                },
              ],
              droppedLinksCount: 5,
              status: { code: 1, message: "fine" },
            },
            {
              traceId,
              spanId: "1112131415161718",
              parentSpanId: root,
              name: "SELECT shop.users",
              kind: "SPAN_KIND_CLIENT",
              startTimeUnixNano: "1700000000050000000",
              endTimeUnixNano: "1700000000300000001",
              attributes: keyValues({ "db.system": "postgresql", "db.statement": "SELECT * FROM users" }),
              status: { code: "STATUS_CODE_ERROR", message: "deadline exceeded" },
            },
          ],
        },
        {
          scope: { name: "second", version: "" },
          spans: [
            { traceId, spanId: "2122232425262728", parentSpanId: root, name: "publish", kind: 4 },
            { traceId, spanId: "3132333435363738", parentSpanId: root, name: "consume", kind: 5 },
            { name: "internal", kind: 1, status: {}, parentSpanId: "0000000000000000" },
            {},
          ],
        },
      ],
    },
    {
      resource: { attributes: keyValues({ "service.name": "other" }) },
      scopeSpans: [{ spans: [{ name: "lonely", events: [{}], links: [{}] }] }],
    },
  ],
};

const states = [
  "",
  ",",
  "a=1",
  " a=1 , b=2\t",
  "a=1,,b=2,",
  "a=1,a=2",
  "A=1",
  "a",
  "a=",
  "=1",
  "a= 1",
  "a=1=2",
  "tenant@system=v",
  "1tenant@s=v",
  "a@=v",
  "@a=v",
  "a@b@c=v",
  "é=1",
  "a=é",
  `${"k".repeat(256)}=v`,
  `${"k".repeat(257)}=v`,
  `a=${"v".repeat(256)}`,
  `a=${"v".repeat(257)}`,
  Array.from({ length: 32 }, (_, i) => `k${i}=v`).join(","),
  Array.from({ length: 33 }, (_, i) => `k${i}=v`).join(","),
];

/** Spans that OTLP allows and nobody expects: extremes, unknown numbers, keys twice, odd trace states. */
export const hostileSpans: Payload = {
  resourceSpans: [
    {
      scopeSpans: [
        {
          spans: [
            {
              kind: 99,
              status: { code: 7 },
              flags: 4294967295,
              startTimeUnixNano: "18446744073709551615",
              endTimeUnixNano: "9223372036854775808",
              droppedAttributesCount: 4294967295,
              droppedEventsCount: "4294967295",
              droppedLinksCount: 4294967295,
            },
            {
              kind: -1,
              status: { code: -2147483648, message: "\u0000😀" },
              startTimeUnixNano: "9223372036854775807",
              endTimeUnixNano: 1,
            },
            { traceId: "ABCDEFABCDEFABCDEFABCDEFABCDEFAB", spanId: "00000000000000aB", parentSpanId: "" },
            {
              name: "\ufffd\u2028",
              attributes: keyValues(new Entries(["__proto__", "x"], ["constructor", 1n])),
            },
            { attributes: keyValues(new Entries(["k", 1n], ["k", 2n], ["", "nameless"])), events: [] },
            {
              startTimeUnixNano: "1700000000000000002",
              endTimeUnixNano: "1700000000000000001",
              events: [
                { timeUnixNano: "18446744073709551615", attributes: [{}] },
                { name: "", attributes: keyValues(new Entries(["k", "first"], ["k", "second"])) },
              ],
              links: [{ attributes: [{ key: "no value" }] }, {}],
            },
            ...states.map((traceState) => ({ traceState })),
          ],
        },
        { scope: { name: "no spans" } },
      ],
    },
    { scopeSpans: [] },
    {},
  ],
};

/** A span with two events and a link, and a span without anything, for what changes them. */
export const fewSpans: Payload = {
  resourceSpans: [
    {
      resource: { attributes: keyValues({ "service.name": "shop" }) },
      scopeSpans: [
        {
          scope: { name: "tracer" },
          spans: [
            {
              traceId,
              spanId: root,
              traceState: "rojo=1,congo=2",
              name: "GET",
              kind: 2,
              startTimeUnixNano: "1700000000000000000",
              endTimeUnixNano: "1700000000350000000",
              attributes: keyValues({ peer: { ip: "10.0.0.1" } }),
              events: [
                { timeUnixNano: "1700000000100000000", name: "first", attributes: keyValues({ n: 1n }) },
                { name: "second" },
              ],
              links: [{ traceId, spanId: root }],
              status: { code: 2, message: "failed" },
            },
            { traceState: "no trace state" },
          ],
        },
      ],
    },
  ],
};
