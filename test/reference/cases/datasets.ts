import { edited } from "./edited.ts";
import { fewLogs, hostileLogs, logs } from "./logs-data.ts";
import { Entries, gaugeOf, keyValues, type Payload, type Plain, payloadOf } from "./payload.ts";
import { exemplars, fewExemplars, shapes, sparse, wire } from "./shapes.ts";
import { fewSpans, hostileSpans, spans } from "./spans-data.ts";
import { oneOfEach } from "./versions-statements.ts";

const bytes = (...items: number[]): Uint8Array => Uint8Array.from(items);
const maxInt = 9223372036854775807n;
const minInt = -9223372036854775808n;

function nested(depth: number): Plain {
  let value: Plain = "bottom";
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? { in: value } : [value];
  return value;
}

/** One value of each kind and edge, in the attribute `v`. */
const values: readonly Plain[] = [
  null,
  true,
  false,
  0n,
  1n,
  -1n,
  42n,
  9007199254740993n,
  maxInt,
  minInt,
  0,
  -0,
  1,
  1.5,
  -2.75,
  1e21,
  1e-7,
  5e-324,
  1.7976931348623157e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  "",
  "text",
  "42",
  "-1.5",
  "true",
  "héllo wörld",
  "😀 \u{10FFFF}",
  'tab\tline\nquote"back\\slash\u0000nul',
  '{"a": 1, "b": [true, null]}',
  bytes(),
  bytes(0x00, 0xff, 0x41),
  [],
  [1n, "a", 1.5, true, null],
  [[1n], [2n, [3n]]],
  {},
  { a: 1n, b: "x" },
  { a: { b: { c: [1n, { d: 2 }] } } },
  new Entries(["twice", 1n], ["twice", 2n], ["", "no name"]),
];

/** The attributes of each type, by the type's name; there is none called `missing`. */
const typed: readonly { readonly [key: string]: Plain }[] = [
  { nil: null, bool: true, int: 1n, double: 1, string: "a", bytes: bytes(1), list: [1n], map: { a: 1n } },
  { nil: null, bool: false, int: 2n, double: 0.5, string: "b", bytes: bytes(1, 2), list: [1], map: { a: 1 } },
  {
    nil: null,
    bool: true,
    int: 9007199254740993n,
    double: 9007199254740992,
    string: "",
    bytes: bytes(),
    list: [],
    map: {},
  },
  {
    nil: null,
    bool: false,
    int: minInt,
    double: Number.NaN,
    string: "é",
    bytes: bytes(0),
    list: [[1n]],
    map: { a: { b: 1n } },
  },
  {
    nil: null,
    bool: true,
    int: -1n,
    double: -0,
    string: "B",
    bytes: bytes(255),
    list: [null],
    map: new Entries(["a", 1n], ["a", 2n]),
  },
];

const strings = [
  "",
  "a",
  "abc",
  "ABC",
  "a\n",
  "a\nb",
  "a.c",
  "straße",
  "STRASSE",
  "ſK",
  "héllo",
  "日本語テキスト",
  "😀😃",
  "\u00a0",
  " padded ",
  "a,b,,c",
  "response_latency_ms_bucket",
  "control_response_latency_ms_count",
  "192.168.0.1:4191",
  "GET /api/v1/users?id=42 HTTP/1.1",
];

const lists: readonly { readonly [key: string]: Plain }[] = [
  { list: [], map: {}, item: 1n, key: "a" },
  { list: [1n, 2n, 3n], map: { a: 1n }, item: 2n, key: "a" },
  { list: [1, 2.5], map: { a: 1, b: "x", c: true }, item: 1n, key: "c" },
  { list: ["a", "b", ""], map: { "": "no name", a: null }, item: "b", key: "" },
  { list: [true, false, null], map: { a: [1n, 2n], b: { c: 3n } }, item: null, key: "b" },
  { list: [[1n], [2n]], map: { a: { b: { c: "deep" } } }, item: [1n], key: "zz" },
  { list: [{ a: 1n }, { a: 2n }], map: { é: 1n, "😀": 2n }, item: { a: 1n }, key: "😀" },
  { list: [bytes(1), bytes()], map: { a: bytes(1, 2) }, item: bytes(1), key: "a" },
  { list: [Number.NaN, -0], map: { nan: Number.NaN }, item: Number.NaN, key: "nan" },
  { list: [maxInt, minInt], map: { max: maxInt, min: minInt }, item: 2 ** 63, key: "max" },
  { list: "no list", map: "no map", item: "o", key: 1n },
  {},
];

const hostile: readonly ({ readonly [key: string]: Plain } | Entries)[] = [
  new Entries(["__proto__", "polluted"], ["constructor", 1n], ["toString", true], ["hasOwnProperty", [1n]]),
  new Entries(["__proto__", new Entries(["x", 1n])], ["v", new Entries(["__proto__", "inner"], ["a", 1n])]),
  new Entries(["v", "first"], ["v", "second"], ["", "nameless"]),
  new Entries(["v", undefined], ["w", null]),
  { v: nested(40) },
  { v: "x".repeat(300), 'key with "quotes" and \\': 1n, ключ: "значение" },
  { v: maxInt, w: minInt, x: Number.NaN, y: -0, z: Number.NEGATIVE_INFINITY },
  { v: "\ufffd\u0000\u2028", "\ufeffbom": "bom" },
];

const meshNames = [
  "response_total",
  "response_latency_ms_bucket",
  "control_response_latency_ms_bucket",
  "response_latency_ms",
  "tcp_open_connections",
  "tcp_open_connections_total",
  "tcp_read_bytes_total",
  "tcp_write_bytes_total",
  "process_cpu_seconds_total",
  "Response_Total",
  "",
];

/** The data sets by the name that cases give. */
export const datasets: Readonly<Record<string, Payload>> = {
  one: payloadOf([gaugeOf("one", [{ a: 1n, b: "x", list: [1n, 2n, 3n], map: { k: "v", n: { m: 1n } } }])]),
  values: payloadOf([gaugeOf("values", values.map((v) => ({ v })).concat([{}] as never))]),
  types: payloadOf([gaugeOf("types", typed)], { attributes: keyValues(typed[0] ?? {}) }),
  strings: payloadOf([gaugeOf("strings", [...strings.map((s) => ({ s })), {}, { s: null }, { s: 42n }])]),
  lists: payloadOf([gaugeOf("lists", lists)]),
  hostile: payloadOf([gaugeOf("hostile", hostile)]),
  mesh: payloadOf(
    meshNames.map((name) => ({ name, gauge: { dataPoints: [{ asDouble: 1 }] } })),
    { attributes: keyValues({ "k8s.pod.name": "ad-1", "service.name": "ad" }) },
    { name: "otelcol/prometheusreceiver", version: "0.161.0" },
  ),
  shapes,
  sparse,
  wire,
  edited,
  exemplars,
  "few-exemplars": fewExemplars,
  logs,
  "few-logs": fewLogs,
  "hostile-logs": hostileLogs,
  ...oneOfEach,
  spans,
  "few-spans": fewSpans,
  "hostile-spans": hostileSpans,
};
