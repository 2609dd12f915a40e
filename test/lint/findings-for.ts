import { type Diagnostic, lint } from "../../src/index.ts";
import type { LintExample } from "../../src/lint/define-rule.ts";

/** What lint tells of an example. */
export function findingsFor(example: LintExample): readonly Diagnostic[] {
  const { context, text, kind = "condition", before = [], configuration, compatibility, gates } = example;
  const all = lint(context, [...before, text], {
    kind,
    ...(configuration && { configuration }),
    ...(compatibility && { compatibility }),
    ...(gates && { gates }),
  });
  return all.at(-1) ?? [];
}
