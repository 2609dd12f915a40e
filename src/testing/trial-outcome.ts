import type { ConfigPlace } from "../collector/processor.ts";
import type { Change, ConditionTrial, StatementTrial } from "../collector/transform/types.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { because } from "./because.ts";
import { oneLine } from "./sub-values.ts";

/** A condition or a statement of a transform, and what it came to. */
export type Trial = ConditionTrial | StatementTrial;

/** Where a condition or statement is, or what in it decided or failed. */
export function locatedTrial(trial: Trial): ConfigPlace {
  return ruleOfTrial(trial).locate(spanOf(trial));
}

function spanOf(trial: Trial): Span {
  if (trial.kind === "condition") return trial.explanation.decidedBy.span;
  const { where, span, error } = trial.explanation;
  if (where !== undefined && where.value !== true) return where.decidedBy.span;
  return error?.span ?? span;
}

/** The condition or statement itself. */
export function ruleOfTrial(trial: Trial) {
  return trial.kind === "condition" ? trial.condition : trial.statement;
}

/** What a condition or a statement came to, in one line with its reason. */
export function trialOutcome(trial: Trial): string {
  if (trial.kind === "condition") return because(trial.explanation.decidedBy);
  const { explanation, changes, error } = trial;
  const text = oneLine(explanation.editor.text);
  if (error !== undefined) return `${text} failed: ${error.error.message}`;
  if (!explanation.ran)
    return `${text} does not run: ${explanation.where === undefined ? "" : because(explanation.where.decidedBy)}`;
  if (changes.length === 0) return `${text} changes nothing`;
  return `${text} changes ${pathsOf(changes)}`;
}

/** What is told of changes: that the rest of a map has another order only where nothing else happened. */
export function toldChanges(changes: readonly Change[]): readonly Change[] {
  const told = changes.filter(({ kind }) => kind !== "moved");
  return told.length === 0 ? changes : told;
}

/** The paths that a statement changed, a few of them. */
export function pathsOf(changes: readonly Change[]): string {
  const paths = [...new Set(toldChanges(changes).map(({ path }) => path))];
  return `${paths.slice(0, mostPaths).join(", ")}${paths.length > mostPaths ? `, … ${paths.length - mostPaths} more` : ""}`;
}

const mostPaths = 4;
