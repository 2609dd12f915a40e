import { defineRule } from "../define-rule.ts";
import { globsOf } from "../patterns-of.ts";
import { placeIn } from "../replacements.ts";

/** Finds regular expressions where globs are wanted. */
export const regexAsGlob = defineRule({
  code: "regex_as_glob",
  severity: "warning",
  summary: "A glob that looks like a regular expression.",
  why: "`replace_match` and `replace_all_matches` compare the whole text with a glob: `.`, `^`, `$` and brackets stand for themselves, `*` for anything. `replace_pattern` and `replace_all_patterns` take regular expressions.",
  bad: [
    {
      context: "span",
      kind: "statement",
      text: 'replace_match(attributes["http.target"], "/user/.*", "/user/{id}")',
    },
    { context: "span", kind: "statement", text: 'replace_match(name, "^GET /$", "GET")' },
    { context: "span", kind: "statement", text: 'replace_all_matches(attributes, "\\\\d+", "n")' },
  ],
  good: [
    {
      context: "span",
      kind: "statement",
      text: 'replace_match(attributes["http.target"], "/user/*", "/user/{id}")',
    },
    {
      context: "span",
      kind: "statement",
      text: 'replace_pattern(attributes["http.target"], "/user/.*", "")',
    },
    { context: "span", kind: "statement", text: 'replace_match(attributes["file"], "*.json", "json")' },
  ],
  *check(text) {
    for (const { pattern, source, call } of globsOf(text)) {
      const match = signs.exec(pattern);
      if (match === null) continue;
      const { name } = call.definition;
      const other = name.replace("_match", "_pattern").replace("_patternes", "_patterns");
      yield {
        span: placeIn(text.text, source, match.index, match[0].length),
        params: { name, part: match[0] },
        hint: `${other} takes regular expressions`,
      };
    }
  },
});

/** What regular expressions have and names that are matched hardly do. */
const signs = /(?:\.[*+](?![A-Za-z0-9]))|^\^|\$$|\\[dswDSWb]|\(\?|\[\^[^\]]*\]|\([^()]*\|[^()]*\)|\)[*+?]/;
