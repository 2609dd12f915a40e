import type { ConditionVerdict } from "../../collector/filter/types.ts";
import type { Step } from "../../collector/pipeline/steps.ts";
import type { ConditionTrial, GroupTrial, StatementTrial } from "../../collector/transform/types.ts";
import type { Explanation } from "../../engine/explain.ts";
import { toPlain } from "../../engine/to-plain.ts";
import { describeRecord } from "../../testing/describe-record.ts";
import { locatedTrial } from "../../testing/trial-outcome.ts";
import { nameOf } from "../run/record-kinds.ts";
import { type Explained, settingOf } from "./explained.ts";
import { whyOf } from "./pretty.ts";
import { contextText, errorEffect } from "./told.ts";
import { groupContext, trialEffect } from "./told-trial.ts";
import { whySkipped } from "./tree.ts";

/** What becomes of a record, and why, as plain data. */
export function explainedJson(explained: Explained): object {
  const { input, path, record, verdict, steps, decidedBy, rejection } = explained;
  const { condition, processor, trial } = decidedBy ?? {};
  return {
    input,
    path,
    record: describeRecord(record),
    name: nameOf(record),
    verdict,
    why: whyOf(explained),
    ...(processor === undefined
      ? {}
      : {
          decidedBy: {
            processor,
            ...(condition === undefined ? {} : deciderJson(processor, condition)),
            ...(trial === undefined ? {} : trialJson(processor, trial)),
          },
        }),
    ...(rejection === undefined
      ? {}
      : { rejectedBy: { processor: rejection.stage.id, message: rejection.message } }),
    steps: steps.map(stepJson),
  };
}

/** The condition that decided, with the place of its deciding sub-expression. */
export function deciderJson(processor: string, { list, condition, explanation }: ConditionVerdict): object {
  const { text, span, value, error } = explanation.decidedBy;
  const { file, line, column } = condition.locate(span);
  return {
    list: list.name,
    condition: settingOf(processor, condition.place),
    file,
    line,
    column,
    text,
    ...(error === undefined ? { value } : { error: errorJson(error) }),
  };
}

function stepJson(step: Step): object {
  const { stage, verdict, changes, explanation, transformation, error } = step;
  return {
    processor: stage.id,
    verdict,
    ...(error === undefined ? {} : { error: error.message }),
    ...(changes.length === 0
      ? {}
      : {
          changes: changes.map(({ path, before, after }) => ({
            path,
            ...(before === undefined ? {} : { before: toPlain(before, { ints: "text" }) }),
            ...(after === undefined ? {} : { after: toPlain(after, { ints: "text" }) }),
          })),
        }),
    ...(explanation === undefined
      ? {}
      : { conditions: explanation.asked.map((asked) => conditionJson(asked, step)) }),
    ...(transformation === undefined
      ? {}
      : { groups: transformation.tried.map((trial) => groupJson(stage.id, trial)) }),
  };
}

function groupJson(
  processor: string,
  { group, recordPath, opened, conditions, statements }: GroupTrial,
): object {
  return {
    group: group.name,
    context: group.context,
    contextReason: groupContext(group),
    errorMode: group.errorMode,
    ...(recordPath === "" ? {} : { on: recordPath.replace(/^\./, "") }),
    opened,
    conditions: conditions.map((trial) => ({
      ...trialJson(processor, trial),
      text: trial.condition.text,
      tree: treeJson(trial.explanation),
    })),
    statements: statements.map((trial) => ({
      ...trialJson(processor, trial),
      text: trial.statement.text,
      tree: treeJson(trial.explanation),
    })),
  };
}

/** A condition or a statement of a transform: where it is, what it came to, and what it changed. */
export function trialJson(processor: string, trial: ConditionTrial | StatementTrial): object {
  const { place } = trial.kind === "condition" ? trial.condition : trial.statement;
  const { file, line, column } = locatedTrial(trial);
  const { error } = trial;
  const effect = trialEffect(trial);
  return {
    [trial.kind]: settingOf(processor, place),
    file,
    line,
    column,
    ...(trial.kind === "condition"
      ? { value: trial.explanation.value }
      : { ran: trial.explanation.ran, changes: trial.changes.map(changeJson) }),
    ...(error === undefined ? {} : { error: { code: error.error.code, message: error.error.message } }),
    ...(effect === undefined ? {} : { effect }),
  };
}

function changeJson({ kind, path, before, after }: StatementTrial["changes"][number]): object {
  return {
    kind,
    path,
    ...(before === undefined ? {} : { before: toPlain(before, { ints: "text" }) }),
    ...(after === undefined ? {} : { after: toPlain(after, { ints: "text" }) }),
  };
}

function conditionJson(asked: ConditionVerdict, step: Step): object {
  const { list, condition, explanation } = asked;
  const { path, ...place } = condition.place;
  return {
    list: list.name,
    condition: settingOf(step.stage.id, condition.place),
    ...place,
    text: condition.text,
    context: condition.condition.context,
    contextReason: contextText(asked),
    errorMode: list.errorMode,
    ...(explanation.error === undefined ? {} : { effect: errorEffect(asked) }),
    decidedBy: deciderJson(step.stage.id, asked),
    tree: treeJson(explanation),
  };
}

function treeJson(explanation: Explanation): object {
  const { text, kind, evaluated, value, type, error, found, children, enum: name } = explanation;
  const below = children.map((child) => ({
    ...treeJson(child),
    ...(child.evaluated || (kind !== "and" && kind !== "or") ? {} : { skipped: whySkipped(kind, children) }),
  }));
  return {
    text,
    kind,
    evaluated,
    ...(value === undefined ? {} : { value: toPlain(value, { ints: "text" }), type }),
    ...(name === undefined ? {} : { enum: name }),
    ...(error === undefined ? {} : { error: errorJson(error) }),
    ...(found === undefined ? {} : { found }),
    ...(below.length === 0 ? {} : { children: below }),
  };
}

function errorJson({ code, message }: NonNullable<Explanation["error"]>): object {
  return { code, message };
}
