import type { Change, GroupTrial, StatementTrial, TransformGroup } from "../../collector/transform/types.ts";
import { because } from "../../testing/because.ts";
import { showValue } from "../../testing/show-value.ts";
import { locatedTrial, ruleOfTrial, type Trial, trialOutcome } from "../../testing/trial-outcome.ts";
import { placeText } from "../run/warnings.ts";
import { settingOf } from "./explained.ts";

/** A condition or statement of a transform by where it stands: `transform/labels log_statements[0].statements[1]`. */
export function trialName(processor: string, trial: Trial): string {
  return `${processor} ${settingOf(processor, ruleOfTrial(trial).place)}`;
}

/** `file:line:column` of a condition or statement, or of what in it decided or failed. */
export function trialPlace(trial: Trial): string {
  return placeText(locatedTrial(trial));
}

/** What happened to a path: `path: before → after`. */
export function transformChange({ kind, path, before, after }: Change): string {
  if (kind === "moved") return `${path}: in another order, or with other items`;
  const shown = (value: Change["before"]) => (value === undefined ? "absent" : showValue(value));
  return `${path}: ${kind === "added" ? "absent" : shown(before)} → ${kind === "deleted" ? "absent" : shown(after)}`;
}

/** What a group is about, and how that is known. */
export function groupContext({ context, name, inference, statements, conditions }: TransformGroup): string {
  if (inference?.decidedBy === undefined) return `context ${context}, as its group ${name} says`;
  const { name: path, text, span } = inference.decidedBy;
  const from = [...statements, ...conditions][text];
  const at = from === undefined ? "" : ` at ${placeText(from.locate(span))}`;
  const over = inference.passedOver.map(
    (one) => `${one.context} was passed over, since it has no ${one.lacks.kind} ${one.lacks.name}`,
  );
  return [`context ${context}, inferred from ${path}${at}`, ...over].join("; ");
}

/** Whether a group was opened, and by which of its conditions. */
export function openingText({ group, opened, conditions }: GroupTrial): string {
  const count = group.conditions.length;
  if (count === 0) return "it has no conditions, so its statements run on every record";
  const last = conditions.at(-1);
  if (opened && last !== undefined) return `opened: ${because(last.explanation.decidedBy)}`;
  const [only] = conditions;
  if (count === 1 && only !== undefined) return `not opened: ${because(only.explanation.decidedBy)}`;
  return `not opened: none of its ${count} conditions is true`;
}

/** What the failure of a condition or statement made the transform do. */
export function trialEffect({ kind, error }: Trial): string | undefined {
  const next = kind === "condition" ? "counts as no match" : "the next statement runs";
  switch (error?.outcome) {
    case "rejected":
      return "error_mode propagate: the whole payload is rejected";
    case "reported":
      return `error_mode ignore: the error is logged, ${next}`;
    case "silenced":
      return `error_mode silent: the error is not even logged, ${next}`;
    default:
      return undefined;
  }
}

/** Why transforms left a record as it was; nothing where none tried a group on it. */
export function whyUnchanged(
  steps: readonly { readonly processor: string; readonly tried: readonly GroupTrial[] }[],
): string | undefined {
  const shut = steps.flatMap(({ processor, tried }) =>
    tried.filter(({ opened }) => !opened).map((trial) => ({ processor, trial })),
  );
  const statements = steps.flatMap(({ processor, tried }) =>
    tried.flatMap(({ statements }) => statements).map((trial) => ({ processor, trial })),
  );
  if (shut.length + statements.length === 0) return undefined;
  const [only] = statements;
  if (statements.length === 1 && shut.length === 0 && only !== undefined)
    return `${trialName(only.processor, only.trial)}: ${trialOutcome(only.trial)}`;
  const [group] = shut;
  if (shut.length === 1 && statements.length === 0 && group !== undefined)
    return `${group.processor} ${group.trial.group.name} is ${openingText(group.trial)}`;
  const count = (is: (trial: StatementTrial) => boolean) =>
    statements.filter(({ trial }) => is(trial)).length;
  const parts = [
    [shut.length, "group is not opened", "groups are not opened"],
    [
      count(({ error, explanation }) => error === undefined && !explanation.ran),
      "statement does not run, since its condition is not true",
      "statements do not run, since their conditions are not true",
    ],
    [count(({ error }) => error !== undefined), "statement fails", "statements fail"],
    [
      count(({ error, explanation }) => error === undefined && explanation.ran),
      "statement changes nothing",
      "statements change nothing",
    ],
  ] as const;
  const told = parts
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`);
  return `nothing changes it: ${told.join("; ")}`;
}
