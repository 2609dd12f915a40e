import { describe, expect, it } from "vitest";
import { regexpHint, regexpMessages } from "../../src/diagnostics/codes/regexp.ts";
import { compileRegexp } from "../../src/regexp/compile.ts";
import { RegexpError } from "../../src/regexp/regexp-error.ts";

function refusal(pattern: string): RegexpError {
  try {
    compileRegexp(pattern);
  } catch (error) {
    if (error instanceof RegexpError) return error;
    throw error;
  }
  throw new Error(`${pattern} is taken`);
}

describe("a refused pattern", () => {
  it.each([
    ["ab(?=c)", "invalid or unsupported Perl syntax", 2, 5],
    ["é😀(?=c)", "invalid or unsupported Perl syntax", 3, 6],
    ["a(b", "missing closing )", 1, 2],
    ["(a(b)", "missing closing )", 0, 1],
    ["a)b", "unexpected )", 1, 2],
    ["x[a-z", "missing closing ]", 1, 5],
    ["x[z-a]", "invalid character class range", 2, 5],
    ["[[:foo:]]", "invalid character class range", 1, 8],
    ["a\\p{Nope}b", "invalid character class range", 1, 9],
    ["a**b", "invalid nested repetition operator", 1, 3],
    ["|*?b", "missing argument to repetition operator", 1, 3],
    ["a{1001}", "invalid repeat count", 1, 7],
    ["(a{10}){101}b", "invalid repeat count", 7, 12],
    ["a\\8b", "invalid escape sequence", 1, 3],
    ["a\\x{110000}b", "invalid escape sequence", 1, 10],
    ["ab\\", "trailing backslash at end of expression", 2, 3],
    ["a(?P<n m>b)", "invalid named capture", 1, 9],
    ["a\udc80b", "invalid UTF-8", 1, 3],
    ["😀\ud83d", "invalid UTF-8", 2, 3],
  ] as const)("%j tells where the offending part is", (pattern, reason, start, end) => {
    const error = refusal(pattern);
    expect({ reason: error.reason, start: error.start, end: error.end }).toEqual({ reason, start, end });
    expect(error.code).toBe("invalid_regex");
  });

  it("is a failure whose parameters make a message", () => {
    const { params } = refusal("ab(?=c)");
    expect(params).toEqual({
      pattern: "ab(?=c)",
      reason: "invalid or unsupported Perl syntax",
      start: 2,
      end: 5,
    });
    expect(
      regexpMessages.invalid_regex({
        pattern: "ab(?=c)",
        reason: "invalid or unsupported Perl syntax",
        start: 2,
        end: 5,
      }),
    ).toBe('invalid regular expression: invalid or unsupported Perl syntax: "(?="');
  });

  it("has no room for a pattern without end in its message", () => {
    const error = refusal(`(?:${"x".repeat(4_000)}){1000}`);
    expect(error.reason).toBe("expression too large");
    const { reason, start, end } = error;
    expect(
      regexpMessages.invalid_regex({ pattern: "x".repeat(5_000), reason, start, end }).length,
    ).toBeLessThan(200);
  });
});

describe("the hint", () => {
  it.each([
    ["a(?=b)", "look-ahead"],
    ["a(?!b)", "look-ahead"],
    ["(?<=a)b", "look-behind"],
    ["(?<!a)b", "look-behind"],
    ["(a)\\1", "back-references"],
    ["(?P<n>a)(?P=n)", "back-references"],
    ["(?>a)", "atomic"],
    ["a++", "possessive"],
    ["(?x)a", "i, m, s and U"],
    ["\\u0041", "\\x{0041}"],
    ["a\\Z", "\\z"],
    ["\\p{Nope}", "general category"],
    ["[[:foo:]]", "[:alpha:]"],
    ["a{2000}", "1000"],
    ["a(b", "\\("],
  ])("for %j speaks of what is meant", (pattern, word) => {
    const { reason, start, end } = refusal(pattern);
    expect(regexpHint({ pattern, reason, start, end })).toContain(word);
  });

  it("is absent where nothing helps", () => {
    const { reason, start, end } = refusal("a\udc80");
    expect(regexpHint({ pattern: "a\udc80", reason, start, end })).toBeUndefined();
  });
});
