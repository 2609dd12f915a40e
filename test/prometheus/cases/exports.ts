import type { RemoteWriteOptions } from "../../../src/prometheus.ts";

/** A payload that is exported. */
export interface ExportCase {
  readonly payload: object;
  readonly options?: Omit<RemoteWriteOptions, "compatibility">;
}

type Values = Readonly<Record<string, string | object>>;

const time = "1700000000123456789";
const target = { "service.name": "svc", "service.instance.id": "i-1", "host.name": "h" };
const defaultScope = { name: "sc", version: "1" };

const names =
  "response_total stack_poll_total_ms opentelemetry_span_exports tcp_open_connections scrape_duration_seconds response_latency_ms http.server.duration system.cpu.utilization requests.count disk.io queue.size 2xx.count a__b.c __x x__ _ ___ 1 a:b a::b.c :a é.ü 日本 foo-bar total total_total ratio foo.ratio foo_total.bar a.1 seconds foo.seconds foo_per_second bytes.foo 😀x ٣x x.٣ foo. .foo total.seconds"
    .split(" ")
    .concat("", "a b\tc");
const units = [
  ..."1 s ms By By/s {request} {request}/s % Cel kBy KiBy m/s m/m w /s s/ requests/min 1/s s/1 a/b/c é °C _ __a__ per_s s/{x} {a}/{b} TiBy By/mo d h min us ns MBy V A J W g Hz m / // $/s".split(
    " ",
  ),
  "",
  " s ",
  "foo bar",
  "foo/bar baz",
];
const keys =
  "a.b 2x _x __x __x__ ___ _ é 日本 a-b x__y a:b __ ____ A_b job instance le quantile _2 😀 a😀b otel_scope_name key_x service.name ٣".split(
    " ",
  );
const resources: readonly Values[] = [
  {},
  { "service.name": "a" },
  { "service.name": "a", "service.namespace": "n" },
  { "service.namespace": "n", x: "1" },
  { "service.instance.id": "i", x: "1" },
  { "service.name": "", "service.instance.id": "", x: "1" },
  { "service.name": "a", "service.namespace": "", x: "y" },
  { x: "1" },
  { "service.name": { intValue: "5" }, x: { doubleValue: 2 } },
  { "service.name": "s", _: "u", ok: "1" },
  { "service.name": "s", "x.y": "u", job: "zz", instance: "ii" },
];
/** Values whose text differs from version to version. */
const textless: Values = {
  nan: { doubleValue: "NaN" },
  inf: { doubleValue: "Infinity" },
  neg: { doubleValue: "-Infinity" },
  map: { kvlistValue: { values: [{ key: "<q>", value: { stringValue: "a & b" } }] } },
  list: { arrayValue: { values: [{ stringValue: "<&>\u2028" }, { doubleValue: 1.5 }] } },
  nanInside: { arrayValue: { values: [{ doubleValue: "NaN" }] } },
};
const scopes = [
  {},
  { name: "n" },
  { version: "v" },
  { name: "n", version: "v", attributes: attributes({ a: "b", name: "c", "x.y": "z", _: "w" }) },
];

