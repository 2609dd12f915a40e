import { describe, expect, test } from "vitest";
import type { Explanation } from "../../src/engine/explain.ts";
import { condition, value } from "../../src/engine/standard.ts";

const named = (name: string) => ({ metric: { name, gauge: { dataPoints: [{}, {}] } } });

function foundIn(text: string, record: object): Explanation["found"] {
  return condition("metric", text).explain(record).decidedBy.found;
}

describe("where IsMatch found its pattern", () => {
  test("is told in UTF-16 offsets of the text that was searched", () => {
    expect(foundIn('IsMatch(name, "latency.*")', named("𝒙 latency_ms"))).toEqual({ start: 3, end: 13 });
  });

  test("is the leftmost match, and of those the one that Go prefers", () => {
    expect(foundIn('IsMatch(name, "a|ab|b+")', named("xabb"))).toEqual({ start: 1, end: 2 });
    expect(foundIn('IsMatch(name, "a*?")', named("aaa"))).toEqual({ start: 0, end: 0 });
  });

  test("is told of the text of what is no string", () => {
    expect(foundIn('IsMatch(Len(data_points) + 500, "0")', named("x"))).toEqual({ start: 1, end: 2 });
  });

  test("is told of a pattern that the record determines", () => {
    const record = { metric: { name: "name", description: "a name, a name", gauge: {} } };
    expect(foundIn("IsMatch(description, name)", record)).toEqual({ start: 2, end: 6 });
  });

  test("is nothing where it did not match, found nil or was not evaluated", () => {
    expect(foundIn('IsMatch(name, "^b")', named("ab"))).toBeUndefined();
    expect(foundIn('IsMatch(resource.attributes["k"], "")', named("ab"))).toBeUndefined();
    const [, call] = condition("metric", 'name == "ab" or IsMatch(name, "b")').explain(named("ab")).children;
    expect(call).toMatchObject({ evaluated: false });
    expect(call).not.toHaveProperty("found");
  });

  test("is nothing where another function decided", () => {
    const { decidedBy } = condition("metric", 'HasPrefix(name, "a")').explain(named("ab"));
    expect(decidedBy).toMatchObject({ value: true, text: 'HasPrefix(name, "a")' });
    expect(decidedBy).not.toHaveProperty("found");
  });
});

describe("the explanation of a value expression", () => {
  test("has the value of every sub-expression", () => {
    const explanation = value("metric", "Len(data_points) * 2").explain(named("x"));
    expect(explanation).toMatchObject({ kind: "calculate", value: 4n, type: "int" });
    expect(explanation.children[0]).toMatchObject({ text: "Len(data_points)", value: 2n });
  });

  test("has the error where it happened, and tells each record apart", () => {
    const expression = value("metric", "Len(data_points) / Len(name)");
    const failed = expression.explain(named(""));
    expect(failed.error).toMatchObject({ code: "division_by_zero", span: { start: 0, end: 28 } });
    expect(failed).not.toHaveProperty("value");
    expect(expression.explain(named("x"))).toMatchObject({ value: 2n });
  });
});

test("a record that cannot be read is an error of its explanation, as it is of its evaluation", () => {
  const metric = Object.defineProperty({}, "name", {
    get() {
      throw new Error("revoked");
    },
  });
  const compiled = condition("metric", 'name == "x"');
  expect(() => compiled.matches({ metric })).toThrow("revoked");
  expect(compiled.explain({ metric }).error).toMatchObject({ code: "record_unreadable" });
});

test.each([
  ["span", "kind == 2", { span: { kind: "SPAN_KIND_SERVER" } }, "SPAN_KIND_SERVER"],
  ["span", "status.code == 2", { span: { status: { code: 1 } } }, "STATUS_CODE_OK"],
  ["metric", "type == 1", { metric: { sum: {} } }, "METRIC_DATA_TYPE_SUM"],
  [
    "metric",
    "aggregation_temporality == 1",
    { metric: { sum: { aggregationTemporality: 2 } } },
    "AGGREGATION_TEMPORALITY_CUMULATIVE",
  ],
  ["log", "severity_number == 1", { log: { severityNumber: 13 } }, "SEVERITY_NUMBER_WARN"],
  ["log", "severity_number == 1", { log: { severityNumber: 99 } }, undefined],
  ["log", "flags == 1", { log: { flags: 1 } }, undefined],
  ["span", 'kind.string == "Server"', { span: { kind: 2 } }, undefined],
] as const)("a number that has a name is told with it: %s, %s", (context, text, record, name) => {
  expect(condition(context, text).explain(record).children[0]?.enum).toBe(name);
});
