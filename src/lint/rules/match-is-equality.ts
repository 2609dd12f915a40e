import type { CallIr } from "../../check/ir.ts";
import { compareVersions } from "../../core/compatibility.ts";
import { quote } from "../../syntax/strings.ts";
import { defineRule, type LintText } from "../define-rule.ts";
import { literalsOfPattern } from "../literal-matches.ts";
import { regexpsOf } from "../patterns-of.ts";
import { isAlways } from "../types-of.ts";
import { ofKind } from "../visit-ir.ts";

/** Finds patterns that a plain comparison says as well. */
export const matchIsEquality = defineRule({
  code: "match_is_equality",
  severity: "info",
  summary: "A pattern that is a plain text bound to the begin, the end or both.",
  why: '`IsMatch(name, "^up$")` is `name == "up"`, and `IsMatch(name, "^http_")` is `HasPrefix(name, "http_")`: shorter, faster in the Collector, and without characters that mean something else. On what may be no string, `HasPrefix` and `HasSuffix` fail where `IsMatch` does not, so they are only proposed for paths of strings.',
  bad: [
    { context: "metric", text: 'IsMatch(name, "^up$")', fixed: 'name == "up"' },
    { context: "metric", text: 'not IsMatch(name, "^http_")', fixed: 'not HasPrefix(name, "http_")' },
    { context: "metric", text: 'IsMatch(name, "\\\\.count$")', fixed: 'HasSuffix(name, ".count")' },
    { context: "log", text: 'IsMatch(attributes["env"], "^prod$")' },
  ],
  good: [
    { context: "metric", text: 'IsMatch(name, "up")' },
    { context: "metric", text: 'IsMatch(name, "(?i)^up$")' },
    { context: "metric", text: 'IsMatch(name, "^up.*$")' },
    { context: "log", text: 'IsMatch(attributes["env"], "^prod")' },
    { context: "log", text: 'IsMatch(attributes["code"], "^5$")' },
    { context: "metric", text: 'IsMatch(name, "^up")', compatibility: "0.118.0" },
  ],
  *check(text) {
    const asked = new Set(ofKind(text, "truth").map((ir) => ir.value));
    for (const { call, pattern, subject } of regexpsOf(text)) {
      if (subject === undefined || !asked.has(call) || call.definition.textTest === undefined) continue;
      const literals = literalsOfPattern(pattern);
      const [literal, ...more] = literals ?? [];
      if (literal === undefined || more.length > 0 || literal.text === "") continue;
      const isString = isAlways(subject, "string");
      const { start, end } = subject.node.span;
      const written = text.text.slice(start, end);
      const value = quote(literal.text);
      let replacement: string | undefined;
      if (literal.atStart && literal.atEnd) {
        if (isString || isOnlyText(literal.text)) replacement = `${written} == ${value}`;
      } else if (isString && literal.atStart && hasFunction("HasPrefix", text)) {
        replacement = `HasPrefix(${written}, ${value})`;
      } else if (isString && literal.atEnd && hasFunction("HasSuffix", text)) {
        replacement = `HasSuffix(${written}, ${value})`;
      }
      if (replacement === undefined) continue;
      const fix = { title: `write ${replacement}`, span: spanOf(call), text: replacement };
      yield { span: call.node.span, params: { replacement }, ...(isString ? { fix } : {}) };
    }
  },
});

function spanOf({ node }: CallIr) {
  return { start: node.span.start, end: node.span.end };
}

/** Whether no number, bool, list, map or bytes has this text. */
function isOnlyText(text: string): boolean {
  return (
    /[g-zG-Z_/ -]/.test(text) &&
    !/^(?:true|false|nan|[+-]?inf(?:inity)?)$/i.test(text) &&
    !/^["[{]/.test(text) &&
    !/^[-+]?\d/.test(text)
  );
}

function hasFunction(name: string, { settings }: LintText): boolean {
  const definition = settings.functions.get(name);
  return definition !== undefined && compareVersions(settings.compatibility.version, definition.since) >= 0;
}
