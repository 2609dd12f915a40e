import { describe, expect, test } from "vitest";
import { lintMessages } from "../../src/diagnostics/codes/lint.ts";
import { type Diagnostic, lint } from "../../src/index.ts";
import type { LintExample } from "../../src/lint/define-rule.ts";
import { rules } from "../../src/lint/index.ts";
import { findingsFor } from "./findings-for.ts";

test("rules are sorted and have each a message of their own", () => {
  const codes = rules.map(({ code }) => code);
  expect(codes).toEqual(codes.toSorted());
  expect(codes).toEqual(Object.keys(lintMessages).sort());
});

describe.for(rules)("$code", ({ code, severity, bad, good }) => {
  const found = (example: LintExample): readonly Diagnostic[] =>
    findingsFor(example).filter((one) => one.code === code);

  test.for(bad)("is found in $text", (example) => {
    const findings = found(example);
    expect(findings).not.toEqual([]);
    for (const { span, severity: own } of findings) {
      expect(span.start).toBeLessThan(span.end);
      expect(span.end).toBeLessThanOrEqual(example.text.length);
      expect([severity, "info"]).toContain(own);
    }
  });

  test.for(good)("is not found in $text", (example) => {
    expect(findingsFor(example).filter((one) => one.code === code || one.severity === "error")).toEqual([]);
  });

  test.for(bad.filter(({ fixed }) => fixed !== undefined))("is mended in $text", (example) => {
    const fixes = found(example).flatMap(({ fix }) => fix ?? []);
    expect(fixes).toHaveLength(1);
    const [fix] = fixes;
    const { text } = example;
    const mended = text.slice(0, fix?.span.start) + fix?.text + text.slice(fix?.span.end);
    expect(mended).toBe(example.fixed);
    expect(found({ ...example, text: mended })).toEqual([]);
  });

  test.for(bad)("is off in $text where it is switched off", (example) => {
    const { context, text, kind = "condition", before = [], configuration, compatibility, gates } = example;
    const all = lint(context, [...before, text], {
      kind,
      rules: { [code]: "off" },
      ...(configuration && { configuration }),
      ...(compatibility && { compatibility }),
      ...(gates && { gates }),
    });
    expect(all.flat().map((one) => one.code)).not.toContain(code);
  });
});
