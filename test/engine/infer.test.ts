import { describe, expect, test } from "vitest";
import * as core from "../../src/core.ts";
import type { OttlError } from "../../src/diagnostics/ottl-error.ts";
import type { FunctionDefinition, Options, PathContextNames, Signal } from "../../src/index.ts";
import { condition, conditions, infer, statement, statements, value, values } from "../../src/index.ts";
import { thrown } from "./thrown.ts";

describe("values of an inferred context", () => {
  const texts = ['resource.attributes["n"]', "log.body"];

  test("have one context together", () => {
    const compiled = values("inferred", texts);
    expect(compiled.context).toBe("log");
    expect(compiled.values.map(({ context }) => context)).toEqual(["log", "log"]);
    const record = { log: { body: { stringValue: "x" } }, resource: { attributes: { n: "y" } } };
    expect(compiled.values.map((one) => one.evaluate(record))).toEqual(["y", "x"]);
    expect(core.values("inferred", texts, { functions: [] }).context).toBe("log");
  });

  test("are all checked before they are refused", () => {
    const { diagnostics, source } = thrown(() => values("log", ["nope", "body", "neither"]));
    expect(source).toBe("nope\nbody\nneither");
    expect(diagnostics.map(({ span }) => source.slice(span.start, span.end))).toEqual(["nope", "neither"]);
  });
});

describe("the conditions of inferFrom", () => {
  const inferFrom = ["log.body == nil"];

  test("bear on statements and values, as in the reference's library", () => {
    expect(statement("inferred", 'set(resource.attributes["n"], 1)', { inferFrom }).context).toBe("log");
    expect(statements("inferred", ['set(resource.attributes["n"], 1)'], { inferFrom }).context).toBe("log");
    expect(value("inferred", 'resource.attributes["n"]', { inferFrom }).context).toBe("log");
  });

  test("do not bear on statements before 0.125.0", () => {
    const text = 'set(resource.attributes["n"], 1)';
    const contextIn = (compatibility: string) =>
      statements("inferred", [text], { inferFrom, compatibility }).context;
    expect(contextIn("0.124.0")).toBe("resource");
    expect(contextIn("0.125.0")).toBe("log");
  });

  test("do not bear on conditions", () => {
    const text = 'resource.attributes["n"] == nil';
    expect(condition("inferred", text, { inferFrom }).context).toBe("resource");
    expect(conditions("inferred", [text], { inferFrom: ["not even =="] }).context).toBe("resource");
  });
});

test("the resource was preferred to the scope before 0.124.0", () => {
  const text = 'resource.attributes["n"] == scope.name';
  const contextIn = (compatibility: string) => infer({ conditions: [text] }, { compatibility }).context;
  expect(contextIn("0.123.0")).toBe("resource");
  expect(contextIn("0.124.0")).toBe("scope");
});

describe("a context that cannot be inferred", () => {
  const place = ({ source, diagnostics: [{ span }] }: OttlError) => [
    source,
    source.slice(span.start, span.end),
  ];

  test("is told in the text whose path decided", () => {
    const signal = "traces";
    expect(place(thrown(() => conditions("inferred", ["true", "log.body == nil"], { signal })))).toEqual([
      "log.body == nil",
      "log.body",
    ]);
    const inferFrom = ["1 == 1", "2 == log.body"];
    const set = ["set(resource.schema_url, resource.schema_url)"];
    expect(place(thrown(() => statements("inferred", set, { signal, inferFrom })))).toEqual([
      "2 == log.body",
      "log.body",
    ]);
    expect(
      place(thrown(() => values("inferred", ["1", "log.body"], { signal, inferFrom: ["true"] }))),
    ).toEqual(["log.body", "log.body"]);
  });

  test("is told in the first text where no path decides", () => {
    expect(place(thrown(() => values("inferred", ["1", "2"], { inferFrom: ["true"] })))).toEqual(["1", ""]);
  });
});

test("the number of the deciding text counts statements, then conditions, then values", () => {
  const decidedBy = (texts: object) => infer(texts).decidedBy?.text;
  const shared = { statements: ["set(resource.schema_url, 1)"], conditions: ["true"] };
  expect(decidedBy({ ...shared, values: ["log.body"] })).toBe(2);
  expect(decidedBy({ ...shared, conditions: ["log.body == nil"], values: ["1"] })).toBe(1);
});

test("the types of the options are exported", () => {
  const functions: readonly FunctionDefinition[] = [];
  const signal: Signal = "logs";
  const pathContextNames: PathContextNames = "prepend";
  const options: Options & core.Options = { functions, signal, pathContextNames };
  expect(value("log", "log.body", options).context).toBe("log");
});
