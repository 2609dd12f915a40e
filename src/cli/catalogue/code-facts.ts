import { allMessages } from "../../diagnostics/all-messages.ts";
import { lintMessages } from "../../diagnostics/codes/lint.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import { rules } from "../../lint/index.ts";
import { advice } from "./diagnostic-advice.ts";
import { templateOf } from "./message-templates.ts";

/** What there is to know about a code. */
export interface CodeFacts {
  readonly code: string;
  /** Where it belongs to, as a heading. */
  readonly group: string;
  readonly severity: Severity;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** Its message, what differs in angles. */
  readonly message: string;
  /** Why it matters and what to do. */
  readonly why: string;
  /** A text in which it is found, with its context. */
  readonly bad?: string;
  /** A text in which it is not. */
  readonly good?: string;
}

const lintGroup = "Lint rules: the text is right, and odd";
const otherGroup = "Configurations, files, scrapes and tests";

/** Those that are told without being errors. */
const severities: Readonly<Record<string, Severity>> = {
  action_setting_ignored: "warning",
  expand_unset: "warning",
  filter_of_other_signals: "warning",
  filter_profiles_not_run: "warning",
  filter_setting_unused: "warning",
  filter_split_text: "warning",
  filter_without_conditions: "warning",
  format_left: "info",
  match_not_asked: "warning",
  processor_not_run: "warning",
  transform_profiles_not_run: "warning",
  transform_split_text: "warning",
  transform_without_statements: "warning",
  version_not_modelled: "warning",
  yaml_more_documents: "warning",
};

/** Every code, those of lint rules first. */
export function allCodes(): readonly string[] {
  const lint = Object.keys(lintMessages);
  const advised = Object.values(advice).flatMap((group) => Object.keys(group));
  return [...new Set([...lint, ...advised, ...Object.keys(allMessages).sort()])];
}

/** The facts of a code of `allCodes`. */
export function codeFacts(code: string): CodeFacts {
  const table: Readonly<Record<string, (params: never) => string>> = allMessages;
  const write = Object.hasOwn(table, code) ? table[code] : undefined;
  const message = write === undefined ? code.replaceAll("_", " ") : templateOf(write);
  const rule = rules.find((one) => one.code === code);
  if (rule !== undefined) {
    const { severity, summary, why, bad, good } = rule;
    return {
      code,
      group: lintGroup,
      severity,
      summary: sentence(summary),
      message,
      why,
      bad: bad[0].text,
      good: good[0].text,
    };
  }
  const groups: readonly (readonly [string, Readonly<Record<string, string>>])[] = Object.entries(advice);
  const [group = otherGroup, advised] = groups.find(([, codes]) => Object.hasOwn(codes, code)) ?? [];
  return {
    code,
    group: group.replaceAll(/ \(phase `\w+`\)/g, ""),
    severity: severities[code] ?? "error",
    summary: sentence(message),
    message,
    why: advised?.[code] ?? "Change what the message names, at the place that is told with it.",
  };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
