import { defineRule } from "../define-rule.ts";
import { type PatternToken, patternTokens } from "../pattern-tokens.ts";
import { regexpsOf } from "../patterns-of.ts";
import { placeIn } from "../replacements.ts";

/** Finds dots of names that match any character. */
export const unescapedDot = defineRule({
  code: "unescaped_dot",
  severity: "info",
  summary: "A dot of what looks like the name of a host, a metric, an attribute or a file is any character.",
  why: "In a regular expression `.` matches any character; a dot is `\\.`, which a string writes as `\\\\.`.",
  bad: [
    { context: "metric", text: 'IsMatch(name, "^k8s.pod.cpu$")' },
    { context: "span", text: 'IsMatch(attributes["server.address"], "api.example.com")' },
    { context: "log", kind: "statement", text: 'keep_matching_keys(attributes, "^http.request")' },
  ],
  good: [
    { context: "metric", text: 'IsMatch(name, "^k8s\\\\.pod\\\\.cpu$")' },
    { context: "metric", text: 'IsMatch(name, "^k8s.*cpu$")' },
    { context: "log", text: 'IsMatch(body, "a.c")' },
    { context: "log", text: 'IsMatch(body, "error.[0-9]")' },
  ],
  *check(text) {
    for (const { pattern, source } of regexpsOf(text)) {
      const found = nameWithDot(patternTokens(pattern));
      if (found === undefined) continue;
      const escaped = found.name.replaceAll(".", "\\\\.");
      yield {
        span: placeIn(text.text, source, found.start, found.name.length),
        params: { part: found.name, found: found.name.replace(".", "-") },
        hint: `a dot is written "${escaped}" in a string of OTTL`,
      };
    }
  },
});

/** The first run of words of three letters or digits at least, joined by dots that are not repeated. */
function nameWithDot(
  tokens: readonly PatternToken[],
): { readonly name: string; readonly start: number } | undefined {
  let run: PatternToken[] = [];
  for (const token of [...tokens, undefined]) {
    if (token !== undefined && isPart(token)) {
      run.push(token);
      continue;
    }
    // What is repeated is no part of a name.
    if (token?.kind === "quantifier") run.pop();
    const found = dottedIn(run.map(({ text }) => text).join(""));
    if (found !== undefined) return { name: found.name, start: (run[0]?.start ?? 0) + found.start };
    run = [];
  }
  return undefined;
}

/** The first words with letters, of which the first has two characters from a letter on, and the dots between them. */
function dottedIn(run: string): { readonly name: string; readonly start: number } | undefined {
  const words = run.split(".");
  let start = 0;
  for (const [i, word] of words.entries()) {
    const letter = word.search(/[A-Za-z]./);
    if (letter >= 0) {
      const next = words.slice(i + 1);
      const end = next.findIndex((one) => !/[A-Za-z]/.test(one));
      const others = end < 0 ? next : next.slice(0, end);
      if (others.length > 0)
        return { name: [word.slice(letter), ...others].join("."), start: start + letter };
    }
    start += word.length + 1;
  }
  return undefined;
}

function isPart({ kind, text }: PatternToken): boolean {
  return kind === "dot" || (kind === "literal" && /^[A-Za-z0-9_-]$/.test(text));
}
