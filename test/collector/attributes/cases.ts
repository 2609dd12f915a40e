/** What the recorder asks: settings of an attributes processor in YAML, and the signal of the payload that it gets. */
import type { SignalName } from "../../../src/collector/signals.ts";
import type { AnyValue, KeyValue } from "../../../src/shapes/records.ts";

export interface AttributesCase {
  readonly yaml: string;
  readonly signal: SignalName;
}

const s = (stringValue: string): AnyValue => ({ stringValue });
const kv = (key: string, value: AnyValue): KeyValue => ({ key, value });
const resources = [
  { attributes: [kv("service.name", s("cart")), kv("host", s("a1")), kv("n", { intValue: "7" })] },
  { attributes: [kv("service.name", { intValue: "3" }), kv("host", s("b1"))] },
  {},
];
const scopes = [{ name: "lib", version: "1.2" }, { name: "other" }, { name: "lib", version: "2" }];
const attributes = (i: number): KeyValue[] => [
  kv("method", s(i % 2 === 0 ? "GET" : "POST")),
  kv("code", { intValue: String(200 + i) }),
  kv("ratio", { doubleValue: 0.5 + i }),
  kv("ok", { boolValue: i % 2 === 0 }),
  kv("list", { arrayValue: { values: [s("x")] } }),
];
const spans = [0, 1, 2, 3, 4, 5, 6].map((kind) => ({
  name: ["GET /", "POST /cart", "GET /health", "db.query", "", "x", "kind"][kind],
  kind,
  attributes: attributes(kind),
}));
const logRecords = [0, 1, 9, 13, 17, 24].map((severityNumber, i) => ({
  severityNumber,
  severityText: ["", "TRACE", "INFO", "WARN", "ERROR", "FATAL4"][i],
  body: [
    s("started"),
    s("card 4711"),
    { intValue: "42" },
    { kvlistValue: { values: [kv("a", s("b"))] } },
    {},
    s(""),
  ][i],
  attributes: attributes(i),
}));
const points = [{ attributes: attributes(0) }, { attributes: [] }, { attributes: attributes(1) }];
const metrics = [
  { name: "requests", gauge: { dataPoints: points } },
  { name: "latency_ms", histogram: { dataPoints: points } },
  { name: "control_latency_ms", summary: { dataPoints: points } },
  { name: "exp", exponentialHistogram: { dataPoints: points } },
  { name: "total", sum: { dataPoints: points } },
  { name: "none" },
];

/** The payload of each signal. */
export const payloads: Readonly<Record<SignalName, object>> = {
  metrics: {
    resourceMetrics: resources.map((resource, i) => ({
      resource,
      scopeMetrics: [{ scope: scopes[i], metrics }],
    })),
  },
  traces: {
    resourceSpans: resources.map((resource, i) => ({ resource, scopeSpans: [{ scope: scopes[i], spans }] })),
  },
  logs: {
    resourceLogs: resources.map((resource, i) => ({
      resource,
      scopeLogs: [{ scope: scopes[i], logRecords }],
    })),
  },
};

const mark = "actions: [{ key: marked, value: yes!, action: insert }]";
const one = (side: string, settings: string, matchType = "strict") =>
  `${side}: { match_type: ${matchType}, ${settings} }\n${mark}`;

const actions = [
  "actions: []",
  "actions:",
  "{}",
  "actions: [{ key: method, action: delete }]",
  "actions: [{ key: method, value: PUT, action: update }, { key: new, from_attribute: method, action: upsert }]",
  "actions: [{ key: code, action: hash }, { pattern: '^r', action: delete }]",
  "actions: [{ key: method, pattern: '(?P<first>.)(?P<rest>.*)', action: extract }]",
  "actions: [{ key: code, converted_type: string, action: convert }, { key: ratio, converted_type: int, action: convert }]",
  "actions: [{ key: x, action: insert }]",
  "actions: [{ key: x, value: 1, action: nope }]",
  `nope: 1\n${mark}`,
  `include:\nexclude:\n${mark}`,
  `include: {}\n${mark}`,
  `exclude: { match_type: strict }\n${mark}`,
  `include: { match_type: glob, span_names: [a], log_bodies: [a], metric_names: [a] }\n${mark}`,
];

