import type { ConditionTrial, GroupTrial, StatementTrial } from "../../collector/transform/types.ts";
import { oneLine } from "../../testing/sub-values.ts";
import { toldChanges } from "../../testing/trial-outcome.ts";
import type { Paper } from "../paper.ts";
import { settingOf } from "./explained.ts";
import { groupContext, openingText, transformChange, trialEffect, trialPlace } from "./told-trial.ts";
import { argumentLines, conditionTree } from "./tree.ts";

/** More records in the one that is explained, such as the data points of a metric, are only counted. */
const mostTrials = 5;

/** The changes of a step are told up to this many. */
export const mostChanges = 20;

/** Writes what the groups of a transform did to a record, statement by statement. */
export function writeTransformation(paper: Paper, processor: string, tried: readonly GroupTrial[]): void {
  for (const [group, trials] of Map.groupBy(tried, (trial) => trial.group)) {
    paper.text(`${group.name}: ${groupContext(group)}`, 4);
    for (const trial of trials.slice(0, mostTrials)) writeTrial(paper, processor, trial);
    const more = trials.length - mostTrials;
    if (more > 0)
      paper.text(
        `… and so on for ${more} more ${group.context === "datapoint" ? "data points" : "records"}`,
        6,
      );
  }
}

function writeTrial(paper: Paper, processor: string, trial: GroupTrial): void {
  const { recordPath, conditions, statements } = trial;
  if (recordPath !== "") paper.text(`on ${recordPath.replace(/^\./, "")}`, 6);
  const inner = recordPath === "" ? 6 : 8;
  if (trial.group.conditions.length > 0) paper.text(openingText(trial), inner);
  for (const condition of conditions) writeCondition(paper, condition, inner + 2);
  for (const statement of statements) writeStatement(paper, processor, statement, inner);
}

function writeCondition(paper: Paper, trial: ConditionTrial, indent: number): void {
  paper.text(trialPlace(trial), indent);
  for (const { depth, text } of conditionTree(trial.explanation)) paper.text(text, indent + 2 + 2 * depth);
  const effect = trialEffect(trial);
  if (effect !== undefined) paper.text(`→ ${effect}`, indent + 2);
}

function writeStatement(paper: Paper, processor: string, trial: StatementTrial, indent: number): void {
  const { explanation, statement, error } = trial;
  const changes = toldChanges(trial.changes);
  const { editor, where } = explanation;
  paper.text(`${trialPlace(trial)} · ${settingOf(processor, statement.place)}`, indent);
  const didRun = where === undefined || where.value === true;
  paper.text(
    `${error !== undefined ? "!" : explanation.ran ? "✓" : "✗"} ${oneLine(editor.text)}${resultOf(trial)}`,
    indent + 2,
  );
  if (didRun) for (const { depth, text } of argumentLines(editor)) paper.text(text, indent + 4 + 2 * depth);
  for (const change of changes.slice(0, mostChanges)) paper.text(`→ ${transformChange(change)}`, indent + 4);
  if (changes.length > mostChanges) paper.text(`→ … ${changes.length - mostChanges} more`, indent + 4);
  if (where !== undefined) {
    paper.text("where", indent + 2);
    for (const { depth, text } of conditionTree(where)) paper.text(text, indent + 4 + 2 * depth);
  }
  const effect = trialEffect(trial);
  if (effect !== undefined) paper.text(`→ ${effect}`, indent + 2);
}

function resultOf({ explanation, changes, error }: StatementTrial): string {
  const { where, ran } = explanation;
  if (error !== undefined) return `   fails: ${error.error.message}`;
  if (!ran)
    return where === undefined ? "   does not run" : "   does not run, since its condition is not true";
  return changes.length === 0 ? "   changes nothing" : "";
}
