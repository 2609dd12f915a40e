import { describe, expect, test } from "vitest";
import { condition, statement, value } from "../../src/index.ts";
import { thrown } from "./thrown.ts";

const payload = { resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: { stringValue: "x" } }] }] }] };

const messageOf = (run: () => unknown) => {
  const { phase, code, message } = thrown(run);
  expect({ phase, code }).toEqual({ phase: "evaluation", code: "record_shape" });
  return message;
};

describe("what is no record", () => {
  const given: readonly [unknown, string][] = [
    [5, "5"],
    ["x", '"x"'],
    [null, "null"],
    [undefined, "nothing"],
    [[], "an array"],
    [() => ({}), "a function"],
    [payload, "an object with resourceLogs: recordsOf gives the records of a payload"],
    [{ body: { stringValue: "x" }, severityNumber: 9 }, "an object with body, severityNumber"],
  ];

  test.each(given)("is refused and named: %j", (record, found) => {
    const expected = `a record must be an object such as { log: … }, found ${found}`;
    const wrong = record as object; // what callers without types may give
    for (const text of [
      'severity_text == "x"',
      'attributes["k"] == nil',
      'body == "x"',
      "trace_id.string == body",
    ])
      expect(messageOf(() => condition("log", text).matches(wrong))).toBe(expected);
    expect(messageOf(() => value("log", "severity_number + 1").evaluate(wrong))).toBe(expected);
    expect(messageOf(() => statement("log", 'set(severity_text, "y")').execute(wrong))).toBe(expected);
    expect(condition("log", 'IsMatch(body, "x")').explain(wrong).error).toMatchObject({ message: expected });
  });

  test("is refused by paths of every kind", () => {
    const texts: readonly [string, string][] = [
      ["metric", "type == METRIC_DATA_TYPE_SUM"],
      ["metric", "Len(data_points) == 0"],
      ["metric", "is_monotonic == nil"],
      ["datapoint", "value_double == 1.0"],
      ["datapoint", "Len(positive.bucket_counts) == 0"],
      ["span", "status.code == 1"],
      ["span", "trace_state == nil"],
      ["spanevent", "name == nil"],
      ["log", "resource.dropped_attributes_count == 0"],
      ["log", 'otelcol.client.metadata["k"] == nil'],
    ];
    for (const [context, text] of texts) messageOf(() => condition(context, text).matches(payload));
  });

  test("is not written to", () => {
    const given = structuredClone(payload);
    messageOf(() => statement("log", 'set(attributes["a"], 1)').execute(given));
    messageOf(() => statement("log", 'set(resource.attributes["a"], 1)').execute(given));
    expect(given).toEqual(payload);
  });
});

test("a record may lack parts, all of them or the one of its context", () => {
  const named = condition("metric", 'name == ""');
  expect(named.matches({})).toBe(true);
  expect(named.matches({ resource: {} })).toBe(true);
  expect(named.matches({ dataPoint: undefined })).toBe(true);
  expect(named.matches({ metric: null })).toBe(true);
  class Lazy {
    get metric() {
      return undefined;
    }
  }
  expect(named.matches(Object.assign(new Lazy(), { more: 1 }))).toBe(true);
});

describe("the place of what is wrong in a record", () => {
  const placeOf = (context: string, text: string, record: object) =>
    thrown(() => value(context, text).evaluate(record)).message.replace(/ must be.*/s, "");
  const pair = (key: unknown, value: unknown) => ({ key, value });
  const text = { stringValue: "x" };

  test("has the index and the key that lead there", () => {
    const attributes = [
      pair("a", text),
      pair("b", {
        arrayValue: { values: [text, { kvlistValue: { values: [pair("c", { intValue: "x" })] } }] },
      }),
    ];
    expect(placeOf("log", "String(attributes)", { log: { attributes } })).toBe(
      'the record\'s log.attributes["b"][1]["c"].intValue',
    );
    expect(placeOf("log", 'attributes["b"]', { log: { attributes } })).toBe(
      'the record\'s log.attributes["b"][1]["c"].intValue',
    );
    expect(placeOf("log", "body", { log: { body: attributes[1]?.value } })).toBe(
      'the record\'s log.body[1]["c"].intValue',
    );
  });

  test("has the index of a pair without a key", () => {
    for (const read of ["Keys(attributes)", 'attributes["k"]']) {
      expect(placeOf("log", read, { log: { attributes: [pair("a", text), pair(5, text)] } })).toContain(
        "[1].key",
      );
      expect(placeOf("log", read, { log: { attributes: [null, 7] } })).toMatch(/\[1\]$/);
    }
  });

  test("has them in plain objects", () => {
    const attributes = { a: { b: [1, Symbol("x")] } };
    expect(placeOf("log", "Len(attributes)", { log: { attributes } })).toBe(
      'the record\'s log.attributes["a"]["b"][1]',
    );
  });

  test("has the index in lists of numbers", () => {
    const dataPoint = { bucketCounts: ["1", "x"], explicitBounds: [1, 2, {}] };
    expect(placeOf("datapoint", "bucket_counts", { dataPoint })).toBe(
      "the record's dataPoint.bucketCounts[1]",
    );
    expect(placeOf("datapoint", "explicit_bounds", { dataPoint })).toContain("[2]");
  });
});
