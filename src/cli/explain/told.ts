import type { InferenceReason } from "../../check/infer-context.ts";
import type { ConditionVerdict } from "../../collector/filter/types.ts";
import { placeText } from "../run/warnings.ts";
import { settingOf } from "./explained.ts";

/** What a condition is about, and how that is known. */
export function contextText({ list, condition }: ConditionVerdict): string {
  const { context } = condition.condition;
  const { inference } = condition;
  if (inference?.decidedBy === undefined) {
    const group = /^(metric|trace|log)_conditions/.test(list.name);
    return group
      ? `context ${context}, as its group ${list.name} says`
      : `context ${context}, as all of ${list.name}`;
  }
  const by = `context ${context}, inferred from ${inference.decidedBy.name} at ${placed(condition, inference.decidedBy)}`;
  const over = inference.passedOver.map(
    (one) => `${one.context} was passed over, since it has no ${one.lacks.kind} ${one.lacks.name}`,
  );
  return [by, ...over].join("; ");
}

function placed(condition: ConditionVerdict["condition"], { span }: InferenceReason): string {
  return placeText(condition.locate(span));
}

/** What the failure of a condition made the filter do. */
export function errorEffect({ list, index }: ConditionVerdict): string {
  const more = index + 1 < list.conditions.length;
  const next = more ? "the next condition of the list is asked" : "the list does not drop the record";
  switch (list.errorMode) {
    case "propagate":
      return "error_mode propagate: the whole payload is rejected";
    case "ignore":
      return `error_mode ignore: the error is logged and counts as no match, ${next}`;
    case "silent":
      return `error_mode silent: the error is not even logged and counts as no match, ${next}`;
  }
}

/** A condition by where it stands: `filter/mesh metrics.metric[0]`. */
export function conditionName(processor: string, { condition }: ConditionVerdict): string {
  return `${processor} ${settingOf(processor, condition.place)}`;
}

/** `file:line:column` of the sub-expression that decided a condition. */
export function decidingPlace({ condition, explanation }: ConditionVerdict): string {
  return placeText(condition.locate(explanation.decidedBy.span));
}
