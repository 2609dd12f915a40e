import { describe, expect, test } from "vitest";
import type { Node, Span } from "../../src/syntax/ast.ts";
import { maxErrors, maxNesting } from "../../src/syntax/limits.ts";
import { parse } from "../../src/syntax/parse.ts";
import { print } from "../../src/syntax/print.ts";
import { childrenOf } from "../../src/syntax/visit.ts";
import fc from "../property.ts";
import { readAdversarial } from "./verdicts.ts";

const kinds = fc.constantFrom("statement" as const, "condition" as const, "value" as const);
const pieces = [
  ..."a b name where attributes set Foo FOO Is AND NOT WHERE 0 1 08 1.5 .5 1e3 0xab 0xa nil true not and or".split(
    " ",
  ),
  ..."( ) [ ] { } , . : = == != < <= > >= => + - * / _ \" ' “ ” ‘ && || ! & # \\ \n".split(" "),
  ...[
    '"a"',
    '"("',
    '")"',
    '"["',
    '","',
    '"."',
    '"\\d"',
    "'a'",
    "\u00a0",
    "\ufeff",
    "\ud800",
    "é",
    "😀",
    "__proto__",
  ],
];
const soup = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom("", " ")), { maxLength: 30 })
  .map((parts) => parts.flat().join(""));

