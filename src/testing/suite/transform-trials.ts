/** What transforms do to the records of a case. */
import type { FilterCondition } from "../../collector/filter/types.ts";
import type { Stage } from "../../collector/pipeline/stages.ts";
import { stepsOf } from "../../collector/pipeline/steps.ts";
import { type SignalName, signals, type TelemetryData } from "../../collector/signals.ts";
import type { TransformCondition, TransformGroup } from "../../collector/transform/types.ts";
import { recordsOf } from "../../engine/records.ts";
import { describeRecord } from "../describe-record.ts";
import { locatedTrial, ruleOfTrial, type Trial, trialOutcome } from "../trial-outcome.ts";
import type { CoverableText, EvaluationFailure } from "./outcome.ts";
import { placeText } from "./place-text.ts";

/** A condition whose coverage can be told. */
export function coverable({
  text,
  place,
  locate,
  condition,
}: FilterCondition | TransformCondition): CoverableText {
  return { text, place, locate, shape: condition.explain({}) };
}

/** The conditions and statements of a group, whose coverage can be told. */
export function coverableGroup({ conditions, statements }: TransformGroup): readonly CoverableText[] {
  const ofStatements = statements.map(({ text, place, locate, statement }) => ({
    text,
    place,
    locate,
    shape: statement.explain({}),
  }));
  return [...conditions.map(coverable), ...ofStatements];
}

/** The items of a payload: its metrics, spans or log records. */
export function itemsIn(signal: SignalName, given: TelemetryData): readonly object[] {
  const [, , context = ""] = signals.find(({ name }) => name === signal)?.contexts ?? [];
  return [...recordsOf(context, given)];
}

/** What conditions and statements of transforms came to; of a resource or a scope once for all that is in it. */
export function* trialsIn(stages: readonly Stage[], signal: SignalName, given: TelemetryData) {
  if (stages.every(({ transform }) => transform === undefined)) return;
  const told = new Map<TransformGroup, Set<unknown>>();
  for (const record of itemsIn(signal, given)) {
    for (const { transformation } of stepsOf(stages, record)) {
      for (const { group, conditions, statements } of transformation?.tried ?? []) {
        const owner: unknown = Reflect.get(record, `${group.context}Container`); // only a resource and a scope have one
        const of = told.get(group) ?? new Set();
        told.set(group, of);
        if (owner !== undefined && of.has(owner)) continue;
        of.add(owner);
        for (const trial of [...conditions, ...statements])
          yield { place: ruleOfTrial(trial).place, explanation: trial.explanation, trial, record };
      }
    }
  }
}

/** What failed in transforms without a word. */
export function* silentTrials(
  stages: readonly Stage[],
  signal: SignalName,
  given: TelemetryData,
): Generator<EvaluationFailure> {
  for (const { place, trial, record } of trialsIn(stages, signal, given)) {
    if (trial.error?.outcome !== "silenced") continue;
    const { code, message } = trial.error.error.diagnostics[0];
    yield { code, message, text: ruleOfTrial(trial).text, place, record: describeRecord(record) };
  }
}

/** What the statements of transforms came to on a record, and which groups were not opened. */
export function statementsTold(stages: readonly Stage[], record: object): readonly string[] {
  const trials = stepsOf(stages, record).flatMap(({ transformation }) =>
    (transformation?.tried ?? []).flatMap<Trial>(({ opened, conditions, statements }) =>
      opened ? statements : conditions,
    ),
  );
  const told = trials.slice(0, mostTrials).map((trial) => {
    const shut = trial.kind === "condition" ? ", so its group is not opened" : "";
    return `${placeText(locatedTrial(trial))}  ${trialOutcome(trial)}${shut}`;
  });
  return trials.length > mostTrials ? [...told, `… ${trials.length - mostTrials} more`] : told;
}

const mostTrials = 12;
