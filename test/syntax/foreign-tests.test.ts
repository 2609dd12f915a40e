import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { condition, OttlError } from "../../src/index.ts";
import { parse } from "../../src/syntax/parse.ts";

function repaired(text: string): string {
  const { diagnostics } = parse(text, "condition");
  expect(diagnostics.map(({ code }) => code)).toEqual(["foreign_operator"]);
  const { fix } = diagnostics[0] as Diagnostic; // there is one
  return fix === undefined ? "" : text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end);
}

test.for([
  ['name in ["a", "b"]', 'ContainsValue(["a", "b"], name)'],
  ['name IN ["a", "b"]', 'ContainsValue(["a", "b"], name)'],
  ['name not in ["a"]', 'not ContainsValue(["a"], name)'],
  ['not (name in ["a"]) and unit == "s"', 'not (ContainsValue(["a"], name)) and unit == "s"'],
  ['name =~ "^a"', 'IsMatch(name, "^a")'],
  ['name=~"^a"', 'IsMatch(name, "^a")'],
  ['name !~ "^a"', 'not IsMatch(name, "^a")'],
  ['name matches "^a" or unit == "s"', 'IsMatch(name, "^a") or unit == "s"'],
  ['name startsWith "a"', 'HasPrefix(name, "a")'],
  ['name endswith "a"', 'HasSuffix(name, "a")'],
  ["name is nil", "name == nil"],
  ["name is not nil", "name != nil"],
] as const)("%s is repaired into %s, which is accepted", ([text, expected]) => {
  expect(repaired(text)).toBe(expected);
  expect(() => condition("metric", expected)).not.toThrow();
});

test.for(['name contains "a"', 'name not contains "a"', 'name like "a%"', "name in"])(
  "%s is told and left to the reader",
  (text) => {
    const { diagnostics } = parse(text, "condition");
    expect(diagnostics.some(({ code, fix }) => code === "foreign_operator" && fix !== undefined)).toBe(false);
    expect(diagnostics.length).toBeGreaterThan(0);
  },
);

test("repairs of other things inside leave the test to the reader", () => {
  const { diagnostics } = parse("name in ['a']", "condition");
  expect(diagnostics.map(({ code, fix }) => [code, fix?.text])).toEqual([
    ["foreign_operator", undefined],
    ["quotes", '"a"'],
  ]);
});

test("what a test is written as is told on one line", () => {
  const [found] = parse('name not\n  in ["a",\n  "b"]', "condition").diagnostics;
  expect(found?.message).toBe('"not in" is not OTTL, write not ContainsValue(["a", "b"], name)');
});

test.for([
  "~",
  "~ 1",
  "a == ~1",
  "in",
  "in in in",
  "name ~ ~ 1",
  "not in",
  "(a in",
  "a in b in c",
  "f(a in b)",
])("%s is refused", (text) => {
  expect(parse(text, "condition").diagnostics.length).toBeGreaterThan(0);
  expect(parse(text, "value").diagnostics.length).toBeGreaterThan(text === "in" ? -1 : 0);
  expect(parse(text, "statement").diagnostics.length).toBeGreaterThan(0);
});

test.for(["in == 1", "name == in", "contains == matches", "in.like == nil", "not is == nil"])(
  "the words are names like others: %s",
  (text) => {
    expect(parse(text, "condition").diagnostics).toEqual([]);
  },
);

test.for([
  ["drop()", "unknown_function", undefined],
  ["foo(name)", "unknown_function", undefined],
  ['isMatsh(name, "a")', "unknown_function", undefined],
  ['delete_key(cache, "a")', "converter_expected", undefined],
  ["set(name, 1)", "converter_expected", undefined],
  ['isMatch(name, "a")', "unknown_function", "IsMatch"],
  ['is_match(name, "a")', "unknown_function", "IsMatch"],
  ["parsejson(name) == nil", "unknown_function", "ParseJSON"],
  ["parse_json(name) == nil", "unknown_function", "ParseJSON"],
] as const)("a repair names a function that exists: %s gives %s, %s", ([text, code, fix]) => {
  try {
    condition("metric", text);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    expect(error.diagnostics.map((found) => [found.code, found.fix?.text])).toEqual([[code, fix]]);
  }
});
