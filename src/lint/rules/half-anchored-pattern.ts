import { defineRule } from "../define-rule.ts";
import { branchesOfPattern, type PatternToken, patternTokens } from "../pattern-tokens.ts";
import { regexpsOf } from "../patterns-of.ts";
import { placeIn } from "../replacements.ts";

/** Finds anchors that bind one alternative of several. */
export const halfAnchoredPattern = defineRule({
  code: "half_anchored_pattern",
  severity: "warning",
  summary: "An anchor that binds only the first or the last of several alternatives.",
  why: "`^a|b$` is what begins with `a` or ends with `b`. Brackets make the anchors bind all: `^(a|b)$`.",
  bad: [
    { context: "metric", text: 'IsMatch(name, "^up|down$")' },
    { context: "metric", text: 'IsMatch(name, "^http_server|http_client|grpc_server")' },
  ],
  good: [
    { context: "metric", text: 'IsMatch(name, "^(up|down)$")' },
    { context: "metric", text: 'IsMatch(name, "^up$|^down$")' },
    { context: "metric", text: 'IsMatch(name, "^up|^down")' },
    { context: "log", kind: "statement", text: 'replace_pattern(attributes["a"], "^\\\\s+|\\\\s+$", "")' },
  ],
  *check(text) {
    for (const { pattern, source } of regexpsOf(text)) {
      const branches = branchesOfPattern(patternTokens(pattern));
      const [first] = branches;
      const last = branches.at(-1);
      if (branches.length < 2 || first === undefined || last === undefined) continue;
      const starts = branches.filter((branch) => branch[0]?.text === "^");
      const ends = branches.filter((branch) => branch.at(-1)?.text === "$");
      const startsHalf = starts.length === 1 && starts[0] === first && !first.at(-1)?.text.includes("$");
      const endsHalf = ends.length === 1 && ends[0] === last && last[0]?.text !== "^";
      if (!(startsHalf || endsHalf) || !branches.every(isName)) continue;
      yield {
        span: placeIn(text.text, source, 0, pattern.length),
        params: {
          anchor: startsHalf ? "^" : "$",
          branch: textOf(startsHalf ? first : last),
          count: branches.length - 1,
        },
        hint: `to bind all of them, write ${startsHalf ? "^" : ""}(${branches.map((branch) => textOf(branch).replace(/^\^|\$$/g, "")).join("|")})${endsHalf ? "$" : ""}`,
      };
    }
  },
});

/** White space at either end, and the like, is often meant as it is written. */
function isName(branch: readonly PatternToken[]): boolean {
  return branch.some(({ kind, text }) => kind === "literal" && /[A-Za-z]/.test(text));
}

function textOf(branch: readonly PatternToken[]): string {
  return branch.map(({ text }) => text).join("");
}
