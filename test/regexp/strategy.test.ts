import { describe, expect, it } from "vitest";
import { alternation } from "../../src/regexp/alternation.ts";
import { compileRegexp, type Strategy } from "../../src/regexp/compile.ts";

const table: readonly (readonly [string, Strategy])[] = [
  ["error", "literal"],
  ["response_latency_ms.*", "literal"],
  [".*error.*", "literal"],
  ["(?s)^.*error.*$", "literal"],
  ["k8s[.]pod", "literal"],
  ["(GET|POST)", "literal"],
  ["^process\\..*", "prefix"],
  ["^(a|b)c", "prefix"],
  [".*_total$", "suffix"],
  [".*_seconds(_total)?$", "suffix"],
  ["(a+)+$", "suffix"],
  ["^up$", "exact"],
  ["^(up|down|scrape_duration_seconds)$", "exact"],
  ["(^k8s[.]pod[.].*)|(^container[.].*)", "prefix"],
  ["^(http\\.client\\.)|(rpc\\.client\\.)", "mixed"],
  [".*", "always"],
  ["(?:)", "always"],
  ["a^b", "never"],
  ["(?i)error", "native"],
  ["\\.(css|js|png|jpg)", "native"],
  ["^\\d{4}-\\d{2}-\\d{2}T", "native"],
  ["^\\{.*\\}$", "native"],
  ["(?s)^\\s*\\{.*\\}\\s*$", "native"],
  ["\\w+\\[\\d+\\]:", "native"],
  ["[a-z0-9._]+@[a-z0-9.]+\\.[a-z]{2,}", "native"],
  ["^(?:[a-z]+\\.)+com$", "native"],
  ["^[a-z0-9-]{1,63}$", "native"],
  ["Database.*failed", "linear"],
  ["^.*foo.*$", "linear"],
  ["^(a+)+$", "native"],
  ["^(a|aa)+$", "linear"],
  ["(x+x+)+y", "linear"],
  ["\\b[a-z]+@", "linear"],
  ["^x*x*x*x*y", "linear"],
  ["[ab]{1,100}[cd]{1,100}[ef]", "linear"],
  ["\\Ba\\B", "linear"],
];

describe("the way a pattern is run", () => {
  it.each(table)("%j runs as %s", (pattern, strategy) => {
    expect(compileRegexp(pattern).strategy).toBe(strategy);
  });
});

describe("patterns put together", () => {
  it("match where one of them does, each with its own flags and names", () => {
    const merged = alternation(["(?i)error", "^up$", "a|b", "(?P<n>c)", "(?P<n>d)"]);
    const regexp = compileRegexp(merged ?? "");
    const matched = ["ERROR", "up", "UP", "ups", "b", "B", "c", "C", "d"].filter((text) => regexp.test(text));
    expect(matched).toEqual(["ERROR", "up", "b", "c", "d"]);
  });

  it.each([
    ["fifty literals", (i: number) => `literal_${i}`, "native"],
    ["fifty prefixes with the rest of the text", (i: number) => `prefix_${i}.*`, "native"],
    ["fifty anchored prefixes", (i: number) => `^prefix_${i}`, "native"],
    ["fifty whole texts", (i: number) => `^name_${i}$`, "exact"],
  ] as const)("make one test of %s", (_, pattern, strategy) => {
    const patterns = Array.from({ length: 50 }, (_, i) => pattern(i));
    const merged = compileRegexp(alternation(patterns) ?? "");
    expect(merged.strategy).toBe(strategy);
    for (const part of patterns) {
      const text = part.replace(/[\^$]|\.\*/g, "");
      for (const subject of [text, `x${text}`, `${text}x`, text.slice(1)]) {
        const expected = patterns.some((single) => compileRegexp(single).test(subject));
        expect(merged.test(subject), subject).toBe(expected);
      }
    }
  });

  it("leave one hard pattern among many to the automaton alone", () => {
    const patterns = [
      ...Array.from({ length: 20 }, (_, i) => `${String.fromCharCode(97 + i)}[xyz]+_$`),
      "zz.*zz1",
    ];
    const merged = compileRegexp(alternation(patterns) ?? "");
    expect(merged.strategy).toBe("mixed");
    expect(["axx_", "zz zz1", "axx"].map((text) => merged.test(text))).toEqual([true, true, false]);
  });

  it.each([
    ["a quote that may be open", ["a\\Qb", "c"]],
    ["too deep together", [`${"(".repeat(999)}a${")".repeat(999)}`, "b"]],
    ["too large together", [`(?:${"x".repeat(3_300)}){1000}`, `(?:${"y".repeat(60)}){1000}`]],
  ])("are left apart: %s", (_, patterns) => {
    expect(alternation(patterns)).toBeUndefined();
  });
});

describe("a subject", () => {
  const long = "😀a.".repeat(3_000_000);

  it.each(["^(?:[^\\s/]+\\.)+/$", "^[^/]+/x$", "^(?s).*/$", "^(?:😀a\\.|b)*c$"])(
    "of nine million units does not exhaust the stack: %j",
    (pattern) => {
      const regexp = compileRegexp(pattern);
      expect(regexp.test(long)).toBe(false);
      expect(regexp.test(`${long}/x`)).toBe(pattern === "^[^/]+/x$");
    },
  );

  it("of a long literal's repetitions is searched once", () => {
    const literal = `${"a".repeat(50_000)}b${"a".repeat(50_000)}`;
    const regexp = compileRegexp(literal);
    expect(regexp.strategy).toBe("literal");
    expect(regexp.test("a".repeat(1 << 20))).toBe(false);
    expect(regexp.test(`${"a".repeat(1 << 20)}b${"a".repeat(50_000)}`)).toBe(true);
    expect(regexp.test(literal.slice(1))).toBe(false);
  });

  it("with lone surrogates is decoded as U+FFFD by every way of matching", () => {
    const subject = "a\udc80b\ud83dc";
    const patterns = ["^a.b.c$", "a\\x{FFFD}b", "a\ufffdb\ufffdc$", "^(?:[^x]|ab)*c$", "^(?:a.|b.)*c$"];
    expect(patterns.filter((pattern) => !compileRegexp(pattern).test(subject))).toEqual([]);
    expect(compileRegexp("[\\x{DC80}\\x{D83D}]").test(subject)).toBe(false);
  });
});

describe("a pattern", () => {
  it("of ten million characters is compiled and run", () => {
    const literal = "abcdefghij".repeat(1_000_000);
    expect(compileRegexp(literal).test(`x${literal}x`)).toBe(true);
  });

  it("of fifty thousand groups is no deeper than its captures", () => {
    const pattern = `${"(?:".repeat(50_000)}a|b${")".repeat(50_000)}`;
    expect(compileRegexp(pattern).test("xb")).toBe(true);
  });

  it("of nested beginnings is compiled without exhausting the stack", () => {
    const pattern = Array.from({ length: 700 }, (_, i) => `^${"a".repeat(i)}$`).join("|");
    const regexp = compileRegexp(pattern);
    expect([regexp.test("a".repeat(699)), regexp.test("a".repeat(700)), regexp.test("b")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
