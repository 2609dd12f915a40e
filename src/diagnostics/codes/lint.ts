import { quoted } from "../quoted.ts";

/** A piece of OTTL on one line, cut after some characters. */
function code(text: string, most = 60): string {
  const short = text.length > most ? `${text.slice(0, most)}…` : text;
  return `\`${String(short).replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")}\``;
}

/** What lint rules find in texts that are right as far as the language goes. */
export const lintMessages = {
  always_fails: (p: { text: string; reason: string }) =>
    `${code(p.text)} fails whenever it is evaluated: ${p.reason}`,
  and_always_false: (p: { one: string; other: string }) =>
    `${code(p.one)} and ${code(p.other)} never hold together: the condition is always false`,
  arithmetic_types: (p: { operator: string; operands: string }) =>
    `"${p.operator}" fails whenever it is evaluated: it does not take ${p.operands}`,
  bucket_name: (p: { name: string }) =>
    `no metric of a histogram is named ${quoted(p.name)}: in OTLP the buckets are in the histogram's data points`,
  comparison_types: (p: {
    left: string;
    leftType: string;
    right: string;
    rightType: string;
    verdict: boolean;
  }) => `${code(p.left)} is ${p.leftType}, ${code(p.right)} is ${p.rightType}: this is always ${p.verdict}`,
  comparison_without_order: (p: { type: string }) =>
    `values of type ${p.type} have no order: this is always false`,
  constant_condition: (p: { verdict: boolean }) => `this is ${p.verdict} for every record`,
  deprecated: (p: { what: string; last: string | undefined }) =>
    p.last === undefined
      ? `${p.what} is announced to go: later versions will not have it`
      : `${p.what} is there until version ${p.last}, later ones do not have it`,
  doubled_dollar: (p: { written: string; group: string }) =>
    `${quoted(p.written)} puts in the text ${quoted(p.group)}, not the group`,
  duplicate_condition: (p: { first: string }) => `this says the same as ${p.first}`,
  error_mode_unstated: (p: { component: string; version: string; ignores: boolean }) =>
    p.ignores
      ? `this can fail, and no error_mode is stated: ${p.component} ${p.version} takes ignore, older versions propagate`
      : `this can fail, and no error_mode is stated: ${p.component} ${p.version} takes propagate, newer versions ignore`,
  glob_pattern: (p: { part: string; means: string }) =>
    `${quoted(p.part)} looks like a glob, but is a regular expression: ${p.means}`,
  half_anchored_pattern: (p: { anchor: string; branch: string; count: number }) =>
    `"${p.anchor}" binds ${quoted(p.branch)} only, not the ${p.count === 1 ? "other alternative" : `${p.count} other alternatives`}`,
  implied_condition: (p: { other: string; operator: "and" | "or" }) =>
    p.operator === "or"
      ? `this adds nothing: ${code(p.other)} holds wherever it does`
      : `this adds nothing: it holds wherever ${code(p.other)} does`,
  integer_division: (p: { text: string; why: string }) =>
    `${code(p.text)} divides ints and drops the fraction: ${p.why}`,
  lower_context_keeps_record: (p: { about: string; dropped: string; kept: string }) =>
    `this asks about the ${p.about} only, but drops ${p.dropped}: all of them go and the ${p.kept} stays`,
  match_is_equality: (p: { replacement: string }) => `this pattern says no more than ${code(p.replacement)}`,
  never_nil: (p: { text: string; instead: string; verdict: boolean }) =>
    `${code(p.text)} is never nil${p.instead}: this is always ${p.verdict}`,
  nil_is_unequal: (p: { text: string }) => `this also holds where ${code(p.text)} is missing`,
  not_fails_open: (p: { text: string }) =>
    `where ${code(p.text)} fails, the condition is skipped and the record stays, although not(…) was to drop it`,
  number_or_text: (p: { key: string; literal: string }) =>
    `${quoted(p.key)} is an int by convention, which never equals and is never ordered by the text ${quoted(p.literal)}`,
  or_always_true: (p: { one: string; other: string }) =>
    `one of ${code(p.one)} and ${code(p.other)} always holds: the condition is always true`,
  regex_as_glob: (p: { name: string; part: string }) =>
    `${p.name} takes a glob, in which ${quoted(p.part)} stands for itself, as no regular expression`,
  replacement_group: (p: { written: string; group: string }) =>
    `${quoted(p.written)} stands for the group ${quoted(p.group)}, which the pattern does not have: nothing is put in`,
  shadowed_name: (p: { name: string; what: string }) =>
    `the parameter ${quoted(p.name)} hides ${p.what} of the same name`,
  statement_without_effect: (p: { where: string; reason: string }) =>
    `this statement changes nothing${p.where}: ${p.reason}`,
  text_never_occurs: (p: { text: string; literal: string; verdict: boolean }) =>
    `${code(p.text)} is never ${quoted(p.literal)}: this is always ${p.verdict}`,
  unanchored_match: (p: { found: string; looks: string }) =>
    `the pattern looks like ${p.looks}, but matches anywhere in the text: in ${quoted(p.found)}, too`,
  unescaped_dot: (p: { part: string; found: string }) =>
    `the dot in ${quoted(p.part)} is any character: ${quoted(p.found)} matches, too`,
  unreachable_condition: (p: { first: string }) => `this is never asked: ${p.first} always holds`,
  value_of_other_kind: (p: { text: string; kind: string; verdict: boolean | undefined }) =>
    p.verdict === undefined
      ? `${code(p.text)} is 0 here: the condition lets only ${p.kind} points through`
      : `${code(p.text)} is 0 on ${p.kind} points: this is ${p.verdict} for each of them`,
  write_type: (p: { path: string; reason: string; told: boolean }) =>
    `${p.told ? "this always fails" : "this never does anything"}: ${p.reason}`,
} as const;

/** The code of a lint rule. */
export type LintCode = keyof typeof lintMessages;