const settings: readonly (readonly [settings: string, matchType?: string])[] = [
  ["services: [cart]"],
  ["services: [cart, '3']"],
  ["services: ['<nil-service-name>']"],
  ["services: ['ca', '^3$']", "regexp"],
  ["span_names: ['GET /']"],
  ["span_names: ['^GET', 'query']", "regexp"],
  ["span_names: ['']"],
  ["span_names: ['(']", "regexp"],
  ["span_kinds: [SPAN_KIND_SERVER]"],
  ["span_kinds: [server]"],
  ["span_kinds: ['CLI', 'PROD']", "regexp"],
  ["attributes: [{ key: method, value: GET }]"],
  ["attributes: [{ key: code, value: 201 }]"],
  ["attributes: [{ key: code, value: '20[12]' }]", "regexp"],
  ["attributes: [{ key: code, value: 201 }]", "regexp"],
  ["attributes: [{ key: ok, value: true }, { key: method }]"],
  ["attributes: [{ key: missing }]"],
  ["attributes: [{ key: '' }]"],
  ["attributes: [{ key: ratio, value: 0.5 }]"],
  ["attributes: [{ key: list, value: [x] }]"],
  ["resources: [{ key: host, value: a1 }]"],
  ["resources: [{ key: host, value: '^a|b' }]", "regexp"],
  ["resources: [{ key: n, value: 7 }]"],
  ["libraries: [{ name: lib }]"],
  ["libraries: [{ name: lib, version: '1.2' }]"],
  ["libraries: [{ name: '^l', version: '^2' }]", "regexp"],
  ["libraries: [{ name: lib, version: '' }]"],
  ["log_bodies: [started]"],
  ["log_bodies: ['card \\d+', '^42$', 'b']", "regexp"],
  ["log_bodies: ['']"],
  ["log_severity_texts: [INFO, WARN]"],
  ["log_severity_texts: ['^F']", "regexp"],
  ["log_severity_number: { min: 9 }"],
  ["log_severity_number: { min: 13, match_undefined: true }"],
  ["log_severity_number: {}"],
  ["log_severity_number: { min: INFO }"],
  ["metric_names: [requests, total]"],
  ["metric_names: ['latency']", "regexp"],
  ["metric_names: ['latency']", "expr"],
  ["metric_names: ['^latency'], regexp: { cacheenabled: true, cachemaxnumentries: 10 }", "regexp"],
  ["metric_names: [requests], resources: [{ key: host, value: zz }]"],
  ["expressions: ['MetricName == \"a\"']", "expr"],
  ["span_names: ['GET /'], attributes: [{ key: method, value: POST }]"],
  ["log_bodies: [started], log_severity_texts: ['']"],
  ["span_names: ['GET /'], log_bodies: [started], metric_names: [requests]"],
];

const both = [
  `include: { match_type: regexp, span_names: [GET], log_bodies: ['.'], metric_names: ['_ms'] }\n${mark}`,
  `include: { match_type: strict, span_names: ['GET /', 'x'] }\nexclude: { match_type: strict, services: [cart] }\n${mark}`,
  `include: { match_type: strict, log_severity_texts: [INFO, WARN] }\nexclude: { match_type: regexp, log_bodies: ['42'] }\n${mark}`,
  `include: { match_type: regexp, metric_names: ['_ms'] }\nexclude: { match_type: strict, metric_names: [latency_ms] }\n${mark}`,
  `exclude: { match_type: strict, attributes: [{ key: method, value: GET }], resources: [{ key: host }] }\n${mark}`,
];

const everySignal: readonly SignalName[] = ["metrics", "traces", "logs"];

/** The cases: each setting as `include` and as `exclude`, for each signal. */
export const cases: readonly AttributesCase[] = [
  ...actions,
  ...settings.flatMap(([text, matchType]) => [
    one("include", text, matchType),
    one("exclude", text, matchType),
  ]),
  ...both,
].flatMap((yaml) => everySignal.map((signal) => ({ yaml, signal })));
