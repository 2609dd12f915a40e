import { expect, test } from "vitest";
import { attributeReader, reader } from "../../src/shapes/otlp-json.ts";
import { encoded, pathOf, read } from "../contexts/fixture.ts";

const attributes = {
  s: "text",
  b: false,
  i: 7,
  big: 9_007_199_254_740_993n,
  d: 1.5,
  huge: 2 ** 60,
  nan: Number.NaN,
  nothing: null,
  missing: undefined,
  bytes: Uint8Array.of(1, 2),
  list: [1, "x", { doubleValue: 2 }, [null]],
  map: { a: 1, b: { c: "deep" } },
  empty: {},
  wrapped: { intValue: "12" },
  twoKeys: { intValue: "12", other: 1 },
};

const { path } = pathOf("resource", "attributes");
const record = { resource: { attributes } };

test("plain attributes are typed by their JavaScript values", () => {
  expect(encoded(reader(path)(record))).toEqual({
    map: [
      ["b", { bool: false }],
      ["big", { int: "9007199254740993" }],
      ["bytes", { bytes: "0102" }],
      ["d", { double: "1.5" }],
      ["empty", { map: [] }],
      ["huge", { double: "1.152921504606847e+18" }],
      ["i", { int: "7" }],
      ["list", { list: [{ int: "1" }, { string: "x" }, { double: "2" }, { list: [{ nil: true }] }] }],
      [
        "map",
        {
          map: [
            ["a", { int: "1" }],
            ["b", { map: [["c", { string: "deep" }]] }],
          ],
        },
      ],
      ["missing", { nil: true }],
      ["nan", { double: "NaN" }],
      ["nothing", { nil: true }],
      ["s", { string: "text" }],
      [
        "twoKeys",
        {
          map: [
            ["intValue", { string: "12" }],
            ["other", { int: "1" }],
          ],
        },
      ],
      ["wrapped", { int: "12" }],
    ],
  });
});

test("plain attributes are read by keys like lists of pairs", () => {
  expect(read(path, ["map", "b", "c"], record)).toBe("deep");
  expect(read(path, ["list", 2n], record)).toBe(2);
  expect(read(path, ["zz", "x"], record)).toBeNull();
  expect(attributeReader(path, "zz")(record)).toBeUndefined();
});

test("only own keys count", () => {
  const inherited = { resource: { attributes: Object.create({ s: "inherited" }) } };
  expect(attributeReader(path, "s")(inherited)).toBeUndefined();
  expect(encoded(reader(path)(inherited))).toEqual({ map: [] });
});

test("a record may lack what it does not read", () => {
  for (const text of ["metric.name", "scope.version", "resource.schema_url"]) {
    expect(reader(pathOf("datapoint", text).path)({})).toBe("");
  }
  expect(reader(pathOf("datapoint", "metric.type").path)({})).toBe(0n);
  expect(encoded(reader(pathOf("datapoint", "metric.metadata").path)({}))).toEqual({ map: [] });
  expect(reader(pathOf("datapoint", "otelcol.client.addr").path)({})).toBeNull();
});

test.each([
  [{ asInt: "1" }, { value_int: "1", count: null, scale: null }],
  [{}, { value_int: "0", count: null, scale: null }],
  [
    { count: "2", sum: 1 },
    { value_int: null, count: "2", scale: null },
  ],
  [{ bucketCounts: ["1"] }, { value_int: null, count: "0", scale: null }],
  [{ scale: 3 }, { value_int: null, count: "0", scale: "3" }],
  [
    { quantileValues: [], count: 1 },
    { value_int: null, count: "1", scale: null },
  ],
])("without its metric the data point %j is of the kind that its properties tell", (dataPoint, expected) => {
  for (const metric of [undefined, {}, { name: "m" }]) {
    const values = Object.keys(expected).map((text) => {
      const value = reader(pathOf("datapoint", text).path)({ dataPoint, metric });
      return [text, value === null ? null : String(value)];
    });
    expect(Object.fromEntries(values)).toEqual(expected);
  }
});

test("claims of an authenticated client are attributes", () => {
  const client = { auth: { subject: "user-1", roles: ["admin", "user"] } };
  const claims = pathOf("metric", 'otelcol.client.auth.attributes["roles"][1]');
  expect(read(claims.path, claims.keys, { client })).toBe("user");
  expect(encoded(reader(claims.path)({ client }))).toEqual({
    map: [
      ["roles", { list: [{ string: "admin" }, { string: "user" }] }],
      ["subject", { string: "user-1" }],
    ],
  });
});
