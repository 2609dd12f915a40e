import { type Code, makeDiagnostic, type ParamsOf } from "../diagnostics/all-messages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import type { Extra } from "../diagnostics/make-diagnostic.ts";
import { hintOf } from "../diagnostics/messages.ts";
import { compileMatcher, type Matcher } from "../regexp/matcher.ts";
import { RegexpError } from "../regexp/regexp-error.ts";
import type { PrometheusCompatibility } from "./capabilities.ts";
import { isTemplate } from "./relabel-template.ts";

/** A rule of `relabel_configs` or `metric_relabel_configs`, with the names that it has in YAML. */
export interface RelabelRule {
  /** Default `replace`; in upper or lower case. */
  readonly action?: string;
  /** The labels whose values are joined; default none. */
  readonly source_labels?: readonly string[];
  /** What the values are joined with; default `;`. */
  readonly separator?: string;
  /** What the joined values, or for the actions on labels each name, must match as a whole; default `(.*)`. */
  readonly regex?: string;
  readonly modulus?: number | bigint;
  readonly target_label?: string;
  /** Default `$1`. */
  readonly replacement?: string;
}

/** Which names labels may have: letters, digits and underscores, or any text. */
export type NameValidation = (typeof nameValidations)[number];
export const nameValidations = ["legacy", "utf8"] as const;

export type RelabelAction = (typeof relabelActions)[number];

/** What is wrong with a rule; the place is in the value of the field, and empty where all of that is meant. */
export interface RuleProblem extends Diagnostic {
  readonly field: keyof RelabelRule;
}

/** A rule with its defaults. */
export interface ReadRule {
  readonly action: RelabelAction;
  readonly source: readonly string[];
  readonly separator: string;
  readonly regex: Matcher;
  readonly modulus: bigint;
  readonly target: string;
  readonly replacement: string;
}

/** How rules are read. */
export interface RuleReading {
  readonly compatibility: PrometheusCompatibility;
  readonly names: NameValidation;
}

export const relabelActions = [
  "replace",
  "keep",
  "drop",
  "keepequal",
  "dropequal",
  "hashmod",
  "labelmap",
  "labeldrop",
  "labelkeep",
  "lowercase",
  "uppercase",
] as const;

/** What the values of source labels are joined with where a rule does not say. */
export const defaultSeparator = ";";
/** What the joined values must match where a rule does not say. */
export const defaultRegex = "(.*)";
const defaultReplacement = "$1";
const nowhere = { start: 0, end: 0 };
const templatedName = /^(?:[a-zA-Z_]|\$(?:\{\w+\}|\w))(?:\w|\$(?:\{\w+\}|\w))*$/;

/** The actions that set a label or compare one. */
const targeted = new Set<string>(["replace", "hashmod", "lowercase", "uppercase", "keepequal", "dropequal"]);

/** Fields that an action does not take, should they differ from their defaults. */
const unused: Readonly<Partial<Record<RelabelAction, readonly (keyof RelabelRule)[]>>> = {
  lowercase: ["replacement"],
  uppercase: ["replacement"],
  keepequal: ["regex", "modulus", "separator", "replacement"],
  dropequal: ["regex", "modulus", "separator", "replacement"],
  labeldrop: ["source_labels", "target_label", "modulus", "separator", "replacement"],
  labelkeep: ["source_labels", "target_label", "modulus", "separator", "replacement"],
};

/** Reads a rule as Prometheus does when it loads a configuration: the rule, or everything that is wrong with it. */
export function readRule(rule: RelabelRule, reading: RuleReading): ReadRule | readonly RuleProblem[] {
  const { separator = defaultSeparator, target_label: target = "", replacement = defaultReplacement } = rule;
  const source = rule.source_labels ?? [];
  const action = relabelActions.find((name) => name === (rule.action ?? "replace").toLowerCase());
  const modulus = BigInt(rule.modulus ?? 0);
  const regex = readRegex(rule.regex ?? defaultRegex, reading.compatibility);
  const problems: RuleProblem[] = [];
  if (!isMatcher(regex)) problems.push(regex);
  for (const label of source)
    if (!isLabelName(label, reading.names))
      problems.push(problem("source_labels", "relabel_label_name", { label }));
  if (action === undefined) problems.push(unknownAction(rule.action ?? ""));
  else problems.push(...problemsOf(action, rule, { modulus, target, replacement }, reading));
  if (action === undefined || !isMatcher(regex) || problems.length > 0) return problems;
  return { action, source, separator, regex, modulus, target, replacement };
}

