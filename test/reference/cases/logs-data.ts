import { anyValue, Entries, keyValues, type Payload, type Plain } from "./payload.ts";

const traceId = "0102030405060708090a0b0c0d0e0f10";
const spanId = "0102030405060708";

/** Log records with bodies and attributes of every kind, under two resources and three scopes. */
export const logs: Payload = {
  resourceLogs: [
    {
      resource: {
        attributes: keyValues({ "service.name": "checkout", "host.name": "node-1", tags: ["a", "b"] }),
        droppedAttributesCount: 1,
      },
      schemaUrl: "https://example.com/resource/1",
      scopeLogs: [
        {
          scope: { name: "logger", version: "2.0.1", attributes: keyValues({ lib: "otel" }) },
          schemaUrl: "https://example.com/scope/1",
          logRecords: [
            {
              timeUnixNano: "1700000000123456789",
              observedTimeUnixNano: "1700000001000000000",
              severityNumber: 9,
              severityText: "INFO",
              body: anyValue("GET /api/v1/users?id=42 HTTP/1.1 200 0.012"),
              attributes: keyValues({
                "http.method": "GET",
                "http.status_code": 200n,
                "http.duration": 0.012,
                cached: false,
                "user.id": null,
                url: { scheme: "https", port: 443n, path: ["api", "v1", "users"] },
                tags: ["web", "public"],
                payload: Uint8Array.of(1, 2, 255),
              }),
              droppedAttributesCount: 2,
              flags: 1,
              traceId,
              spanId,
              eventName: "http.request",
            },
            {
              timeUnixNano: "1700000000223456789",
              severityNumber: 17,
              severityText: "ERROR",
              body: anyValue(
                '{"level": "error", "msg": "payment failed", "code": 402, "user": {"id": "u-1"}}',
              ),
              attributes: keyValues({
                "http.method": "POST",
                "http.status_code": 402n,
                email: "a@example.com",
              }),
              traceId: "ffffffffffffffffffffffffffffffff",
              spanId: "ffffffffffffffff",
            },
            {
              observedTimeUnixNano: "1700000000323456789",
              severityNumber: "SEVERITY_NUMBER_WARN",
              severityText: "warning",
              body: anyValue({
                message: "slow query",
                ms: 1250.5,
                rows: 3n,
                nested: { a: { b: "deep" } },
                list: [1n, "two", { three: 3n }],
                empty: null,
              }),
              attributes: keyValues({
                "db.system": "postgresql",
                statement: "SELECT * FROM t WHERE a = 'x'",
              }),
            },
            {
              timeUnixNano: "1700000000423456789",
              severityNumber: 5,
              severityText: "DEBUG",
              body: anyValue(["first", 2n, 3.5, { k: "v" }, ["inner"]]),
              attributes: keyValues({ list: [1n, 2n, 3n] }),
            },
          ],
        },
        {
          scope: { name: "access", attributes: keyValues({ format: "combined" }) },
          logRecords: [
            {
              timeUnixNano: "1700000000523456789",
              severityNumber: 1,
              body: anyValue(
                '127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326',
              ),
            },
            { body: anyValue(42n), severityNumber: 24, attributes: keyValues({ "http.method": "GET" }) },
            { body: anyValue(true) },
            { body: anyValue(-0.5) },
            { body: anyValue(Uint8Array.of(0, 1, 254, 255)) },
            { body: anyValue("") },
            { body: anyValue(null), eventName: "empty body" },
            {},
          ],
        },
      ],
    },
    {
      resource: { attributes: keyValues({ "service.name": "other" }) },
      scopeLogs: [
        {
          scope: {},
          logRecords: [{ severityText: "Info", body: anyValue("k1=v1 k2=\"v 2\" k3='x'"), flags: 255 }],
        },
      ],
    },
  ],
};

const body = (value: Plain): object => ({ body: anyValue(value ?? null) });

/** Log records that OTLP allows and nobody expects: extremes, unknown numbers, keys twice, broken characters. */
export const hostileLogs: Payload = {
  resourceLogs: [
    {
      scopeLogs: [
        {
          logRecords: [
            {
              timeUnixNano: "18446744073709551615",
              observedTimeUnixNano: "9223372036854775808",
              severityNumber: 99,
              flags: 4294967295,
              droppedAttributesCount: 4294967295,
            },
            { timeUnixNano: "9223372036854775807", severityNumber: -1, severityText: "\u0000\ufffd" },
            { timeUnixNano: 5, observedTimeUnixNano: "0", severityNumber: -2147483648, flags: "7" },
            { severityNumber: 2147483647, traceId: "00000000000000000000000000000000", spanId: "" },
            { traceId: "ABCDEFABCDEFABCDEFABCDEFABCDEFAB", spanId: "00000000000000aB" },
            body(new Entries(["__proto__", "polluted"], ["constructor", 1n], ["toString", true])),
            body(new Entries(["k", "first"], ["k", "second"], ["", "nameless"])),
            body([null, [], {}, [[[]]], { "": { "": 1n } }]),
            body(9223372036854775807n),
            body(-9223372036854775808n),
            body(Number.NaN),
            body(Number.NEGATIVE_INFINITY),
            body(-0),
            body(1e21),
            body({ nan: Number.NaN, bytes: Uint8Array.of(255), html: '<a href="x">&amp;</a>' }),
            body([Number.POSITIVE_INFINITY]),
            body('😀 \u{10FFFF} é \u2028 \u0000 "quoted" \\ back'),
            body("x".repeat(2000)),
            { body: { stringValue: "a", intValue: "1" } },
            { body: { intValue: "1", stringValue: "a" } },
            { body: { arrayValue: {} } },
            { body: { kvlistValue: {} } },
            { body: { kvlistValue: { values: [{ key: "only key" }, { value: { boolValue: true } }] } } },
            {
              attributes: keyValues(
                new Entries(
                  ["__proto__", new Entries(["x", 1n])],
                  ["v", "first"],
                  ["v", "second"],
                  ["", null],
                ),
              ),
            },
            { attributes: [{ key: "no value" }, { value: { stringValue: "no key" } }, {}] },
          ],
        },
        { scope: { name: "no records" } },
      ],
    },
    { scopeLogs: [] },
    {},
  ],
};

/** Three log records whose bodies are a text, a map and a list, for what changes them. */
export const fewLogs: Payload = {
  resourceLogs: [
    {
      resource: { attributes: keyValues({ "service.name": "checkout" }) },
      scopeLogs: [
        {
          scope: { name: "logger" },
          logRecords: [
            {
              timeUnixNano: "1700000000123456789",
              severityNumber: 9,
              severityText: "INFO",
              body: anyValue("text"),
              attributes: keyValues({ url: { port: 443n } }),
              traceId,
              spanId,
            },
            { body: anyValue({ message: "slow query", list: [1n, "two"] }) },
            { body: anyValue(["first", 2n, { k: "v" }, [], ["inner"]]) },
          ],
        },
      ],
    },
  ],
};
