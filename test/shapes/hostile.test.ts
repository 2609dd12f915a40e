import { expect, test } from "vitest";
import { contexts } from "../../src/contexts/index.ts";
import { pathNames } from "../../src/contexts/path-names.ts";
import { mostKeys } from "../../src/contexts/type-of-leaf.ts";
import { Failure } from "../../src/core/failure.ts";
import { deepestValue } from "../../src/core/limits.ts";
import { ListValue, type Value } from "../../src/core/values.ts";
import { isCode, messageOf } from "../../src/diagnostics/messages.ts";
import {
  attributeReader,
  canonicalPayload,
  decodeAnyValue,
  reader,
  writer,
} from "../../src/shapes/otlp-json.ts";
import { encoded, pathOf, read } from "../contexts/fixture.ts";

const cyclic: Record<string, unknown> = { key: "a" };
cyclic.value = { kvlistValue: { values: [cyclic, cyclic] } };
cyclic.arrayValue = { values: [cyclic] };
cyclic.self = cyclic;

const shared: unknown[] = [1];
let wide: unknown = shared;
for (let i = 0; i < 60; i++) wide = [wide, wide];

let deep: unknown = { stringValue: "end" };
for (let i = 0; i < 5_000; i++) deep = { arrayValue: { values: [deep] } };

const frozen = Object.freeze({});
const withNull = Object.assign(Object.create(null), { a: 1 });
const things: readonly unknown[] = [
  ...[
    undefined,
    null,
    true,
    0,
    -1,
    1.5,
    Number.NaN,
    2 ** 53,
    10n ** 30n,
    "",
    "text",
    "12",
    "\ud800",
    Symbol("s"),
  ],
  ...[
    () => 1,
    [],
    [null],
    [undefined],
    [[]],
    ["x"],
    new Array(3),
    {},
    frozen,
    withNull,
    cyclic,
    [cyclic],
    deep,
  ],
  ...[[{ key: "a", value: deep }], [{ key: "a", value: cyclic }], { a: cyclic }, new Date(0), new Map()],
  JSON.parse('{"__proto__": {"polluted": true}, "a": {"__proto__": 1}}'),
  JSON.parse('[{"key": "__proto__", "value": {"stringValue": "x"}}]'),
  ...[
    [{ key: "a", value: "x" }],
    [{ key: 5 }],
    [{ key: "a", value: { intValue: "abc" } }],
    "x".repeat(1_000_000),
  ],
];

/** Runs something that may only fail with ottlkit's own failure. */
function attempt<T>(run: () => T): T | Failure {
  try {
    return run();
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    const { code, params } = error as Failure;
    expect(isCode(code), code).toBe(true);
    expect(messageOf(code, params)).not.toContain("undefined");
    return error as Failure;
  }
}

const owners = [
  "resource",
  "resourceContainer",
  "scope",
  "scopeContainer",
  "metric",
  "dataPoint",
  "exemplar",
  "span",
  "spanEvent",
  "spanLink",
  "log",
  "profile",
  "dictionary",
  "client",
  "cache",
];

/** Records with a thing in the place of each owner, and of each property of each owner. */
function* hostileRecords(thing: unknown): Generator<Record<string, unknown>> {
  for (const owner of owners) yield { metric: { gauge: {} }, [owner]: thing };
  const properties = [
    ...[
      "name",
      "attributes",
      "metadata",
      "schemaUrl",
      "droppedAttributesCount",
      "flags",
      "timeUnixNano",
      "count",
    ],
    ...["asInt", "asDouble", "bucketCounts", "positive", "exemplars", "scale", "gauge", "sum", "histogram"],
    ...["exponentialHistogram", "summary", "aggregationTemporality", "addr", "grpc", "auth"],
    ...["body", "severityNumber", "traceId", "spanId", "traceState", "kind", "status", "events"],
    ...["attributeIndices", "sampleType", "profileId", "stringTable", "attributeTable", "originalPayload"],
  ];
  for (const property of properties) {
    yield Object.fromEntries(owners.map((owner) => [owner, { [property]: thing }]));
  }
  yield { span: { status: { code: thing, message: thing } }, eventIndex: thing };
  for (const kind of ["sum", "histogram", "exponentialHistogram", "summary"]) {
    yield {
      metric: { [kind]: { aggregationTemporality: thing, isMonotonic: thing, dataPoints: thing } },
      dataPoint: {},
    };
    yield {
      metric: { [kind]: {} },
      dataPoint: { positive: { offset: thing, bucketCounts: thing }, count: thing },
    };
  }
}

/** Each path once: contexts share those of the contexts they reach. */
const paths = Object.values(contexts)
  .flatMap((context) =>
    pathNames(context, { pathContextNames: true }).map((text) => pathOf(context.name, text).path),
  )
  .filter(({ definition, owner }, i, all) => {
    return i === all.findIndex((other) => other.definition === definition && other.owner === owner);
  });

test("no record makes a reader throw anything but a failure", { timeout: 120_000 }, () => {
  for (const thing of things) {
    for (const record of hostileRecords(thing)) {
      for (const path of paths) {
        attempt(() => reader(path)(record));
        if (mostKeys(path.definition) > 0) {
          attempt(() => attributeReader(path, "a")(record));
          attempt(() => attributeReader(path, "__proto__")(record));
        }
      }
    }
  }
  expect({}).not.toHaveProperty("polluted");
});

