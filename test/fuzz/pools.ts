import type { Plain } from "../reference/cases/payload.ts";

/** Keys of attributes, by the type that their values mostly have. */
export const attributeKeys = {
  bool: ["ok", "no"],
  int: ["n", "big"],
  double: ["d", "odd"],
  string: ["s", "t"],
  bytes: ["y"],
  list: ["l"],
  map: ["m"],
  nil: ["nil"],
  any: ["v", "w", "__proto__", "constructor", "", "é"],
} as const;

export type AttributeType = keyof typeof attributeKeys;

export const ints: readonly bigint[] = [
  0n,
  1n,
  -1n,
  2n,
  3n,
  7n,
  42n,
  -42n,
  255n,
  1000n,
  2147483647n,
  -2147483648n,
  9007199254740991n,
  9007199254740993n,
  -9007199254740993n,
  1700000001500000000n,
  9223372036854775806n,
  9223372036854775807n,
  -9223372036854775807n,
  -9223372036854775808n,
];

export const doubles: readonly number[] = [
  0,
  -0,
  1,
  -1,
  0.5,
  1.5,
  2,
  -2.75,
  42,
  0.1,
  1e6,
  1e-7,
  1e21,
  -1e22,
  9007199254740992,
  2 ** 63,
  -(2 ** 63),
  1.8446744073709552e19,
  5e-324,
  1.7976931348623157e308,
];

/** Doubles that no literal can say. */
export const oddDoubles: readonly number[] = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];

export const strings: readonly string[] = [
  "",
  "a",
  "b",
  "ab",
  "abc",
  "ABC",
  "a b",
  "a,b,,c",
  "a\nb",
  "a\n",
  " ",
  "true",
  "False",
  "1",
  "42",
  "-1.5",
  "1e3",
  "1_0",
  "0x10",
  "NaN",
  "9223372036854775808",
  "héllo",
  "straße",
  "STRASSE",
  "İıſK",
  "😀",
  "x😀y",
  "\u{10ffff}",
  "\uffff",
  "e\u0301",
  "\u0000",
  "\u00a0",
  "\ufeff",
  "{}",
  "[]",
  '{"a": 1}',
  '{"a": [1, {"b": null}]}',
  '["x", 1.5, true]',
  "{broken",
  "(",
  "[a",
  "a.c",
  "^a",
  "__proto__",
  "response_latency_ms_bucket",
  "<nil>",
  '"quoted" \\ back',
];

export const byteStrings: readonly Uint8Array[] = [
  Uint8Array.of(),
  Uint8Array.of(0),
  Uint8Array.of(1),
  Uint8Array.of(0x61, 0x62),
  Uint8Array.of(0xff, 0xfe),
];

/** RE2 patterns, some of them wrong. */
export const patterns: readonly string[] = [
  "a",
  "^a",
  "a$",
  "^a$",
  "^$",
  "",
  ".*",
  ".+",
  "^.$",
  "^.{1,3}$",
  "a|b",
  "^(a|b|c)",
  "(a+)+$",
  "[a-c]+",
  "[^a]",
  "\\d+",
  "^-?\\d+(\\.\\d+)?$",
  "\\w",
  "^\\w+$",
  "\\s",
  "\\bb",
  "\\pL",
  "\\p{Lu}",
  "[[:upper:]]",
  "(?i)abc",
  "(?i)STRASSE",
  "(?i)k",
  "(?i)s",
  "(?i)İ",
  "(?s)a.b",
  "(?m)^b$",
  "(?m)a$",
  "(?U)a+",
  "a.c",
  "a\\.c",
  "\\x{1F600}",
  "😀",
  "[😀-😃]",
  "é",
  "\\Qa.c\\E",
  "nil",
  "\\{|\\[",
  "e\\+",
  "response_latency_ms.*",
  "_(bucket|count|sum)$",
  "(?P<n>a)",
  "(",
  "[a",
  "a{1001}",
  "(?=a)",
  "(a)\\1",
  "*",
  "\\z",
  "\\Z",
];

/** JSON texts whose maps have one key at most: the reference keeps no order of more. */
export const jsonTexts: readonly string[] = [
  "{}",
  "[]",
  '{"a": 1}',
  '{"a": {"a": [1, 2]}}',
  '{"a": null}',
  '[1, "a", null, true]',
  "[[1], [2.5]]",
  '{"__proto__": 1}',
  '{"": 1e3}',
  "1",
  '"a"',
  "null",
  "",
  "{",
  '{"a": 1,}',
  '["\\ud83d\\ude00", "\\u00e9", "\\ud800"]',
  '{"a":01}',
];

/** Values of telemetry that are neither plain nor harmless. */
export function deepValue(depth: number): Plain {
  let value: Plain = 1n;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

export const traceIds: readonly string[] = [
  "0102030405060708090a0b0c0d0e0f10",
  "ffffffffffffffffffffffffffffffff",
  "00000000000000000000000000000000",
  "ABCDEFabcdef0123456789ABCDEFabcd",
  "",
];

export const spanIds: readonly string[] = [
  "0102030405060708",
  "ffffffffffffffff",
  "0000000000000000",
  "ABCDEFabcdef0123",
  "",
];

export const traceStates: readonly string[] = [
  "",
  "a=1",
  "a=1,b=2",
  " a=1 , b=2\t",
  "a=1,,b=2,",
  "a=1,a=2",
  "a=",
  "=1",
  "a",
  "A=1",
  "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE",
  "a@b=c=d",
  "é=1",
];

/** What `client` of the records may be. */
export const clients: readonly object[] = [
  {},
  { addr: "10.0.0.1" },
  { addr: "2001:db8::1", metadata: { a: ["1"], "X-Key": ["one", "two"] } },
  { metadata: { k: [], "": ["x"] }, grpc: { a: ["1", "2"], b: [] }, auth: { a: "x", b: ["p", "q"] } },
];
