import { checkCondition, checkStatement, checkValueExpression } from "../check/check.ts";
import type { BooleanIr, StatementIr, ValueIr } from "../check/ir.ts";
import type { CheckSettings } from "../check/scope.ts";
import { type LintCode, lintMessages } from "../diagnostics/codes/lint.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { invalidOption } from "../diagnostics/invalid-option.ts";
import { messageFrom } from "../diagnostics/messages.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireKind, requireOptions } from "../diagnostics/require-options.ts";
import type { TextKind } from "../engine/check.ts";
import { errorModes } from "../engine/conditions.ts";
import { aboutOne } from "../engine/infer.ts";
import { checkSettings, type Options, oneOf } from "../engine/options.ts";
import { refuse, syntaxTree } from "../engine/syntax-tree.ts";
import type { LintConfiguration, LintText, Rule } from "./define-rule.ts";
import { rules } from "./index.ts";
import { nodesOf } from "./visit-ir.ts";

/** What to make of the findings of a rule. */
export type RuleSeverity = "off" | Severity;

/** How texts are looked at. */
export interface LintOptions {
  /** What the texts are; default `condition`. */
  readonly kind?: TextKind;
  /** Rules by their codes, with the severity of what they find; default: each rule's own. */
  readonly rules?: { readonly [C in LintCode]?: RuleSeverity };
  /** Where the texts stand; some rules need it. */
  readonly configuration?: LintConfiguration;
}

/**
 * Tells what is wrong with the texts of one list, and in those that are right what is odd: a list for each text. Where
 * the context is inferred, the texts have one together. Unusable options throw.
 */
export function lintTexts(
  context: string,
  texts: readonly string[],
  options: Options & LintOptions,
): readonly (readonly Diagnostic[])[] {
  requireKind("texts", "texts", texts);
  const kind = oneOf("kind", ["condition", "value", "statement"], options.kind ?? "condition");
  const severities = severitiesOf(options);
  const about = aboutList(kind, context, texts, options);
  const found = texts.map((): Diagnostic[] => []);
  const right: LintText[] = [];
  const shared = about && checkSettings(about.name, "", about.settings);
  for (const [index, text] of texts.entries()) {
    try {
      const settings = shared ? { ...shared, source: text } : settingsOfOne(kind, context, text, options);
      right.push({ ...read(kind, text, settings), index, list: right, configuration: options.configuration });
    } catch (error) {
      if (!(error instanceof OttlError) || error.phase === "configuration") throw error;
      found[index]?.push(...error.diagnostics);
    }
  }
  for (const text of right) found[text.index]?.push(...findingsIn(text, severities));
  return found;
}

/** The context of a list; nothing where a text that is wrong keeps it from being inferred: then each has its own. */
function aboutList(kind: TextKind, context: string, texts: readonly string[], options: Options) {
  try {
    return aboutOne(kind, context, texts, options);
  } catch (error) {
    if (error instanceof OttlError && error.phase !== "configuration") return undefined;
    throw error;
  }
}

function settingsOfOne(kind: TextKind, context: string, text: string, options: Options): CheckSettings {
  const { name, settings } = aboutOne(kind, context, [text], options);
  return checkSettings(name, text, settings);
}

type Read = Omit<LintText, "index" | "list" | "configuration">;

function read(kind: TextKind, text: string, settings: CheckSettings): Read {
  switch (kind) {
    case "condition": {
      const node = syntaxTree(kind, text, settings);
      const ir = right(text, checkCondition(node, settings));
      return { kind, text, node, ir, condition: ir, nodes: nodesOf(ir), settings };
    }
    case "statement": {
      const node = syntaxTree(kind, text, settings);
      const ir = right(text, checkStatement(node, settings));
      return { kind, text, node, ir, condition: ir.where, nodes: nodesOf(ir), settings };
    }
    case "value": {
      const node = syntaxTree(kind, text, settings);
      const ir = right(text, checkValueExpression(node, settings));
      return { kind, text, node, ir, condition: undefined, nodes: nodesOf(ir), settings };
    }
  }
}

function right<I extends BooleanIr | StatementIr | ValueIr>(
  text: string,
  { ir, diagnostics }: { readonly ir: I | undefined; readonly diagnostics: readonly Diagnostic[] },
): I {
  refuse("check", diagnostics, text);
  if (ir === undefined) throw new Error("a text without diagnostics has IR");
  return ir;
}

function findingsIn(text: LintText, severities: ReadonlyMap<Rule, RuleSeverity>): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    const chosen = severities.get(rule);
    if (chosen === "off") continue;
    for (const { span, params, severity, label, hint, fix } of rule.check(text)) {
      found.push({
        code: rule.code,
        severity: chosen ?? severity ?? rule.severity,
        message: messageFrom(lintMessages, rule.code, params as Readonly<Record<string, unknown>>), // as its rule checks
        span: { start: span.start, end: span.end },
        ...(label === undefined ? {} : { label }),
        ...(hint === undefined ? {} : { hint }),
        ...(fix === undefined ? {} : { fix: { ...fix, span: { start: fix.span.start, end: fix.span.end } } }),
      });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const ruleSeverities: readonly RuleSeverity[] = ["off", "info", "warning", "error"];

/** The severities that are chosen; throws an `OttlError` of phase `configuration` for what is no rule. */
function severitiesOf({ rules: chosen, configuration }: LintOptions): ReadonlyMap<Rule, RuleSeverity> {
  const severities = new Map<Rule, RuleSeverity>();
  requireOptions(
    "options",
    { rules: chosen, configuration },
    {
      rules: { optional: "object" },
      configuration: { optional: "object" },
    },
  );
  if (configuration !== undefined) {
    requireKind("configuration.component", "text", configuration.component);
    requireKind("configuration.errorMode", { optional: errorModes }, configuration.errorMode);
  }
  for (const [code, severity] of Object.entries(chosen ?? {})) {
    const rule = rules.find((one) => one.code === code);
    if (rule === undefined) {
      const { label = "" } = suggestion(
        code,
        rules.map((one) => one.code),
      );
      throw invalidOption(
        "rules",
        `an object of codes of lint rules${label === "" ? "" : ` (${label})`}`,
        code,
      );
    }
    requireKind(`rules.${code}`, ruleSeverities, severity);
    severities.set(rule, severity as RuleSeverity); // just required
  }
  return severities;
}
