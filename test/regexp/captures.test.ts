import { describe, expect, it } from "vitest";
import { byteLength } from "../../src/core/utf8.ts";
import type { Span } from "../../src/diagnostics/diagnostic.ts";
import { compileMatcher } from "../../src/regexp/matcher.ts";
import fc from "../property.ts";
import { readCaptures } from "./captures.ts";
import { stringOf } from "./pairs.ts";
import { capturedSubjects, capturingPatterns } from "./random-patterns.ts";
import { re2jsSpans } from "./re2js.ts";

const recorded = readCaptures();

describe("patterns and subjects that Go has searched", () => {
  it("are more than six thousand pairs", () => {
    const pairs = recorded.map(({ patterns, subjects }) => patterns.length * subjects.length);
    expect(pairs.reduce((sum, count) => sum + count)).toBeGreaterThan(6_000);
  });

  it("match at the same places with the same groups", () => {
    const differences: unknown[] = [];
    for (const { subjects, patterns } of recorded) {
      for (const { pattern, groups, found } of patterns) {
        const matcher = compileMatcher(pattern);
        expect(matcher.groups.map((name) => name ?? "")).toEqual(groups);
        for (const [i, subject] of subjects.entries()) {
          const text = stringOf(subject);
          const answer = inBytes(text, matcher.exec(text));
          if (JSON.stringify(answer) !== JSON.stringify(found[i]))
            differences.push({ pattern, subject, expected: found[i], answer });
          expect(matcher.test(text)).toBe(found[i] !== null);
        }
      }
    }
    expect(differences).toEqual([]);
  });
});

describe("generated patterns and subjects", () => {
  it("match where re2js finds them", () => {
    fc.assert(
      fc.property(
        capturingPatterns,
        fc.array(capturedSubjects, { minLength: 4, maxLength: 8 }),
        (pattern, texts) => {
          const matcher = compileMatcher(pattern);
          for (const text of texts.filter((text) => text.isWellFormed()))
            expect(matcher.exec(text)).toEqual(re2jsSpans(withoutNames(pattern), text));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a search", () => {
  it.each(["(a*)*b", "(a|aa)+$", "((a{1,50}){1,20})x", "(.*)(.*)(.*)y", "(a|b|ab)*?c"])(
    "of a long text takes time in proportion to it: %s",
    (pattern) => {
      const { exec } = compileMatcher(pattern);
      const text = "a".repeat(20_000);
      exec(`${text}bcxy`);
      const short = duration(() => exec(`${text}bcxy`));
      const long = duration(() => exec(`${text.repeat(8)}bcxy`));
      expect(long).toBeLessThan(30 * short + 200);
    },
  );

  it("finds the groups of a pattern that nests a thousand of them", () => {
    const { exec } = compileMatcher(`${"(".repeat(990)}a${")".repeat(990)}`);
    expect(exec("ba")?.length).toBe(991);
    expect(exec("ba")?.every((span) => span?.start === 1 && span.end === 2)).toBe(true);
  });

  it("answers again as before", () => {
    const { exec } = compileMatcher("(a)|(b)+");
    expect([exec("xbb"), exec("a"), exec(""), exec("xbb")]).toEqual([
      [{ start: 1, end: 3 }, undefined, { start: 2, end: 3 }],
      [{ start: 0, end: 1 }, { start: 0, end: 1 }, undefined],
      undefined,
      [{ start: 1, end: 3 }, undefined, { start: 2, end: 3 }],
    ]);
  });
});

function inBytes(text: string, spans: readonly (Span | undefined)[] | undefined): readonly number[] | null {
  if (spans === undefined) return null;
  const bytes = (offset: number) => byteLength(text.slice(0, offset));
  return spans.flatMap((span) => (span === undefined ? [-1, -1] : [bytes(span.start), bytes(span.end)]));
}

function duration(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Unlike Go, re2js takes a name once only. */
function withoutNames(pattern: string): string {
  return pattern.replace(/\(\?P?<\w+>/g, "(");
}
