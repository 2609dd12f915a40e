import { describe, expect, test } from "vitest";
import { Coverage, outcomesOf } from "../../src/engine/coverage.ts";
import { condition, statement } from "../../src/engine/standard.ts";

const metric = (name: unknown) => ({ metric: { name, unit: "s" } });

describe("a condition", () => {
  const made = condition("metric", 'name == "a" or (unit == "s" and IsMatch(name, "^b"))');
  const seen = (...names: unknown[]) => {
    const coverage = new Coverage(made.explain({}));
    for (const name of names) coverage.add(made.explain(metric(name)));
    return Object.fromEntries(coverage.covered.map((one) => [one.text, one.seen]));
  };

  test("has each sub-condition, none of them reached before it is asked", () => {
    expect(Object.keys(seen())).toEqual([
      'name == "a" or (unit == "s" and IsMatch(name, "^b"))',
      'name == "a"',
      'unit == "s" and IsMatch(name, "^b")',
      'unit == "s"',
      'IsMatch(name, "^b")',
    ]);
    expect(new Set(Object.values(seen()).map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"true":0,"false":0,"error":0}']),
    );
  });

  test("tells how often each part was true and false, and not what was short-circuited", () => {
    const counts = seen("a", "a", "b", "c");
    expect(counts['name == "a"']).toEqual({ true: 2, false: 2, error: 0 });
    expect(counts['unit == "s"']).toEqual({ true: 2, false: 0, error: 0 });
    expect(counts['IsMatch(name, "^b")']).toEqual({ true: 1, false: 1, error: 0 });
  });
});

test("a part that fails is seen failing, and so is what it is in", () => {
  const made = condition("metric", 'unit == "x" or Substring(name, 0, 5) == "abcde"');
  const coverage = new Coverage(made.explain({}));
  coverage.add(made.explain(metric("a")));
  expect(coverage.covered.map(({ seen }) => seen.error)).toEqual([1, 0, 1]);
});

test("what is known before running is no outcome to be seen", () => {
  const made = condition("metric", '1 == 1 and name == "a"');
  const coverage = new Coverage(made.explain({}));
  coverage.add(made.explain(metric("a")));
  const constant = coverage.covered.find(({ text }) => text === "1 == 1");
  expect(constant).toMatchObject({ isConstant: true });
  expect(outcomesOf(coverage.covered)).toEqual({ seen: 2, all: 4 });
});

test("a statement has its editor and its condition", () => {
  const made = statement("log", 'set(body, "x") where body == "y"');
  const coverage = new Coverage(made.explain({}));
  coverage.add(made.explain({ log: { body: { stringValue: "z" } } }));
  coverage.add(made.explain({ log: { body: { stringValue: "y" } } }));
  expect(coverage.covered.map(({ kind, text, seen }) => [kind, text, seen])).toEqual([
    ["editor", 'set(body, "x")', { ran: 1, error: 0 }],
    ["condition", 'body == "y"', { true: 1, false: 1, error: 0 }],
  ]);
});

test("the body of a lambda counts each time that it is evaluated", () => {
  const made = condition("log", 'Any(attributes["codes"], (_, code) => code > 2)', {
    gates: ["ottl.functions.enableLambda"],
  });
  const coverage = new Coverage(made.explain({}));
  coverage.add(made.explain({ log: { attributes: { codes: [1, 2, 3, 4] } } }));
  coverage.add(made.explain({ log: { attributes: { codes: [1] } } }));
  expect(coverage.covered.map(({ text, seen }) => [text, seen])).toEqual([
    ['Any(attributes["codes"], (_, code) => code > 2)', { true: 1, false: 1, error: 0 }],
    ["code > 2", { true: 1, false: 3, error: 0 }],
  ]);
});
