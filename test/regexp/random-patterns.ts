import fc from "../property.ts";

/** Characters that patterns and subjects are made of: those that fold oddly, separate words or lines, or are no text. */
const characters = [
  ..."abcksAKS1_ \n-éÉſ\u212aσςΣßẞİıiI😀𐐀𐐨漢ǅ\u00a0\u2028\r\ufffd\u0345\0\x7f",
  "\udc80",
  "\udcff",
];
const wellFormed = characters.filter((character) => !/[\ud800-\udfff]/u.test(character));

const character = fc.constantFrom(...wellFormed).map(escaped);
const named = fc.constantFrom(
  ..."\\d \\D \\w \\W \\s \\S \\pL \\PL \\p{Lu} \\P{Ll} \\p{Greek} \\p{^Greek} \\pN \\p{Any} \\p{M} \\n \\t \\x41 \\x{1F600} \\101 \\.".split(
    " ",
  ),
);
const posix = fc.constantFrom("[:alpha:]", "[:^digit:]", "[:lower:]", "[:word:]", "[:space:]", "[:upper:]");
const range = fc
  .tuple(fc.constantFrom(...wellFormed), fc.constantFrom(...wellFormed))
  .map(([a, b]) => ((a.codePointAt(0) ?? 0) <= (b.codePointAt(0) ?? 0) ? [a, b] : [b, a]))
  .map((bounds) => bounds.map(escaped).join("-"));
const set = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.oneof(character, range, named, posix), { minLength: 1, maxLength: 3, size: "max" }),
  )
  .map(([negated, members]) => `[${negated ? "^" : ""}${members.join("")}]`);
const assertion = fc.constantFrom("^", "$", "\\b", "\\B", "\\A", "\\z", "(?m:^)", "(?m:$)", "(?i)", "(?s)");
const quantifier = fc.constantFrom("*", "+", "?", "*?", "{2}", "{0,2}", "{1,}", "{2,3}", "{0}");
const group = fc.constantFrom("(", "(?:", "(?i:", "(?s:", "(?m:", "(?-i:", "(?P<x>");

const { pattern } = fc.letrec<{ pattern: string; piece: string }>((tie) => ({
  pattern: fc
    .array(tie("piece"), { minLength: 1, maxLength: 4, size: "max" })
    .map((pieces) => pieces.join("")),
  piece: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 5, arbitrary: character },
    { weight: 1, arbitrary: fc.constant(".") },
    { weight: 1, arbitrary: named },
    { weight: 1, arbitrary: set },
    { weight: 1, arbitrary: assertion },
    {
      weight: 2,
      arbitrary: fc.tuple(tie("pattern"), quantifier).map(([body, times]) => `(?:${body})${times}`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(group, tie("pattern"), fc.oneof(tie("pattern"), fc.constant("")))
        .map(([open, first, second]) => `${open}${first}|${second})`),
    },
  ),
}));

/** A pattern that Go takes. */
export const patterns: fc.Arbitrary<string> = pattern;

const { capturing } = fc.letrec<{ capturing: string; item: string }>((tie) => ({
  capturing: fc
    .array(tie("item"), { minLength: 1, maxLength: 3, size: "max" })
    .map((items) => items.join("")),
  item: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 4, arbitrary: fc.constantFrom("a", "b", "c", "[ab]", ".", "é", "😀", "(?i:K)", "\\w", "[^a]") },
    {
      weight: 1,
      arbitrary: fc.constantFrom("^", "$", "\\b", "\\B", "(?m:^)", "(?m:$)", "()", "(?U)", "(?s:.)"),
    },
    {
      weight: 6,
      arbitrary: fc
        .tuple(
          fc.constantFrom("(", "(", "(", "(?:", "(?P<n>", "(?<m>", "(?i:", "(?U:"),
          fc.array(fc.oneof(tie("capturing"), fc.constant("")), { minLength: 1, maxLength: 3, size: "max" }),
          fc.constantFrom(
            ..."* + ? *? +? ?? {2} {0,2} {1,}? {2,3} {2,} {0} {1,2}?".split(" "),
            "",
            "",
            "",
            "",
          ),
        )
        .map(([open, branches, times]) => `${open}${branches.join("|")})${times}`),
    },
  ),
}));

/** A pattern that Go takes, with groups in loops, alternatives and groups. */
export const capturingPatterns: fc.Arbitrary<string> = capturing;

/** Subjects for them. */
export const capturedSubjects: fc.Arbitrary<string> = fc
  .array(fc.constantFrom("a", "a", "b", "b", "c", "k", "é", "😀", "\n", "\u212a", "\udcc3"), {
    maxLength: 9,
    size: "max",
  })
  .map((chosen) => chosen.join(""));

/** Subjects over the same characters, bytes that are not UTF-8 among them. */
export const subjects: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom("a", "b", "K", "s", "1", " ") },
      fc.constantFrom(...characters),
    ),
    {
      maxLength: 8,
      size: "max",
    },
  )
  .map((chosen) => chosen.join(""));

function escaped(text: string): string {
  return text.replace(/[\\.*+?()|[\]{}^$-]/g, "\\$&");
}
