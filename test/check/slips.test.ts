import { describe, expect, test } from "vitest";
import type { TextKind } from "../../src/engine/check.ts";
import { check, condition, type StandardOptions } from "../../src/index.ts";
import { thrown } from "../engine/thrown.ts";

const found = (text: string, kind: TextKind, options: StandardOptions = {}) =>
  check("log", text, { kind, ...options });

/** The text with the repair of what is wrong with it first. */
function repaired(text: string, kind: TextKind): string {
  const fix = found(text, kind).find((one) => one.fix !== undefined)?.fix;
  return fix === undefined ? text : text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
}

describe("a slip from another language is named, and its repair is right", () => {
  test.each<[string, TextKind, string]>([
    ['set(body, "x") when true', "statement", 'set(body, "x") where true'],
    ['set(body, "x") if (true)', "statement", 'set(body, "x") where (true)'],
    ['set(body, "x");', "statement", 'set(body, "x")'],
    ["severity_number in (1, 2)", "condition", "ContainsValue([1, 2], severity_number)"],
    ["true and severity_number in (1)", "condition", "true and ContainsValue([1], severity_number)"],
    ["not severity_number in ((1 + 1), 2)", "condition", "not ContainsValue([(1 + 1), 2], severity_number)"],
    ["severity_number not in (1, 2)", "condition", "not ContainsValue([1, 2], severity_number)"],
    ['body in ("a")', "condition", 'ContainsValue(["a"], body)'],
    [
      "set(body, 1) where severity_number in (1, 2)",
      "statement",
      "set(body, 1) where ContainsValue([1, 2], severity_number)",
    ],
    [
      'set(body, MapKeys(attributes["l"], x => true))',
      "statement",
      'set(body, MapKeys(attributes["l"], (x) => true))',
    ],
    ['Any(attributes["l"], (i, x) -> x == 1)', "condition", 'Any(attributes["l"], (i, x) => x == 1)'],
    ['severity_text = "x"', "statement", 'set(severity_text, "x")'],
    ['attributes["a"][0] = Len(body)', "statement", 'set(attributes["a"][0], Len(body))'],
    ['set(body, 1) where severity_text = "x"', "statement", 'set(body, 1) where severity_text == "x"'],
    ["isstring(body)", "condition", "IsString(body)"],
  ])("%s", (text, kind, repair) => {
    expect(found(text, kind)).not.toEqual([]);
    expect(repaired(text, kind)).toBe(repair);
    const gates = ["ottl.functions.enableLambda"];
    // The reference's lambdas have two parameters.
    expect(found(repair, kind, { gates }).filter(({ code }) => code !== "lambda_arity")).toEqual([]);
  });

  test("both slips of a lambda are named", () => {
    const text = 'Any(attributes["l"], x -> x == 1)';
    expect(found(text, "condition").map(({ fix }) => fix?.text)).toEqual(
      expect.arrayContaining(["=>", "(x)"]),
    );
  });

  test("what has no single repair has a hint", () => {
    expect(found('set(body, "x") unless true', "statement")[0]?.message).toContain("where not(…)");
    expect(found("set(body, 1); set(body, 2)", "statement")[0]?.hint).toContain("one statement");
    for (const text of ["severity_text", 'body == "x"', "where true", 'attributes["a"] == 1']) {
      expect(found(text, "statement")[0]).toMatchObject({ code: "unexpected_token", hint: /editor/ });
    }
  });

  test("a name alone is a call only of what is or nearly is a function", () => {
    expect(found("set", "statement")).toMatchObject([{ code: "function_without_call" }]);
    expect(found("sett", "statement")).toMatchObject([
      { code: "function_without_call", label: 'did you mean "set"?' },
    ]);
    expect(found("IsString", "condition")).toMatchObject([{ code: "function_without_call" }]);
  });
});

test("the names of functions that only look like a test are read as the reference does", () => {
  expect(found("s in (body)", "statement")).toMatchObject([{ code: "unknown_function" }]);
  expect(found('Is In CIDR("10.0.0.1", ["10.0.0.0/8"])', "condition")).toEqual([]);
  expect(found("10 - 5 > 1", "condition")).toEqual([]);
  expect(found("-5 > -severity_number", "condition")).toEqual([]);
});

describe("a misspelt converter", () => {
  const first = (text: string, options: StandardOptions = {}) => found(text, "condition", options)[0];

  test("is only repaired by what the version has", () => {
    expect(first("isempty(body)")?.fix?.text).toBe("IsEmpty");
    const old = first("isempty(body)", { compatibility: "0.118.0" });
    expect(old).toMatchObject({ code: "function_not_in_version" });
    expect(old).not.toHaveProperty("fix");
  });

  test("is only repaired by what the gates have", () => {
    const gates = ["-ottl.functions.enableLambda"];
    expect(first('any(attributes["l"], (x) => true)', { gates })).toMatchObject({ code: "gate_needed" });
  });

  test("is only repaired by what the context has", () => {
    expect(first("isrootspan()")).toMatchObject({ code: "function_not_here" });
    const { diagnostics } = thrown(() => condition("span", "isrootspan()"));
    expect(diagnostics[0].fix?.text).toBe("IsRootSpan");
    expect(first("isrootspn()")?.label ?? "").not.toContain("IsRootSpan");
  });
});
