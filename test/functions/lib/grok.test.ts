import { expect, test } from "vitest";
import { Failure } from "../../../src/core/failure.ts";
import data from "../../../src/functions/data/grok-patterns.json" with { type: "json" };
import { compileGrok } from "../../../src/functions/lib/grok.ts";

const none = new Map<string, string>();
const extract = (text: string, pattern: string, given: ReadonlyMap<string, string> = none) =>
  Object.fromEntries(compileGrok(pattern, given, true).extract(text).entries());

const failureOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  return "none";
};

test("every pattern is one of RE2, but for the one that the reference refuses, too", () => {
  const refused = Object.keys(data.patterns).filter(
    (name) => failureOf(() => compileGrok(`%{${name}:whole}`, none, true)) !== "none",
  );
  expect(refused).toEqual(["CISCOFW733100"]);
});

test("a key has points where its group has three underscores", () => {
  expect(extract("GET", "%{WORD:http.method}")).toEqual({ "http.method": "GET" });
  expect(extract("GET", "(?P<http___method>\\w+)")).toEqual({ "http.method": "GET" });
});

test("the type that is met last counts for a key", () => {
  const given = new Map([["INNER", "%{INT:n:int}"]]);
  expect(extract("1", "%{INNER}", given)).toEqual({ n: 1n });
  expect(extract("1 2", "%{INNER} %{INT:n:float}", given)).toEqual({ n: 2n });
});

test("patterns that contain themselves are refused", () => {
  const circle = new Map([
    ["A", "x%{B}"],
    ["B", "%{A}?"],
  ]);
  expect(failureOf(() => compileGrok("%{A}", circle, true))).toBe("grok_too_large");
  expect(failureOf(() => compileGrok("%{C}", new Map([["C", "%{C}%{C}"]]), true))).toBe("grok_too_large");
});

test("patterns that grow without bound are refused before they do", () => {
  const bomb = new Map(Array.from({ length: 60 }, (_, i) => [`A${i}`, `%{A${i + 1}}`.repeat(10)]));
  bomb.set("A60", "x");
  const started = performance.now();
  expect(failureOf(() => compileGrok("%{A0}", bomb, true))).toBe("grok_too_large");
  expect(performance.now() - started).toBeLessThan(5_000);
});

test("patterns as deep as the reference takes them are taken", () => {
  const chain = (depth: number) => {
    const given = new Map<string, string>(Array.from({ length: depth }, (_, i) => [`A${i}`, `%{A${i + 1}}`]));
    given.set(`A${depth}`, "x");
    return failureOf(() => compileGrok("%{A0}", given, true));
  };
  expect(chain(998)).toBe("none");
  expect(chain(999)).toBe("invalid_regex");
  expect(chain(1_500)).toBe("grok_too_large");
});

test("long texts are searched in linear time", () => {
  const started = performance.now();
  expect(extract("a".repeat(50_000), "%{WORD:w}:%{GREEDYDATA:rest}")).toEqual({});
  expect(extract(`${"a ".repeat(5_000)}: b`, "%{DATA:head}: %{GREEDYDATA:rest}")).toMatchObject({
    rest: "b",
  });
  expect(performance.now() - started).toBeLessThan(20_000);
});
