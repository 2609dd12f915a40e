/** A refused pattern: Go's reason and the UTF-16 offsets of the offending part. */
interface Refusal {
  readonly pattern: string;
  readonly reason: string;
  readonly start: number;
  readonly end: number;
}

const longestPart = 60;

/** What is wrong with a pattern, in Go's words. */
export const regexpMessages = {
  invalid_regex: (p: { pattern: string; reason: string; start: number; end: number }) => {
    const part = p.pattern.slice(p.start, p.end);
    const shown = part.length > longestPart ? `${part.slice(0, longestPart)}…` : part;
    return `invalid regular expression: ${p.reason}: "${shown}"`;
  },
} as const;

/** What a refused part of a pattern looks like, and what to say about it. */
const hints: readonly (readonly [reason: RegExp, rest: RegExp, hint: (rest: string) => string])[] = [
  [/Perl|capture/, /^\(\?<[=!]/, () => "RE2 has no look-behind"],
  [/Perl/, /^\(\?[=!]/, () => "RE2 has no look-ahead"],
  [/Perl/, /^\(\?P[=>]/, () => "RE2 has no back-references"],
  [/Perl/, /^\(\?>/, () => "RE2 has no atomic groups"],
  [/Perl/, /^\(\?#/, () => "RE2 has no comments"],
  [/Perl/, /^\(\?/, () => "RE2 has the flags i, m, s and U, set as in (?i) or (?i:…)"],
  [/escape/, /^\\([1-9]|[gk])/, () => "RE2 has no back-references"],
  [/escape/, /^\\u[0-9A-Fa-f]{4}/, (rest) => `write \\x{${rest.slice(2, 6)}}`],
  [/escape/, /^\\Z/, () => "write \\z for the end of the text"],
  [/escape/, /^\\h/, () => "write [ \\t] for horizontal space"],
  [/escape/, /^\\e/, () => "write \\x1b for escape"],
  [
    /nested/,
    /^[*+?}]|^\{/,
    () => "RE2 has no possessive repetition, and no repetition of a repetition without a group",
  ],
  [
    /class range/,
    /^\\[pP]/,
    () => "after \\p stands a general category such as Lu or a script of one word such as Greek",
  ],
  [
    /class range/,
    /^\[:/,
    () =>
      "the classes are [:alnum:], [:alpha:], [:ascii:], [:blank:], [:cntrl:], [:digit:], [:graph:], [:lower:], [:print:], [:punct:], [:space:], [:upper:], [:word:] and [:xdigit:]",
  ],
  [/class range/, /./, () => "the first character of a range must not come after the last"],
  [/repeat count/, /./, () => "nothing can be repeated more than 1000 times, groups within groups included"],
  [/capture/, /./, () => "a name of a group has letters, digits and _ only"],
  [/missing closing \)/, /./, () => "write \\( for the character"],
  [/unexpected \)/, /./, () => "write \\) for the character"],
  [/missing closing \]/, /./, () => "write \\[ for the character"],
  [/missing argument/, /./, (rest) => `write \\${rest.charAt(0)} for the character`],
];

/** What may help against a refused pattern, or `undefined`. */
export function regexpHint({ pattern, reason, start }: Refusal): string | undefined {
  const rest = pattern.slice(start, start + 10);
  return hints.find(([about, begin]) => about.test(reason) && begin.test(rest))?.[2](rest);
}
