import { describe, expect, it } from "vitest";
import { alternation } from "../../src/regexp/alternation.ts";
import { automaton } from "../../src/regexp/automaton.ts";
import { compileRegexp } from "../../src/regexp/compile.ts";
import { nativeCost } from "../../src/regexp/cost.ts";
import { parseRegexp } from "../../src/regexp/parse.ts";
import { printJavaScript, printRe2 } from "../../src/regexp/print.ts";
import { RegexpError } from "../../src/regexp/regexp-error.ts";
import { trim } from "../../src/regexp/trim.ts";
import fc from "../property.ts";
import { patterns, subjects } from "./random-patterns.ts";
import { re2js } from "./re2js.ts";

const manySubjects = fc.array(subjects, { minLength: 5, maxLength: 10 });

describe("generated patterns on generated subjects", () => {
  it("answer alike whatever way they are run", () => {
    fc.assert(
      fc.property(patterns, manySubjects, (pattern, texts) => {
        const whole = parseRegexp(pattern);
        const node = trim(whole);
        const regexp = compileRegexp(pattern);
        const engine = re2js(printRe2(whole));
        const machine = automaton(whole);
        const native = nativeCost(node) === undefined ? undefined : new RegExp(printJavaScript(node), "u");
        for (const text of texts) {
          const answer = machine(text);
          expect(regexp.test(text)).toBe(answer);
          expect(engine.test(text)).toBe(answer);
          if (native !== undefined) expect(native.test(text)).toBe(answer);
        }
      }),
      { numRuns: 600 },
    );
  });

  it("match together where one of them matches", () => {
    fc.assert(
      fc.property(fc.array(patterns, { minLength: 1, maxLength: 5 }), manySubjects, (several, texts) => {
        const merged = compileRegexp(alternation(several) ?? "");
        const parts = several.map((pattern) => compileRegexp(pattern));
        for (const text of texts) expect(merged.test(text)).toBe(parts.some((part) => part.test(text)));
      }),
      { numRuns: 200 },
    );
  });

  it("mean the same when printed and parsed again", () => {
    fc.assert(
      fc.property(patterns, manySubjects, (pattern, texts) => {
        const regexp = compileRegexp(pattern);
        const again = compileRegexp(printRe2(parseRegexp(pattern)));
        for (const text of texts) expect(again.test(text)).toBe(regexp.test(text));
      }),
      { numRuns: 200 },
    );
  });

  it("throw nothing but RegexpError, whatever the text", () => {
    const pieces = fc.constantFrom(
      ..."( (? (?: (?P< (?i ) [ [^ ] | * + ? {2} {1001} {2,1} { \\ \\Q \\E \\p{ \\pL \\x{ \\8 ^ $ . a - [:alpha:] [: :] é 😀 ) ]".split(
        " ",
      ),
      "\udc80",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(pieces).map((parts) => parts.join("")),
          fc.string({ unit: "binary" }),
        ),
        (pattern) => {
          try {
            const regexp = compileRegexp(pattern);
            expect(typeof regexp.test(pattern)).toBe("boolean");
          } catch (error) {
            expect(error).toBeInstanceOf(RegexpError);
            const { start, end } = error as RegexpError;
            expect(start).toBeLessThanOrEqual(end);
            expect(end).toBeLessThanOrEqual(pattern.length);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