test("no record makes a writer throw anything but a failure", { timeout: 120_000 }, () => {
  const writes: readonly [Value, readonly Value[]][] = [
    [7n, []],
    ["x", ["__proto__"]],
    [1.5, ["a", "b"]],
    [true, ["a", 0n]],
  ];
  for (const thing of things) {
    for (const path of paths) {
      const write = writer(path);
      for (const [value, keys] of writes) {
        if (keys.length > mostKeys(path.definition)) continue;
        for (const record of hostileRecords(thing)) attempt(() => write(record, value, keys));
      }
    }
  }
  expect({}).not.toHaveProperty("polluted");
  expect({}).not.toHaveProperty("b");
});

test("no payload makes the canonical form throw anything but a failure", () => {
  for (const thing of things) {
    attempt(() => canonicalPayload(thing));
    attempt(() => canonicalPayload({ resourceMetrics: thing }));
    attempt(() => canonicalPayload({ resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: thing }] }] }] }));
    attempt(() => canonicalPayload({ resourceSpans: [{ scopeSpans: [{ spans: [{ events: thing }] }] }] }));
    attempt(() => canonicalPayload({ resourceMetrics: [{ resource: { attributes: thing } }] }));
    attempt(() =>
      canonicalPayload({ resourceMetrics: [{ scopeMetrics: [{ metrics: [{ gauge: thing }] }] }] }),
    );
  }
});

test("a value nested too deep or without end is named so", () => {
  expect(attempt(() => decodeAnyValue(deep, "x"))).toMatchObject({ code: "value_nesting_too_deep" });
  expect(attempt(() => decodeAnyValue(cyclic, "x"))).toMatchObject({ code: "value_nesting_too_deep" });
  const { path } = pathOf("resource", "attributes");
  expect(attempt(() => reader(path)({ resource: { attributes: { wide } } }))).toMatchObject({
    code: "value_too_large",
  });
});

test("what is wrong with a record is said with its place", () => {
  const { path } = pathOf("datapoint", "attributes");
  expect(attempt(() => attributeReader(path, "a")({ dataPoint: { attributes: "x" } }))).toMatchObject({
    code: "record_shape",
    params: { path: 'dataPoint.attributes["a"]', found: '"x"' },
  });
  const name = pathOf("metric", "name").path;
  expect(attempt(() => reader(name)({ metric: { name: 5 } }))).toMatchObject({
    params: { path: "metric.name", expected: "a string", found: "5" },
  });
  expect(attempt(() => reader(name)({ metric: [] }))).toMatchObject({
    params: { path: "metric", expected: "an object", found: "an array" },
  });
});

test("a key of JavaScript's own objects is absent unless the record has it", () => {
  const { path } = pathOf("resource", "attributes");
  for (const key of ["constructor", "toString", "__proto__"]) {
    expect(read(path, [key], { resource: { attributes: {} } })).toBeNull();
    expect(read(path, [key], { resource: { attributes: [] } })).toBeNull();
  }
  const attributes = JSON.parse('{"__proto__": "own"}');
  expect(read(path, ["__proto__"], { resource: { attributes } })).toBe("own");
});

test("a write to __proto__ makes an own key", () => {
  const { path } = pathOf("resource", "attributes");
  const record = { resource: { attributes: { a: 1 } } };
  writer(path)(record, 1n, ["__proto__"]);
  expect(Object.keys(record.resource.attributes)).toEqual(["a", "__proto__"]);
  expect(Object.getPrototypeOf(record.resource.attributes)).toBe(Object.prototype);
  writer(path)(record, null, ["__proto__"]);
  writer(path)(record, 2n, ["__proto__", "polluted"]);
  expect(read(path, ["__proto__", "polluted"], record)).toBe(2n);
  expect({}).not.toHaveProperty("polluted");
});

test("a frozen record refuses to be written", () => {
  const { path } = pathOf("metric", "name");
  const record = { metric: Object.freeze({ name: "m" }) };
  expect(attempt(() => writer(path)(record, "x", []))).toMatchObject({ code: "record_frozen" });
});

test("an index far beyond the end makes no list", () => {
  const { path } = pathOf("resource", "attributes");
  const record = { resource: {} };
  const failure = attempt(() => writer(path)(record, 1n, ["a", 10n ** 12n]));
  expect(failure).toMatchObject({ code: "index_out_of_bounds" });
  expect(encoded(reader(path)(record))).toEqual({ map: [["a", { nil: true }]] });
});

/** A list in so many lists. */
function nested(depth: number, origin: "slice" | "literal"): Value {
  let value: Value = 1n;
  for (let i = 0; i < depth; i++) value = new ListValue([value], origin);
  return value;
}

test("attributes that are written can be read", () => {
  const { path } = pathOf("resource", "attributes");
  const write = (value: Value, keys: readonly Value[]) => {
    const record = { resource: { attributes: [] } };
    const result = attempt(() => writer(path)(record, value, keys));
    expect(attempt(() => reader(path)(record))).not.toBeInstanceOf(Failure);
    return result;
  };
  const refused = { code: "value_nesting_too_deep", params: { limit: deepestValue } };
  for (const origin of ["slice", "literal"] as const) {
    expect(write(nested(deepestValue - 2, origin), ["a", "b"])).toBeUndefined();
    expect(write(nested(deepestValue - 1, origin), ["a", "b"])).toMatchObject(refused);
  }
  expect(write(1n, Array(deepestValue).fill("a"))).toBeUndefined();
  expect(write(1n, Array(deepestValue + 1).fill("a"))).toMatchObject(refused);
  expect(write(1n, Array(100_000).fill("a"))).toMatchObject(refused);
});
