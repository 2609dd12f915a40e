/** What is wrong with a pattern, in Go's words. */
export const regexpMessages = {
  invalid_regex: (p: { pattern: string; reason: string; start: number; end: number }) =>
    p.start === p.end
      ? `invalid regular expression: ${p.reason}`
      : `invalid regular expression: ${p.reason}: "${p.pattern.slice(p.start, p.end)}"`,
} as const;