/** Payloads that test the names, labels and values of exported series. */
export const exportCases: readonly ExportCase[] = [
  ...names.map((name) => ({
    payload: payload([
      gauge(name),
      sum(name, "", { k: "1" }),
      histogram(name, "ms", { k: "2" }),
      gauge(name, "1", { k: "3" }),
      sum(name, "s", { k: "4" }, false),
    ]),
  })),
  ...units.map((unit) => ({
    payload: payload([
      ...[gauge("foo.bar", unit), sum("foo.baz", unit), histogram("foo.lat", unit), summary("foo.q", unit)],
      ...[gauge("foo.seconds", unit), gauge("foo.second.x", unit), sum("foo_per_y", unit)],
    ]),
  })),
  ...["a.b", "2x", "é", "_", "a::b", "foo total"].flatMap((name) =>
    [
      { addMetricSuffixes: false },
      { namespace: "ns" },
      { namespace: "n.s-", addMetricSuffixes: false },
      { namespace: "2ns" },
    ].map((options) => ({ payload: payload([sum(name, "s"), gauge(name, "1")]), options })),
  ),
  ...["", ...keys].map((key) => ({
    payload: payload([
      gauge("m", "", { [key]: "v" }),
      histogram("h", "", { [key]: "v", z: "1" }),
      summary("q", "", { [key]: "v" }),
    ]),
  })),
  { payload: payload([gauge("m", "", { "a.b": "1", "a-b": "2", a_b: "1", "a/b": "3" })]) },
  {
    payload: payload([
      gauge("m", "", {
        int: { intValue: "5" },
        d1: { doubleValue: 1.5 },
        d2: { doubleValue: 1e21 },
        d3: { doubleValue: 1e-7 },
        d4: { doubleValue: 3 },
        bool: { boolValue: true },
        nil: {},
        list: { arrayValue: { values: [{ stringValue: "x" }, { intValue: "1" }] } },
        map: { kvlistValue: { values: [{ key: "q", value: { doubleValue: 2 } }] } },
        bytes: { bytesValue: "aGk=" },
      }),
    ]),
  },
  { payload: payload([gauge("m", "", textless)]) },
  { payload: payload([gauge("m")], { scope: { name: "n", attributes: attributes(textless) } }) },
  ...Object.values(textless).map((value) => ({
    payload: payload([gauge("m")], {
      resource: { "service.name": value, "service.namespace": value, "service.instance.id": value, x: value },
    }),
  })),
  ...resources.flatMap((resource) => [
    { payload: payload([gauge("m", "", { a: "1", x: "q" })], { resource }) },
    {
      payload: payload([gauge("m", "", { a: "1", x: "q" }), histogram("h", "", { x: "5" })], { resource }),
      options: { resourceToTelemetryConversion: true },
    },
  ]),
  ...scopes.flatMap((scope) => [
    { payload: payload([gauge("m")], { scope }) },
    { payload: payload([gauge("m", "", { otel_scope_name: "mine" })], { scope }) },
  ]),
  { payload: payload([gauge("m")]), options: { scopeInfo: false } },
  { payload: payload([gauge("m")]), options: { targetInfo: false } },
  { payload: payload([gauge("m")]), options: { namespace: "ns" } },
  {
    payload: payload([gauge("m", "", { e: "own" })]),
    options: { externalLabels: { e: "ext", f: "ext2", job: "no", otel_scope_name: "no", le: "x" } },
  },
  {
    payload: payload([
      sum("m", "", {}, true, 1),
      sum("n", "", {}, true, 0),
      histogram("h", "", {}, {}, 1),
      sum("ok"),
    ]),
  },
  {
    payload: payload([
      { name: "none" },
      { name: "g", gauge: {} },
      { name: "s", sum: { aggregationTemporality: 2 } },
      { name: "q", summary: {} },
      { name: "h", histogram: { aggregationTemporality: 2, dataPoints: [] } },
      { name: "e", exponentialHistogram: {} },
    ]),
  },
  {
    payload: payload([
      histogram("h", "", {}, { sum: undefined }),
      histogram("h2", "", {}, { bucketCounts: ["1"], explicitBounds: [1, 2, 3] }),
      histogram("h3", "", {}, { bucketCounts: [], explicitBounds: [] }),
      histogram("h4", "", {}, { bucketCounts: ["1", "2", "3"], explicitBounds: [1e21, 1e-7] }),
      histogram(
        "h5",
        "",
        {},
        { bucketCounts: ["1", "2", "3", "4", "5"], explicitBounds: [0.1, 1e300, -5, 0] },
      ),
      histogram("h6", "", { le: "x" }),
      summary("q1", "", {}, { quantileValues: [{}, { quantile: 0.999, value: 2 }] }),
      summary("q2", "", { quantile: "z" }),
      summary("q3", "", {}, { sum: undefined, count: undefined, quantileValues: undefined }),
    ]),
  },
  {
    payload: payload([
      gauge("m", "", {}, { flags: 1 }),
      histogram("h", "", {}, { flags: 1 }),
      summary("q", "", {}, { flags: 1 }),
      sum("s"),
    ]),
  },
  {
    payload: payload([
      gauge("m", "", {}, { asDouble: undefined, asInt: "9007199254740993" }),
      gauge("m2", "", {}, { asDouble: "NaN" }),
      gauge("m3", "", {}, { asDouble: "-Infinity" }),
      gauge("m4", "", {}, { asDouble: undefined }),
      gauge("m5", "", {}, { timeUnixNano: "0" }),
      gauge("m6", "", {}, { timeUnixNano: "18446744073709551615" }),
      gauge("m7", "", {}, { timeUnixNano: "999999" }),
      histogram(
        "h",
        "",
        {},
        { count: "18446744073709551615", bucketCounts: ["18446744073709551615", "2", "1"] },
      ),
    ]),
  },
  { payload: payload([gauge("m", "", {}, { timeUnixNano: "0" })]) },
  { payload: payload([gauge("same.x", "", { a: "1" }), gauge("same_x", "", { a: "1" })]) },
];

