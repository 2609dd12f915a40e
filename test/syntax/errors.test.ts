import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { syntaxMessages } from "../../src/diagnostics/codes/syntax.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { type Kind, parse } from "../../src/syntax/parse.ts";

interface Case {
  readonly kind: Kind;
  readonly text: string;
  readonly fixed: string | null;
  readonly errors: readonly (readonly [code: string, start: number, end: number, message: string])[];
}

const file = join(import.meta.dirname, "../../fixtures/syntax/errors.json");
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { readonly cases: readonly Case[] };

function applyFixes(text: string, diagnostics: readonly Diagnostic[]): string | null {
  const fixes = diagnostics.flatMap(({ fix }) => (fix === undefined ? [] : [fix]));
  if (fixes.length === 0) return null;
  fixes.sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  return fixes.reduce(
    (fixed, { span, text }) => fixed.slice(0, span.start) + text + fixed.slice(span.end),
    text,
  );
}

describe("syntax errors", () => {
  test.each(cases)("$kind $text", ({ kind, text, fixed, errors }) => {
    const { diagnostics } = parse(text, kind);
    expect(diagnostics.map(({ code, span, message }) => [code, span.start, span.end, message])).toEqual(
      errors,
    );
    expect(applyFixes(text, diagnostics)).toBe(fixed);
  });

  test("where every error has a repair the repaired text has no error", () => {
    const repaired = cases.filter(({ kind, text }) => parse(text, kind).diagnostics.every(({ fix }) => fix));
    expect(repaired.length).toBeGreaterThan(50);
    const broken = repaired.filter(({ kind, fixed }) => parse(fixed ?? "", kind).diagnostics.length > 0);
    expect(broken.map(({ text }) => text)).toEqual([]);
  });

  test("every code has a case", () => {
    const seen = new Set(cases.flatMap(({ errors }) => errors.map(([code]) => code)));
    expect([...seen].sort()).toEqual(Object.keys(syntaxMessages).sort());
  });
});
