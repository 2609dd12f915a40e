import { defineRule } from "../define-rule.ts";
import { type PatternToken, patternTokens } from "../pattern-tokens.ts";
import { regexpsOf } from "../patterns-of.ts";
import { placeIn } from "../replacements.ts";

/** Finds globs where regular expressions are wanted. */
export const globPattern = defineRule({
  code: "glob_pattern",
  severity: "warning",
  summary: "A regular expression that looks like a glob.",
  why: '`"pod-*"` is `pod` followed by any number of dashes, anywhere in the text. What begins with `pod-` is `"^pod-"`, and a star of a glob is `.*`.',
  bad: [
    { context: "log", text: 'IsMatch(resource.attributes["k8s.pod.name"], "pod-*")' },
    { context: "span", text: 'IsMatch(name, "/health*")' },
    { context: "log", kind: "statement", text: 'delete_matching_keys(attributes, "http.*.header_*")' },
  ],
  good: [
    { context: "log", text: 'IsMatch(resource.attributes["k8s.pod.name"], "^pod-")' },
    { context: "log", text: 'IsMatch(body, "a *b")' },
    { context: "log", text: 'IsMatch(body, "https?://[a-z]*")' },
    { context: "log", kind: "statement", text: 'replace_match(attributes["a"], "pod-*", "pod")' },
    { context: "log", text: 'IsMatch(body, "^go*gle$")' },
  ],
  *check(text) {
    for (const { pattern, source } of regexpsOf(text)) {
      const star = starOf(patternTokens(pattern));
      if (star === undefined) continue;
      const { before, start } = star;
      const part = pattern.slice(0, start + 1);
      yield {
        span: placeIn(text.text, source, 0, pattern.length),
        params: { part, means: `the star repeats ${JSON.stringify(before)}` },
        hint: `what begins with ${JSON.stringify(pattern.slice(0, start))} is matched by "^${pattern.slice(0, start).replace(/^\^/, "")}", anything in between by ".*"`,
      };
    }
  },
});

/** The star of a pattern without other signs of a regular expression, behind a part of a name. */
function starOf(
  tokens: readonly PatternToken[],
): { readonly before: string; readonly start: number } | undefined {
  const plain = tokens.every(({ kind, text }, i) => {
    if (kind === "quantifier") return text === "*";
    if (kind === "anchor") return i === 0 || i === tokens.length - 1;
    return kind === "literal" || kind === "dot";
  });
  if (!plain) return undefined;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    if (token.kind !== "quantifier" || before?.kind !== "literal") continue;
    const isEnd = i === tokens.length - 1;
    const separates = /[-_/:]/.test(before.text);
    if (separates || (isEnd && /[A-Za-z0-9]/.test(before.text)))
      return { before: before.text, start: token.start };
  }
  return undefined;
}