function payload(
  metrics: readonly object[],
  { resource = target, scope = defaultScope }: { resource?: Values; scope?: object } = {},
) {
  return {
    resourceMetrics: [{ resource: { attributes: attributes(resource) }, scopeMetrics: [{ scope, metrics }] }],
  };
}

function gauge(name: string, unit = "", values: Values = {}, extra: object = {}) {
  return {
    name,
    unit,
    gauge: { dataPoints: [{ attributes: attributes(values), timeUnixNano: time, asDouble: 1.5, ...extra }] },
  };
}

function sum(name: string, unit = "", values: Values = {}, isMonotonic = true, aggregationTemporality = 2) {
  const dataPoints = [{ attributes: attributes(values), timeUnixNano: time, asInt: "7" }];
  return { name, unit, sum: { dataPoints, isMonotonic, aggregationTemporality } };
}

function histogram(
  name: string,
  unit = "",
  values: Values = {},
  extra: object = {},
  aggregationTemporality = 2,
) {
  const counts = { count: "6", sum: 17, bucketCounts: ["3", "2", "1"], explicitBounds: [1, 2] };
  const dataPoints = [{ attributes: attributes(values), timeUnixNano: time, ...counts, ...extra }];
  return { name, unit, histogram: { dataPoints, aggregationTemporality } };
}

function summary(name: string, unit = "", values: Values = {}, extra: object = {}) {
  const quantileValues = [
    { quantile: 0.5, value: 1 },
    { quantile: 1, value: 9 },
  ];
  const dataPoints = [
    { attributes: attributes(values), timeUnixNano: time, count: "6", sum: 17, quantileValues, ...extra },
  ];
  return { name, unit, summary: { dataPoints } };
}

function attributes(values: Values) {
  return Object.entries(values).map(([key, value]) => ({
    key,
    value: typeof value === "string" ? { stringValue: value } : value,
  }));
}

/** A choice of resource attributes as the exporter's settings make it. */
export interface ConversionCase {
  readonly payload: object;
  readonly choice: {
    readonly enabled?: boolean;
    readonly exclude_service_attributes?: boolean;
    readonly included?: readonly string[];
    readonly excluded?: readonly string[];
  };
}

const described = {
  "service.name": "svc",
  "service.namespace": "ns",
  "service.instance.id": "i-1",
  layer: "mesh",
  "k8s.pod.name": "web-1",
  "k8s.pod.uid": "u",
  "a+b": "c",
  "line\nfeed": "d",
};
const patterns = [
  "*",
  "layer",
  "k8s.*",
  "k8s.pod.???",
  "?ayer",
  "LAYER",
  "a+b",
  "line*feed",
  "line?feed",
  "*.name",
  "**",
  "",
  "service*",
  "[a-z]*",
  "nothing",
];

/** Choices that the real exporter's wrapper is asked about. */
export const conversionCases: readonly ConversionCase[] = [
  { enabled: false },
  { enabled: true },
  { enabled: true, exclude_service_attributes: true },
  { exclude_service_attributes: true },
  ...patterns.map((pattern) => ({ included: [pattern] })),
  ...patterns.map((pattern) => ({ excluded: [pattern] })),
  { included: ["k8s.*", "layer"], excluded: ["*.uid"] },
  { included: ["*"], excluded: ["service.*", "k8s.pod.uid"] },
  { included: ["layer"], excluded: ["layer"] },
].map((choice) => ({
  choice,
  payload: payload([gauge("g", "", { layer: "own" })], { resource: described }),
}));
