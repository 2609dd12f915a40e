import { describe, expect, it } from "vitest";
import { automaton } from "../../src/regexp/automaton.ts";
import { compileRegexp } from "../../src/regexp/compile.ts";
import { nativeCost } from "../../src/regexp/cost.ts";
import { parseRegexp } from "../../src/regexp/parse.ts";
import { printJavaScript, printRe2 } from "../../src/regexp/print.ts";
import { RegexpError } from "../../src/regexp/regexp-error.ts";
import { trim } from "../../src/regexp/trim.ts";
import { readGroups, stringOf } from "./pairs.ts";
import { re2js } from "./re2js.ts";

const groups = readGroups();
const judged = groups.flatMap(({ name, patterns, subjects }) =>
  patterns.map(([pattern, verdict]) => ({ group: name, pattern: stringOf(pattern), verdict, subjects })),
);
const taken = judged.flatMap(({ verdict, ...rest }) =>
  typeof verdict === "string" ? [{ ...rest, verdict }] : [],
);
const refused = judged.flatMap(({ verdict, ...rest }) =>
  typeof verdict === "string" ? [] : [{ ...rest, verdict }],
);

type Test = (text: string) => boolean;

/** The ways to run a pattern; `undefined` where it cannot be run so. */
const ways: Readonly<Record<string, (pattern: string) => Test | undefined>> = {
  "the compiled pattern": (pattern) => compileRegexp(pattern).test,
  "the automaton": (pattern) => automaton(parseRegexp(pattern)),
  "the automaton of the trimmed pattern": (pattern) => automaton(trim(parseRegexp(pattern))),
  "RegExp, where it is safe": (pattern) => native(pattern),
  "re2js, rewritten": (pattern) => {
    const regexp = re2js(printRe2(parseRegexp(pattern)));
    return (text) => regexp.test(text);
  },
};

function native(pattern: string): Test | undefined {
  const node = trim(parseRegexp(pattern));
  if (nativeCost(node) === undefined) return undefined;
  const regexp = new RegExp(printJavaScript(node), "u");
  return (text) => regexp.test(text);
}

describe("patterns and subjects judged by the reference", () => {
  it("are more than six thousand pairs", () => {
    expect(taken.reduce((sum, { verdict }) => sum + verdict.length, 0)).toBeGreaterThan(6_000);
  });

  it.each(Object.keys(ways))("match alike: %s", (way) => {
    const differences: string[] = [];
    let run = 0;
    for (const { pattern, verdict, subjects, group } of taken) {
      if (group === "limits" && way === "re2js, rewritten") continue; // it takes minutes for them
      const test = ways[way]?.(pattern);
      if (test === undefined) continue;
      for (const [i, subject] of subjects.entries()) {
        run++;
        const expected = verdict[i] === "1";
        if (test(stringOf(subject)) !== expected) {
          differences.push(`${group}: ${pattern.slice(0, 80)} on ${JSON.stringify(subject)} is ${expected}`);
        }
      }
    }
    expect(differences).toEqual([]);
    expect(run).toBeGreaterThan(3_000);
  });
});

describe("patterns refused by the reference", () => {
  it("are refused for the same reason at the same part", () => {
    const differences = refused.flatMap(({ pattern, verdict }) => {
      const found = refusal(pattern);
      return found?.reason === verdict.reason && (pointed.has(found.reason) || found.part === verdict.part)
        ? []
        : [{ pattern, verdict, found }];
    });
    expect(differences).toEqual([]);
    expect(refused.length).toBeGreaterThan(200);
  });

  it("point at the parenthesis or backslash where the reference repeats the whole pattern or nothing", () => {
    const parts = new Set(
      refused
        .map(({ pattern }) => refusal(pattern))
        .filter((found) => pointed.has(found?.reason ?? ""))
        .map((found) => `${found?.reason}: ${found?.part}`),
    );
    expect([...parts].sort()).toEqual([
      "missing closing ): (",
      "trailing backslash at end of expression: \\",
      "unexpected ): )",
    ]);
  });
});

const pointed = new Set(["missing closing )", "unexpected )", "trailing backslash at end of expression"]);

function refusal(pattern: string): { reason: string; part: string } | undefined {
  try {
    compileRegexp(pattern);
    return undefined;
  } catch (error) {
    if (!(error instanceof RegexpError)) throw error;
    return { reason: error.reason, part: pattern.slice(error.start, error.end).toWellFormed() };
  }
}
