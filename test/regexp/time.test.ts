import { describe, expect, it } from "vitest";
import { automaton } from "../../src/regexp/automaton.ts";
import { compileRegexp } from "../../src/regexp/compile.ts";
import { parseRegexp } from "../../src/regexp/parse.ts";

const length = 1 << 20;
const random = pseudoRandom("ab", length);
const cases: readonly (readonly [pattern: string, subject: string])[] = [
  ["(a+)+$", `${"a".repeat(length)}b`],
  ["^(a+)+$", `${"a".repeat(length)}b`],
  ["^(a|aa)+$", `${"a".repeat(length)}b`],
  ["^(a|a?)+$", `${"a".repeat(length)}b`],
  ["(.*)*x", "a".repeat(length)],
  ["^(.*)*x$", "a".repeat(length)],
  ["x*x*x*x*y", "x".repeat(length)],
  ["^x*x*x*x*y", "x".repeat(length)],
  ["(x+x+)+y", "x".repeat(length)],
  ["([a-z]+)*[0-9]$", "a".repeat(length)],
  ["^(([a-z])+.)+[A-Z]([a-z])+$", "a".repeat(length)],
  ["(.*)(.*)(.*)(.*)(.*)[^a]$", "a".repeat(length)],
  ["foo.*bar", "foo".repeat(length / 3)],
  ["foo.*ba[rz]", "foo ba".repeat(length / 6)],
  ["\\b[a-z.]+@[a-z]+\\.com\\b", "a.".repeat(length / 2)],
  ["[a-z.]+@[a-z.]+\\.com$", "a@b.c".repeat(length / 5)],
  ["\\s+$", `${" ".repeat(length)}x`],
  ["(?m)^\\s*#", " ".repeat(length)],
  ["(?:a?){50}a{50}b", "a".repeat(length)],
  ["[ab]{1,100}[bc]{1,100}d", "b".repeat(length)],
  ["(a|b)*a(a|b){10}[cd]", random],
  ["[ab]{30}[bc]{30}d?c", random],
  ["(?i)(k+)+$", "K".repeat(length)],
  ["(é|ée?)+$", "é".repeat(length)],
  ["^(?:[^\\x{FFFD}]|😀)+$", `${"😀".repeat(length / 2)}\udc80`],
];

/** Milliseconds of processor time, which other programs on the machine do not lengthen. */
function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

describe("a subject of a million characters takes less than a second", () => {
  it.each(cases)("for %j", (pattern, subject) => {
    const regexp = compileRegexp(pattern);
    expect(cost(() => regexp.test(subject))).toBeLessThan(1_000);
    const machine = automaton(parseRegexp(pattern));
    expect(cost(() => machine(subject))).toBeLessThan(1_000);
    expect(machine(subject)).toBe(regexp.test(subject));
  });
});

it("an automaton that meets new states without end still answers as it goes", () => {
  const machine = automaton(parseRegexp("^[ab]*a[ab]{20}c$"));
  const long = random.slice(0, 300_000);
  expect(machine(`${long}${"a".repeat(21)}c`)).toBe(true);
  expect(machine(`${long}b${"a".repeat(20)}c`)).toBe(false);
  expect(machine(`${"a".repeat(40)}c`)).toBe(true);
});

function pseudoRandom(letters: string, count: number): string {
  let seed = 1;
  let text = "";
  for (let i = 0; i < count; i++) {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    text += letters[seed & 1];
  }
  return text;
}
