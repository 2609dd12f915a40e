import { md5 } from "@noble/hashes/legacy.js";
import { assertNever } from "../core/assert-never.ts";
import { toLower, toUpper } from "../core/letter-case.ts";
import { encodeUtf8 } from "../core/utf8.ts";
import { invalidOption } from "../diagnostics/invalid-option.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireKind, requireOptions } from "../diagnostics/require-options.ts";
import { prometheusCompatibility } from "./capabilities.ts";
import { LabelSet } from "./label-set.ts";
import type { Labels } from "./labels.ts";
import {
  isLabelName,
  type NameValidation,
  nameValidations,
  type ReadRule,
  type RelabelRule,
  type RuleProblem,
  readRule,
} from "./relabel-rule.ts";
import { type Captures, expandTemplate } from "./relabel-template.ts";

export interface RelabelOptions {
  /** The contrib version whose Prometheus is wanted, such as `"0.118.0"`; default: the newest known. */
  readonly compatibility?: string;
  /** Which names labels may have, as `metric_name_validation_scheme` says; default `utf8`. */
  readonly nameValidation?: NameValidation;
}

/** A rule that is ready to run. */
export interface CompiledRule {
  readonly rule: RelabelRule;
  /** Changes the labels and tells whether they stay. */
  readonly apply: (labels: LabelSet) => boolean;
}

/** What is wrong with one of several rules. */
export interface RelabelProblem extends RuleProblem {
  /** The index of the rule. */
  readonly rule: number;
}

/** Rules that are ready to run, and what is wrong with the others. */
export function readRelabelRules(
  rules: readonly RelabelRule[],
  options: RelabelOptions = {},
): { readonly compiled: readonly CompiledRule[]; readonly problems: readonly RelabelProblem[] } {
  requireOptions("options", options, { nameValidation: { optional: nameValidations } });
  requireRules(rules);
  const names = options.nameValidation ?? "utf8";
  const reading = { compatibility: prometheusCompatibility(options.compatibility), names };
  const compiled: CompiledRule[] = [];
  const problems: RelabelProblem[] = [];
  for (const [i, rule] of rules.entries()) {
    const read = readRule(rule, reading);
    if ("action" in read) compiled.push({ rule, apply: applying(read, names) });
    else problems.push(...read.map((problem) => ({ ...problem, rule: i })));
  }
  return { compiled, problems };
}

/** Makes rules ready to run; throws an `OttlError` of phase `configuration` with all that is wrong with them. */
export function relabelRules(
  rules: readonly RelabelRule[],
  options: RelabelOptions = {},
): readonly CompiledRule[] {
  const { compiled, problems } = readRelabelRules(rules, options);
  const [first, ...others] = problems.map(({ rule, field, ...problem }) => ({
    ...problem,
    span: { start: 0, end: 0 },
    setting: `[${rule}].${field}`,
  }));
  if (first !== undefined) throw new OttlError("configuration", [first, ...others], "");
  return compiled;
}

/** The labels after all rules, or `undefined` where one of them drops them. */
export function relabel(labels: Labels, rules: readonly CompiledRule[]): Labels | undefined {
  requireKind("labels", "list", labels);
  for (const [i, label] of labels.entries())
    requireOptions(`labels[${i}]`, label, { name: "text", value: "text" }, `labels[${i}].`);
  requireCompiled("rules", rules);
  const set = new LabelSet(labels);
  return relabelSet(set, rules) ? set.labels() : undefined;
}

/** Applies the rules to labels, in place, and tells whether they stay. */
export function relabelSet(labels: LabelSet, rules: readonly CompiledRule[]): boolean {
  return rules.every(({ apply }) => apply(labels));
}

/** Throws where rules are not those that `relabelRules` makes. */
export function requireCompiled(option: string, rules: unknown): void {
  const isCompiled = (rule: Partial<CompiledRule> | null | undefined) => typeof rule?.apply === "function";
  if (!Array.isArray(rules)) throw invalidOption(option, "an array", rules);
  const wrong = rules.findIndex((rule) => !isCompiled(rule));
  if (wrong >= 0) throw invalidOption(`${option}[${wrong}]`, "a rule that relabelRules made", rules[wrong]);
}

function requireRules(rules: readonly RelabelRule[]): void {
  requireKind("rules", "list", rules);
  const text = { optional: "text" } as const;
  for (const [i, rule] of rules.entries()) {
    const shape = {
      action: text,
      source_labels: { optional: "texts" },
      separator: text,
      regex: text,
      target_label: text,
      replacement: text,
    } as const;
    requireOptions(`rules[${i}]`, rule, shape, `rules[${i}].`);
    const { modulus = 0 } = rule;
    if (!(typeof modulus === "bigint" || Number.isSafeInteger(modulus)) || modulus < 0)
      throw invalidOption(`rules[${i}].modulus`, "a whole number", modulus);
  }
}

function applying(read: ReadRule, names: NameValidation): CompiledRule["apply"] {
  const { action, source, separator, regex, modulus, target } = read;
  const input = (labels: LabelSet) => source.map((name) => labels.get(name)).join(separator);
  const setting = (change: (text: string) => string) => (labels: LabelSet) => {
    labels.set(target, change(input(labels)));
    return true;
  };
  switch (action) {
    case "keep":
      return (labels) => regex.test(input(labels));
    case "drop":
      return (labels) => !regex.test(input(labels));
    case "keepequal":
      return (labels) => labels.get(target) === input(labels);
    case "dropequal":
      return (labels) => labels.get(target) !== input(labels);
    case "lowercase":
      return setting(toLower);
    case "uppercase":
      return setting(toUpper);
    case "hashmod":
      return setting((text) => String(hash(text) % modulus));
    case "replace":
      return replacing(read, input, names);
    case "labelmap":
      return mapping(read);
    case "labeldrop":
      return dropping((name) => regex.test(name));
    case "labelkeep":
      return dropping((name) => !regex.test(name));
    default:
      return assertNever(action);
  }
}

function replacing(
  { regex, target, replacement }: ReadRule,
  input: (labels: LabelSet) => string,
  names: NameValidation,
): CompiledRule["apply"] {
  return (labels) => {
    const captures = capturesOf(regex, input(labels));
    if (captures === undefined) return true;
    const name = expandTemplate(target, captures);
    if (isLabelName(name, names)) labels.set(name, expandTemplate(replacement, captures));
    return true;
  };
}

function mapping({ regex, replacement }: ReadRule): CompiledRule["apply"] {
  return (labels) => {
    for (const { name, value } of labels.list()) {
      const captures = capturesOf(regex, name);
      if (captures !== undefined) labels.set(expandTemplate(replacement, captures), value);
    }
    return true;
  };
}

function dropping(drops: (name: string) => boolean): CompiledRule["apply"] {
  return (labels) => {
    for (const { name } of labels.list()) if (drops(name)) labels.set(name, "");
    return true;
  };
}

function capturesOf(regex: ReadRule["regex"], text: string): Captures | undefined {
  const spans = regex.exec(text);
  if (spans === undefined) return undefined;
  return {
    names: regex.groups,
    values: spans.map((span) => span && text.slice(span.start, span.end)),
  };
}

/** The last eight bytes of the MD5 sum, as one number. */
function hash(text: string): bigint {
  const sum = md5(encodeUtf8(text));
  return new DataView(sum.buffer, sum.byteOffset).getBigUint64(8);
}
