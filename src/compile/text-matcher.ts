import type { TextTest } from "../functions/define-function.ts";

type Matcher = (text: string) => boolean;

/** One function for "is one of these strings or passes one of these tests", turned round where `negated`. */
export function textMatcher(
  equals: readonly string[],
  tests: readonly TextTest[],
  negated: boolean,
): Matcher {
  const [test, ...moreTests] = tests;
  if (equals.length <= 4 && moreTests.length === 0) return fewMatcher(equals, test, negated);
  const isOne = equals.length <= 4 ? fewMatcher(equals, undefined, false) : byLength(equals);
  if (test === undefined) return negated ? (text) => !isOne(text) : isOne;
  return (text) => (isOne(text) || tests.some((t) => t.test(text))) !== negated;
}

/** Up to four strings and one test, without a loop. */
function fewMatcher(equals: readonly string[], test: TextTest | undefined, negated: boolean): Matcher {
  const [a, b = a, c = a, d = a] = equals;
  if (a === undefined) {
    if (test === undefined) return () => negated;
    return negated ? (text) => !test.test(text) : (text) => test.test(text);
  }
  if (test === undefined) {
    if (equals.length === 1) return negated ? (text) => text !== a : (text) => text === a;
    return (text) => (text === a || text === b || text === c || text === d) !== negated;
  }
  return (text) => (text === a || text === b || text === c || text === d || test.test(text)) !== negated;
}

/** Strings by their length: most texts differ from all of them by that alone. */
function byLength(strings: readonly string[]): Matcher {
  const longest = Math.max(...strings.map((s) => s.length));
  if (longest > 4096) {
    const set = new Set(strings);
    return (text) => set.has(text);
  }
  const table: (string[] | undefined)[] = new Array(longest + 1).fill(undefined);
  for (const s of strings) {
    const same = table[s.length] ?? [];
    if (!same.includes(s)) same.push(s);
    table[s.length] = same;
  }
  return (text) => {
    if (text.length > longest) return false;
    const same = table[text.length];
    if (same === undefined) return false;
    for (let i = 0; i < same.length; i++) if (same[i] === text) return true;
    return false;
  };
}
