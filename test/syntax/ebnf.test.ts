import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Parser } from "../../src/syntax/parser.ts";
import { ebnf, ebnfFile } from "./ebnf.ts";

test("grammar/ottl.ebnf is the grammar of the parser (npx node test/syntax/ebnf.ts writes it)", () => {
  expect(readFileSync(ebnfFile, "utf8")).toBe(ebnf());
});

test("every name that the document uses is defined in it once", () => {
  const text = ebnf()
    .replace(/\(\*[\s\S]*?\*\)/g, "")
    .replace(/\?.*?\?(?= ;)|\? any .*? \?/g, "");
  const defined = [...text.matchAll(/^([a-z ]+) =/gm)].map(([, name]) => name);
  const unquoted = text.replace(/"[^"]*"|'[^']*'/g, "");
  const used = [...unquoted.matchAll(/[a-z][a-z ]*[a-z]/g)].map(([name]) => name);
  expect(new Set(defined).size).toBe(defined.length);
  expect([...new Set(used)].filter((name) => !defined.includes(name))).toEqual([]);
  expect(defined.length).toBeGreaterThan(35);
});

test("one token of look-ahead decides every choice of the grammar", () => {
  // The constructor throws where chevrotain finds two alternatives that begin alike.
  expect(() => new Parser({ skipValidations: false })).not.toThrow();
});
