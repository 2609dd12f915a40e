import { defineRule } from "../define-rule.ts";
import { dollarsOf, groupExists, placeIn, replacementsOf } from "../replacements.ts";

/** Finds groups behind a doubled dollar sign. */
export const doubledDollar = defineRule({
  code: "doubled_dollar",
  severity: "warning",
  summary: "A replacement with two dollar signs before what looks like a group.",
  why: "`$$` is a dollar sign that stays. In the YAML of the Collector `$$1` is written for `$1`, since it makes one dollar sign of two before OTTL sees the text; elsewhere, and in files of OTTL, one is enough.",
  bad: [
    {
      context: "log",
      kind: "statement",
      text: 'replace_pattern(attributes["ip"], "(\\\\d+\\\\.)\\\\d+", "$$1x")',
      fixed: 'replace_pattern(attributes["ip"], "(\\\\d+\\\\.)\\\\d+", "${1}x")',
    },
    { context: "log", kind: "statement", text: 'replace_pattern(attributes["a"], "(?P<n>a)", "$${n}")' },
    {
      context: "log",
      kind: "statement",
      text: 'replace_pattern(attributes["a"], "(a)b", "$$1")',
      fixed: 'replace_pattern(attributes["a"], "(a)b", "$1")',
    },
  ],
  good: [
    { context: "log", kind: "statement", text: 'replace_pattern(attributes["a"], "(a)b", "$1")' },
    { context: "log", kind: "statement", text: 'replace_pattern(attributes["a"], "(a)b", "$$")' },
    { context: "log", kind: "statement", text: 'replace_pattern(attributes["a"], "a", "US$$5")' },
  ],
  *check(text) {
    for (const replacement of replacementsOf(text)) {
      const { template, source } = replacement;
      for (const { written, start } of dollarsOf(template)) {
        if (written !== "$$") continue;
        const behind = template.slice(start + 1);
        const [next] = dollarsOf(behind);
        const named = /^\d+/.exec(next?.group ?? "")?.[0] ?? next?.group ?? "";
        if (next === undefined || next.start !== 0 || named === "" || !groupExists(named, replacement))
          continue;
        const group = next.written.startsWith("${") ? next.written : `$${named}`;
        const span = placeIn(text.text, source, start, group.length + 1);
        // With what follows, a number without braces would be the name of another group.
        const mended = named === next.group ? group : `\${${named}}`;
        yield {
          span,
          params: { written: `$${group}`, group },
          fix: { title: `write ${mended}`, span, text: mended },
        };
      }
    }
  },
});
