import { defineRule } from "../define-rule.ts";
import { dollarsOf, groupExists, placeIn, replacementsOf } from "../replacements.ts";

/** Finds references to groups that the pattern does not have. */
export const replacementGroup = defineRule({
  code: "replacement_group",
  severity: "warning",
  summary: "A replacement names a group that its pattern does not have.",
  why: "Without braces the name of a group is as long as it can be: `$1_total` is the group `1_total`, which nothing has, and so the text vanishes. Write `${1}_total`; in the YAML of the Collector `$${1}_total`, since a single `$` before a brace is a variable there.",
  bad: [
    {
      context: "metric",
      kind: "statement",
      text: 'replace_pattern(name, "^(.*)_count$", "$1_total")',
      fixed: 'replace_pattern(name, "^(.*)_count$", "${1}_total")',
    },
    { context: "log", kind: "statement", text: 'replace_pattern(attributes["a"], "(a)(b)", "$3")' },
    { context: "log", kind: "statement", text: 'replace_all_patterns(attributes, "value", "a", "$price")' },
  ],
  good: [
    { context: "metric", kind: "statement", text: 'replace_pattern(name, "^(.*)_count$", "${1}_total")' },
    { context: "metric", kind: "statement", text: 'replace_pattern(name, "(?P<a>x)", "$a-$0")' },
    { context: "metric", kind: "statement", text: 'replace_pattern(name, "x", "5$")' },
  ],
  *check(text) {
    for (const replacement of replacementsOf(text)) {
      const { template, source, groups } = replacement;
      for (const { written, group, start } of dollarsOf(template)) {
        if (group === "" || groupExists(group, replacement)) continue;
        const span = placeIn(text.text, source, start, written.length);
        const number = written.startsWith("${") ? undefined : /^\d+(?=\D)/.exec(group)?.[0];
        const meant = number !== undefined && groupExists(number, replacement);
        const braced = `\${${number}}${group.slice(number?.length)}`;
        const whole = { start: source.node.span.start, end: source.node.span.end };
        yield {
          span: span.end > span.start ? span : whole,
          params: { written, group },
          ...(meant
            ? {
                label: `did you mean "${braced}"?`,
                hint: `in the YAML of the Collector: "$${braced}"`,
                fix: { title: `write ${braced}`, span, text: braced },
              }
            : { hint: hintFor(groups) }),
        };
      }
    }
  },
});

function hintFor(groups: readonly (string | undefined)[]): string {
  const known = groups.slice(1).map((name, i) => name ?? `${i + 1}`);
  return known.length === 0
    ? "the pattern has no groups; $$ stands for a dollar sign"
    : `groups of the pattern: ${known.join(", ")}; $$ stands for a dollar sign`;
}
