import type { BooleanIr, Ir, StatementIr, ValueIr } from "../check/ir.ts";
import type { CheckSettings } from "../check/scope.ts";
import type { LintCode, lintMessages } from "../diagnostics/codes/lint.ts";
import type { Diagnostic, Severity, Span } from "../diagnostics/diagnostic.ts";
import type { ErrorMode } from "../engine/conditions.ts";
import type { Expression, Statement } from "../syntax/ast.ts";

/** Where texts stand in a configuration of the Collector; rules that need it are quiet without. */
export interface LintConfiguration {
  /** The type of the component, such as `filter`. */
  readonly component: string;
  /** The `error_mode` that is stated; absent where none is. */
  readonly errorMode?: ErrorMode;
}

/** A text in which nothing is wrong, as rules look at it. */
export interface LintText {
  readonly kind: "condition" | "statement" | "value";
  readonly text: string;
  readonly node: Expression | Statement;
  readonly ir: BooleanIr | StatementIr | ValueIr;
  /** The condition itself, or the one under which a statement runs. */
  readonly condition: BooleanIr | undefined;
  /** Every node of the IR, those folded away included, parents first. */
  readonly nodes: readonly Ir[];
  readonly settings: CheckSettings;
  readonly configuration: LintConfiguration | undefined;
  /** The right texts of the list that it is part of, itself included, in their order. */
  readonly list: readonly LintText[];
  /** Its number in the list as it was given, from 0. */
  readonly index: number;
}

/** What a rule finds: the place, what its message tells, and what goes with it. */
export interface Finding<P = unknown> extends Pick<Diagnostic, "label" | "hint" | "fix"> {
  readonly span: Span;
  readonly params: P;
  /** Absent: the rule's. */
  readonly severity?: Severity;
}

/** A text in which a rule finds something, or finds nothing. */
export interface LintExample {
  readonly context: string;
  readonly text: string;
  /** Absent: a condition. */
  readonly kind?: LintText["kind"];
  /** The texts before it in its list. */
  readonly before?: readonly string[];
  readonly configuration?: LintConfiguration;
  readonly compatibility?: string;
  readonly gates?: readonly string[];
  /** What the fix makes of it. */
  readonly fixed?: string;
}

/** One thing to look for in texts that are right as far as the language goes. */
export interface Rule {
  readonly code: LintCode;
  readonly severity: Severity;
  /** One sentence: what is found. */
  readonly summary: string;
  /** Why it matters and what to do. */
  readonly why: string;
  readonly bad: readonly [LintExample, ...LintExample[]];
  readonly good: readonly [LintExample, ...LintExample[]];
  readonly check: (text: LintText) => Iterable<Finding>;
}

type ParamsOf<C extends LintCode> = Parameters<(typeof lintMessages)[C]>[0];

/** Makes a rule of one literal, what its findings tell checked against the message of its code. */
/* @__NO_SIDE_EFFECTS__ */
export function defineRule<C extends LintCode>(
  rule: Rule & { readonly code: C; readonly check: (text: LintText) => Iterable<Finding<ParamsOf<C>>> },
): Rule {
  return rule;
}