/** Whether a label may have the name. */
export function isLabelName(name: string, names: NameValidation): boolean {
  return names === "legacy" ? /^[a-zA-Z_]\w*$/.test(name) : name !== "" && !/\p{Surrogate}/u.test(name);
}

function problemsOf(
  action: RelabelAction,
  rule: RelabelRule,
  { modulus, target, replacement }: Pick<ReadRule, "modulus" | "target" | "replacement">,
  reading: RuleReading,
): readonly RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (action === "hashmod" && modulus === 0n)
    problems.push(problem("modulus", "relabel_modulus_missing", undefined));
  if (targeted.has(action)) {
    if (target === "") problems.push(problem("target_label", "relabel_target_missing", { action }));
    else if (!(action === "replace" ? isTargetName(target, reading) : isLabelName(target, reading.names)))
      problems.push(problem("target_label", "relabel_label_name", { label: target }));
  }
  if (action === "labelmap" && !isNameTemplate(replacement, reading))
    problems.push(problem("replacement", "relabel_label_name", { label: replacement }));
  for (const field of unused[action] ?? [])
    if (isGiven(rule, field)) problems.push(problem(field, "relabel_field_unused", { action, field }));
  return problems;
}

function unknownAction(action: string): RuleProblem {
  const meant = suggestion(action, relabelActions);
  return problem("action", "relabel_action", { action, valid: relabelActions }, meant);
}

function problem<C extends Code>(
  field: keyof RelabelRule,
  code: C,
  params: ParamsOf<C>,
  extra: Extra = {},
): RuleProblem {
  return { field, ...makeDiagnostic(code, params, nowhere, extra) };
}

function isTargetName(target: string, reading: RuleReading): boolean {
  return isTemplate(target) ? isNameTemplate(target, reading) : isLabelName(target, reading.names);
}

/** Whether a text is a label's name once it is filled in, as far as can be told. */
function isNameTemplate(template: string, { compatibility, names }: RuleReading): boolean {
  return names === "utf8" && compatibility.has("utf8_name_templates")
    ? isLabelName(template, names)
    : templatedName.test(template);
}

/** Whether a field is there and not what it is by default; a pattern or a list counts whatever it is. */
function isGiven(rule: RelabelRule, field: keyof RelabelRule): boolean {
  switch (field) {
    case "separator":
      return (rule.separator ?? defaultSeparator) !== defaultSeparator;
    case "replacement":
      return (rule.replacement ?? defaultReplacement) !== defaultReplacement;
    case "modulus":
      return BigInt(rule.modulus ?? 0) !== 0n;
    case "target_label":
      return (rule.target_label ?? "") !== "";
    default:
      return rule[field] !== undefined;
  }
}

/** The pattern between anchors; since Prometheus 3 a dot is any character there. */
function readRegex(pattern: string, compatibility: PrometheusCompatibility): Matcher | RuleProblem {
  const open = compatibility.has("dot_all_rules") ? "^(?s:" : "^(?:";
  try {
    return compileMatcher(`${open}${pattern})$`);
  } catch (error) {
    if (!(error instanceof RegexpError)) throw error;
    const whole = { reason: error.reason, start: 0, end: pattern.length };
    const { reason, start, end } = refusalOf(pattern) ?? whole;
    const params = { pattern, reason, start, end };
    const hint = hintOf("invalid_regex", params);
    const extra = hint === undefined ? {} : { hint };
    return { ...problem("regex", "invalid_regex", params, extra), span: { start, end } };
  }
}

/** What is wrong with a pattern on its own. */
function refusalOf(pattern: string): RegexpError | undefined {
  try {
    compileMatcher(pattern);
    return undefined;
  } catch (error) {
    if (error instanceof RegexpError) return error;
    throw error;
  }
}

function isMatcher(regex: Matcher | RuleProblem): regex is Matcher {
  return "exec" in regex;
}
