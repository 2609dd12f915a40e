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

/** Strings by their length: most texts differ from all of them by that alone. Many of one length become a set. */
function byLength(strings: readonly string[]): Matcher {
  const table: (Set<string> | undefined)[] = [];
  for (const text of strings) {
    if (text.length > longest) return inSet(new Set(strings));
    const same = table[text.length] ?? new Set();
    table[text.length] = same.add(text);
  }
  const matchers = Array.from(table, (same) => (same === undefined ? undefined : ofOneLength([...same])));
  return (text) => matchers[text.length]?.(text) ?? false;
}

/** The table of lengths goes up to this one. */
const longest = 1024;

function ofOneLength(strings: readonly string[]): Matcher {
  return strings.length <= 4 ? fewMatcher(strings, undefined, false) : inSet(new Set(strings));
}

function inSet(set: ReadonlySet<string>): Matcher {
  return (text) => set.has(text);
}
