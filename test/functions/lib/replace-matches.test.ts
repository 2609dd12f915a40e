import { expect, test } from "vitest";
import { replaceAll, replaceEach } from "../../../src/functions/lib/replace-matches.ts";
import { compileMatcher } from "../../../src/regexp/matcher.ts";
import fc from "../../property.ts";

test.each([
  ["l", "hello", "[$0]", "he[l][l]o"],
  ["l*", "hello", "-", "-h-e-o-"],
  ["", "aé😀", "-", "-a-é-😀-"],
  ["^", "ab", "x", "xab"],
  ["\\b", "ab cd", "|", "|ab| |cd|"],
  ["(a)|(b)", "ab", "<$1$2>", "<a><b>"],
  ["(?P<x>.)(?P<y>.)", "abcd", "$y$x", "badc"],
  ["a", "a", "$1_x", ""],
  ["(a)", "a", "${1}_x", "a_x"],
  ["a", "a", "$$", "$"],
  ["a", "a", "$", "$"],
  ["a", "a", "${x", "${x"],
  ["a", "a", "$01", ""],
  ["x", "none", "y", "none"],
])("%j in %j by %j gives %j", (pattern, text, template, expected) => {
  expect(replaceAll(compileMatcher(pattern), text, template)).toBe(expected);
});

test("each match is replaced by what a function makes of it", () => {
  const upper = (text: string) => text.toUpperCase();
  expect(replaceEach(compileMatcher("l(.)"), "hello", "$1$0", upper)).toBe("heLLLo");
  expect(replaceEach(compileMatcher("x*"), "ab", "-", upper)).toBe("-a-b-");
});

test("bytes that come to be a character are one", () => {
  expect(replaceAll(compileMatcher("-"), "\udcc3-\udca9", "")).toBe("é");
});

test("a plain text takes the place of what matches as a template does that is expanded for each match", () => {
  const patterns = [
    "a",
    "a+",
    "[^b]+",
    "(?:ab|a)",
    "(a)(b)?",
    "b|😀",
    "a*",
    "x?b",
    "\\bab",
    "^a",
    "b$",
    "(?s).",
    "é",
  ];
  const subject = fc.string({ unit: fc.constantFrom("a", "b", "x", "é", "😀", "\n", "\udcc3", "\udca9") });
  fc.assert(
    fc.property(
      fc.constantFrom(...patterns),
      subject,
      fc.constantFrom("", "-", "ab"),
      (pattern, text, by) => {
        const matcher = compileMatcher(pattern);
        const oneByOne = { ...matcher, replace: () => undefined };
        expect(replaceAll(matcher, text, by)).toBe(replaceAll(oneByOne, text, by));
      },
    ),
    { numRuns: 2000 },
  );
});