function check(kind: "statement" | "condition" | "value", text: string): void {
  const { node, diagnostics } = parse(text, kind);
  const outside: unknown[] = [];
  let missing = false;
  const place = (span: Span, of: unknown): void => {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= text.length)) outside.push(of);
  };
  const walk = (node: Node): void => {
    missing ||= node.kind === "Missing";
    place(node.span, node);
    childrenOf(node).forEach(walk);
  };
  walk(node);
  print(node);
  for (const diagnostic of diagnostics) {
    place(diagnostic.span, diagnostic);
    if (diagnostic.fix !== undefined) place(diagnostic.fix.span, diagnostic);
    if (/undefined|NaN/.test(diagnostic.message.replace(/"[^"]*"/g, ""))) outside.push(diagnostic);
  }
  expect(outside).toEqual([]);
  expect(missing && diagnostics.length === 0).toBe(false);
  expect(diagnostics.length).toBeLessThanOrEqual(maxErrors + 1);
}

describe("any text", () => {
  test("random pieces of the language give a tree and places inside the text", () => {
    fc.assert(fc.property(kinds, soup, check), { numRuns: 2000 });
  });

  test("random characters give a tree and places inside the text", () => {
    const any = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.string());
    fc.assert(fc.property(kinds, any, check), { numRuns: 1000 });
  });

  test("texts with a character missing or doubled give a tree and places inside the text", () => {
    const texts = readAdversarial().cases.filter(([, accepted]) => accepted);
    const place = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.boolean());
    fc.assert(
      fc.property(place, ([[kind, , text], at, doubled]) => {
        const offset = at % (text.length + 1);
        check(kind, text.slice(0, offset) + (doubled ? text.slice(offset - 1) : text.slice(offset + 1)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("deep nesting", () => {
  const nests: readonly (readonly [string, "condition" | "value", string, string, string])[] = [
    ["conditions in parentheses", "condition", "(", "true", ")"],
    ["negated conditions", "condition", "not (", "a == 1", ")"],
    ["calculations in parentheses", "value", "(", "1", ")"],
    ["calls", "value", "Foo(", "1", ")"],
    ["lists", "value", "[", "1", "]"],
    ["maps", "value", '{"a": ', "1", "}"],
    ["indexes", "value", "a[", "1", "]"],
  ];

  test.each(nests)(
    "%s nested to the limit are read, one level more is an error",
    (_, kind, open, inside, close) => {
      const nested = (levels: number) => open.repeat(levels) + inside + close.repeat(levels);
      expect(parse(nested(maxNesting), kind).diagnostics).toEqual([]);
      const { node, diagnostics } = parse(nested(maxNesting + 1), kind);
      expect(diagnostics.map(({ code }) => code)).toEqual(["nesting_too_deep"]);
      expect(node.kind).toBe("Missing");
      expect(parse(open.repeat(maxNesting) + inside, kind).diagnostics.length).toBe(maxErrors + 1);
    },
  );

  test("a chain of calculations to the limit is read, one operator more is an error", () => {
    expect(parse(`1${" + 1".repeat(maxNesting)}`, "value").diagnostics).toEqual([]);
    expect(parse(`1${" + 1".repeat(maxNesting + 1)}`, "value").diagnostics[0]?.code).toBe("nesting_too_deep");
  });

  test("brackets and operators count together, brackets side by side do not", () => {
    const inner = `(1${" + 1".repeat(100)})`;
    const rest = maxNesting - 102;
    expect(parse(`(${inner}${" * 2".repeat(rest)})`, "value").diagnostics).toEqual([]);
    expect(parse(`(${inner}${" * 2".repeat(rest + 1)})`, "value").diagnostics[0]?.code).toBe(
      "nesting_too_deep",
    );
    expect(parse(`[${Array(500).fill(inner).join(", ")}]`, "value").diagnostics).toEqual([]);
    expect(parse(Array(500).fill("a + 1 - b == -1").join(" or "), "condition").diagnostics).toEqual([]);
  });

  test("lambdas in lambdas count", () => {
    expect(parse("() => ".repeat(maxNesting + 1), "value").diagnostics[0]?.code).toBe("nesting_too_deep");
  });

  test("an error in the depth does not overflow the stack", () => {
    const text = `${"Foo(".repeat(maxNesting)}1 1${")".repeat(maxNesting)}`;
    expect(parse(text, "value").diagnostics.map(({ code }) => code)).toEqual(["unexpected_token"]);
  });
});

describe("large texts", () => {
  const million = 1_000_000;
  const texts: readonly (readonly [string, "condition" | "value", () => string])[] = [
    ["a string of 10 MB", "condition", () => `name == "${"a".repeat(10 * million)}"`],
    ["10,000 ORed comparisons", "condition", () => Array(10_000).fill('name == "a"').join(" or ")],
    ["a path of 100,000 segments", "value", () => `a${".a".repeat(100_000)}`],
    ["a list of 100,000 strings", "value", () => `[${Array(100_000).fill('"a"').join(",")}]`],
    ["a map of 20,000 entries without commas", "value", () => `{${'"a": 1 '.repeat(20_000)}}`],
    ["a name of a million words", "value", () => `${"A ".repeat(million)}(1)`],
    ["a number of a million digits", "value", () => "1".repeat(million)],
    ["a million spaces", "value", () => `${" ".repeat(million)}1`],
    ["40,000 opening brackets", "value", () => "[(".repeat(20_000)],
    ["40,000 closing brackets", "value", () => "])".repeat(20_000)],
    ["100,000 quotes", "value", () => '"'.repeat(100_001)],
    ["20,000 opening single quotes", "value", () => "'\\".repeat(20_000)],
    ["20,000 typographic quotes", "value", () => "“ ".repeat(20_000)],
    ["20,000 unknown characters", "value", () => "é ".repeat(20_000)],
    ["100,000 wrong escapes", "value", () => `"${"\\d".repeat(100_000)}"`],
    ["100,000 commas", "value", () => `[${",".repeat(100_000)}]`],
    ["100,000 strings that stand for parentheses", "value", () => '{"a": "(" b '.repeat(30_000)],
    ["100,000 signs", "value", () => "-".repeat(100_000)],
    ["100,000 negations", "condition", () => "not ".repeat(100_000)],
  ];

  test.each(texts)("%s takes less than seconds", (_, kind, make) => {
    const text = make();
    const begin = performance.now();
    parse(text, kind);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  test("a string of 10 MB keeps its value", () => {
    const value = "a\\n".repeat(million);
    const { node } = parse(`"${value}"`, "value");
    expect(node.kind === "StringLiteral" && node.value.length).toBe(2 * million);
  });
});
