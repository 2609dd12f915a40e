import type { ConditionVerdict } from "../../collector/filter/types.ts";
import type { Change, Step } from "../../collector/pipeline/steps.ts";
import { because } from "../../testing/because.ts";
import { describeRecord } from "../../testing/describe-record.ts";
import { showValue } from "../../testing/show-value.ts";
import { pathsOf, trialOutcome } from "../../testing/trial-outcome.ts";
import { counted, type Paper } from "../paper.ts";
import { type Explained, settingOf } from "./explained.ts";
import { conditionName, contextText, decidingPlace, errorEffect } from "./told.ts";
import { trialName, whyUnchanged } from "./told-trial.ts";
import { conditionTree } from "./tree.ts";
import { mostChanges, writeTransformation } from "./write-transformation.ts";

/** Writes what becomes of a record, and why, for people. */
export function writeExplained(paper: Paper, explained: Explained): void {
  const { record, input, path, steps } = explained;
  paper.heading(`${explained.verdict.toUpperCase()}  ${describeRecord(record)}`);
  paper.text(`${input} ${path}`);
  paper.text(whyOf(explained));
  for (const step of steps) writeStep(paper, step);
}

/** Why a record has its verdict, in one sentence. */
export function whyOf(explained: Explained): string {
  const { verdict, decidedBy, rejection, steps } = explained;
  if (rejection !== undefined && verdict === "error" && decidedBy === undefined)
    return `its payload is rejected by ${rejection.stage.id}, because of another record: ${rejection.message}`;
  if (decidedBy !== undefined) {
    const { processor, condition, emptiedBy, trial } = decidedBy;
    const emptied = emptiedBy === undefined ? "" : `, which leaves the metric without data points`;
    const anyway =
      rejection === undefined || verdict === "error"
        ? ""
        : `; the whole payload is rejected, too, by ${rejection.stage.id}`;
    const what = verdict === "error" ? "its payload is rejected" : verdict;
    if (condition !== undefined)
      return `${what} by ${conditionName(processor, condition)}: ${because(condition.explanation.decidedBy)}${emptied}${anyway}`;
    if (trial !== undefined) {
      const how = verdict === "error" ? trialOutcome(trial) : "it takes the record away";
      return `${what} by ${trialName(processor, trial)}: ${how}${anyway}`;
    }
    if (emptiedBy !== undefined)
      return `dropped by ${processor}: ${emptiedBy.name} removes a metric that has no data points`;
    const { error } = steps.at(-1) ?? {};
    return `its payload is rejected by ${processor}${error === undefined ? "" : `: ${error.message}`}`;
  }
  const changed = changesOf(steps);
  if (changed !== undefined) return asksFilter(steps) ? `${changed}; ${whyKept(steps)}` : changed;
  if (verdict === "kept") return whyKept(steps);
  const tried = steps.flatMap(({ stage, transformation }) =>
    transformation === undefined ? [] : [{ processor: stage.id, tried: transformation.tried }],
  );
  return whyUnchanged(tried) ?? "no processor has a condition on it, and none changes it";
}

/** What changed a record, a few of the statements by name. */
function changesOf(steps: readonly Step[]): string | undefined {
  const told = steps.flatMap(({ stage, verdict, transformation }) => {
    if (verdict !== "changed") return [];
    const trials = transformation?.tried.flatMap(({ statements }) => statements) ?? [];
    const made = trials.filter(({ changes }) => changes.length > 0);
    if (made.length === 0) return [stage.id];
    return made.map((trial) => `${trialName(stage.id, trial)} (${pathsOf(trial.changes)})`);
  });
  if (told.length === 0) return undefined;
  const different = [...new Set(told)];
  const more = different.length - mostNamed;
  return `changed by ${different.slice(0, mostNamed).join(", ")}${more > 0 ? ` and ${counted(more, "more statement")}` : ""}`;
}

const mostNamed = 3;

function asksFilter(steps: readonly Step[]): boolean {
  return steps.some(({ explanation }) => explanation !== undefined);
}

/** Why no filter drops a record. */
function whyKept(steps: readonly Step[]): string {
  const asked = steps.flatMap(({ stage, explanation }) =>
    (explanation?.asked ?? []).map((verdict) => ({ processor: stage.id, verdict })),
  );
  const [only, second] = asked;
  if (only === undefined) return "no filter has a condition on it";
  if (second === undefined)
    return `kept by ${conditionName(only.processor, only.verdict)}: ${because(only.verdict.explanation.decidedBy)}`;
  const failed = asked.filter(({ verdict }) => verdict.explanation.error !== undefined).length;
  const told = failed === 0 ? "" : `, and ${failed} of them ${failed === 1 ? "fails" : "fail"}`;
  return `none of the ${asked.length} conditions that were asked is true${told}`;
}

function writeStep(paper: Paper, step: Step): void {
  const { stage, verdict, explanation, changes, error, transformation } = step;
  const what =
    verdict === "passed"
      ? "not run by ottlkit: the record passes as it is"
      : stepText(verdict, explanation?.asked);
  paper.text(`${stage.id}: ${what}`);
  if (error !== undefined) paper.text(error.message, 4);
  for (const change of changes.slice(0, mostChanges)) paper.text(changeText(change), 4);
  if (changes.length > mostChanges) paper.text(`… ${changes.length - mostChanges} more`, 4);
  for (const asked of explanation?.asked ?? []) writeCondition(paper, step, asked);
  if (transformation !== undefined) writeTransformation(paper, stage.id, transformation.tried);
}

function stepText(verdict: string, asked: readonly ConditionVerdict[] | undefined): string {
  if (verdict === "rejected") return "rejects the payload";
  return asked?.length === 0 && verdict === "kept" ? "kept, it has no condition for the record" : verdict;
}

/** What a processor changed, as `path: before → after`. */
export function changeText({ path, before, after }: Change): string {
  const shown = (value: Change["before"]) => (value === undefined ? "absent" : showValue(value));
  return `${path}: ${shown(before)} → ${shown(after)}`;
}

function writeCondition(paper: Paper, step: Step, asked: ConditionVerdict): void {
  const { explanation, condition } = asked;
  paper.text(`${decidingPlace(asked)} · ${settingOf(step.stage.id, condition.place)}`, 4);
  paper.text(contextText(asked), 6);
  for (const { depth, text } of conditionTree(explanation)) paper.text(text, 6 + 2 * depth);
  if (explanation.error !== undefined) paper.text(`→ ${errorEffect(asked)}`, 6);
}
