/** The values whose every pair is compared and calculated, as expressions of the exemplar context over one payload. */

/** How a value is written in the fixtures: the encoding of the reference's protocol, lists with their origin. */
export type Encoded = { readonly [kind: string]: unknown };

export interface Specimen {
  readonly expression: string;
  readonly value: Encoded;
}

const int = (digits: string): Encoded => ({ int: digits });
const double = (text: string): Encoded => ({ double: text });
const string = (text: string): Encoded => ({ string: text });
const slice = (...items: Encoded[]): Encoded => ({ list: items, origin: "slice" });
const literal = (...items: Encoded[]): Encoded => ({ list: items, origin: "literal" });
const map = (...entries: [string, Encoded][]): Encoded => ({ map: entries });

const ab = map(["a", int("1")], ["b", int("2")]);
const ba = map(["b", int("2")], ["a", int("1")]);
const time = { time: "2023-11-14T22:13:20.123456789Z" };
const trace = { traceID: "0102030405060708090a0b0c0d0e0f10" };
const span = { spanID: "0102030405060708" };

/** Values that only data can have, by the key of the resource attribute that holds them. */
const data: Readonly<Record<string, Encoded>> = {
  true: { bool: true },
  zero: int("0"),
  one: int("1"),
  lowest: int("-9223372036854775808"),
  highest: int("9223372036854775807"),
  negative_zero: double("-0"),
  nan: double("NaN"),
  infinity: double("+Inf"),
  minus_infinity: double("-Inf"),
  huge: double("1e308"),
  tiny: double("5e-324"),
  two_to_63: double("9223372036854775808"),
  astral: string("😀"),
  one_text: string("1"),
  empty_bytes: { bytes: "" },
  one_byte: { bytes: "01" },
  empty_list: slice(),
  ints: slice(int("1"), int("2")),
  nan_list: slice(double("NaN")),
  nil_list: slice({ nil: true }),
  empty_bytes_list: slice({ bytes: "" }),
  nested_list: slice(slice(int("1"))),
  map_list: slice(ab),
  empty_map: map(),
  ab,
  ba,
  one_twice: map(["a", int("1")], ["a", int("2")]),
  doubles_map: map(["a", double("1")], ["b", double("2")]),
  nan_map: map(["a", double("NaN")]),
  nested_map: map(["a", slice(int("1"))], ["m", map(["n", { nil: true }], ["x", { bytes: "" }])]),
};

const written: readonly (readonly [string, Encoded])[] = [
  ["nil", { nil: true }],
  ["true", { bool: true }],
  ["false", { bool: false }],
  ["1", int("1")],
  ["-7", int("-7")],
  ["2", int("2")],
  ["9007199254740993", int("9007199254740993")],
  ["0.0", double("0")],
  ["1.0", double("1")],
  ["2.5", double("2.5")],
  ["9007199254740992.0", double("9007199254740992")],
  ['""', string("")],
  ['"a"', string("a")],
  ['"A"', string("A")],
  ['"é"', string("é")],
  ['"～"', string("～")],
  ['Substring("é", 0, 1)', { stringHex: "c3" }],
  ['Substring("é", 1, 1)', { stringHex: "a9" }],
  ["0x01", { bytes: "01" }],
  ["0x01ff", { bytes: "01ff" }],
  ["[]", literal()],
  ["[1, 2]", literal(int("1"), int("2"))],
  ["[1.0, 2.0]", literal(double("1"), double("2"))],
  ["[nil]", literal({ nil: true })],
  ["[[1]]", literal(literal(int("1")))],
  ['[{"a": 1, "b": 2}]', literal(ab)],
  ['[{"b": 2, "a": 1}]', literal(ba)],
  ['[resource.attributes["ab"]]', literal(ab)],
  ['[resource.attributes["ints"]]', literal(slice(int("1"), int("2")))],
  ['[resource.attributes["empty_bytes"]]', literal({ bytes: "" })],
  ['[resource.attributes["nan"]]', literal(double("NaN"))],
  ['["a", "b"]', literal(string("a"), string("b"))],
  ['Split("a,b", ",")', { list: [string("a"), string("b")], origin: "string" }],
  ['Split("a", ",")', { list: [string("a")], origin: "string" }],
  ['[Split("a", ",")]', literal({ list: [string("a")], origin: "string" })],
  ["{}", map()],
  ['{"a": 1, "b": 2}', ab],
  ['{"a": [1], "m": {"n": nil}}', map(["a", slice(int("1"))], ["m", map(["n", { nil: true }])])],
  ["exemplar.time", time],
  ["datapoint.start_time", { time: "1970-01-01T00:00:00Z" }],
  ["[exemplar.time]", literal(time)],
  ["exemplar.time - datapoint.start_time", { duration: "1700000000123456789" }],
  ["exemplar.time - exemplar.time", { duration: "0" }],
  ["exemplar.trace_id", trace],
  ["[exemplar.trace_id]", literal(trace)],
  ["exemplar.span_id", span],
  ["datapoint.bucket_counts", { list: [int("1"), int("2")], origin: "uint64" }],
  ["datapoint.explicit_bounds", { list: [double("2.5")], origin: "float64" }],
  ["metric.data_points", { go: "pmetric.HistogramDataPointSlice", len: 1 }],
  ["datapoint.exemplars", { go: "pmetric.ExemplarSlice", len: 1 }],
];

const infinities: Readonly<Record<string, string>> = { "+Inf": "Infinity", "-Inf": "-Infinity" };

/** Every specimen. */
export const specimens: readonly Specimen[] = [
  ...written.map(([expression, value]) => ({ expression, value })),
  ...Object.entries(data).map(([key, value]) => ({ expression: `resource.attributes["${key}"]`, value })),
];

/** The payload that the expressions read. */
export const payload = {
  resourceMetrics: [
    {
      resource: { attributes: Object.entries(data).map(([key, value]) => ({ key, value: anyValue(value) })) },
      scopeMetrics: [{ scope: {}, metrics: [{ name: "m", histogram: { dataPoints: [dataPoint()] } }] }],
    },
  ],
};

function dataPoint(): unknown {
  return {
    timeUnixNano: "1700000000123456789",
    startTimeUnixNano: "0",
    bucketCounts: ["1", "2"],
    explicitBounds: [2.5],
    exemplars: [
      { traceId: trace.traceID, spanId: span.spanID, timeUnixNano: "1700000000123456789", asDouble: 1.5 },
    ],
  };
}

/** A value as OTLP JSON writes it. Doubles are texts: the reference reads them, and JSON numbers lose the sign of -0. */
function anyValue(value: Encoded): unknown {
  if ("nil" in value) return {};
  if ("bool" in value) return { boolValue: value.bool };
  if ("int" in value) return { intValue: value.int };
  if ("double" in value) return { doubleValue: infinities[value.double as string] ?? value.double };
  if ("string" in value) return { stringValue: value.string };
  if ("bytes" in value) return { bytesValue: Buffer.from(value.bytes as string, "hex").toString("base64") };
  if ("list" in value) return { arrayValue: { values: (value.list as Encoded[]).map(anyValue) } };
  const entries = value.map as [string, Encoded][];
  return { kvlistValue: { values: entries.map(([key, item]) => ({ key, value: anyValue(item) })) } };
}
