import type { ConfigPlace } from "../../collector/processor.ts";
import type {
  Change,
  ConditionTrial,
  GroupTrial,
  StatementTrial,
  TransformGroup,
} from "../../collector/transform/types.ts";
import type { Span } from "../../diagnostics/diagnostic.ts";
import { because } from "../../testing/because.ts";
import { showValue } from "../../testing/show-value.ts";
import { oneLine } from "../../testing/sub-values.ts";
import { placeText } from "../run/warnings.ts";
import { settingOf } from "./explained.ts";

type Trial = ConditionTrial | StatementTrial;

/** A condition or statement of a transform by where it stands: `transform/labels log_statements[0].statements[1]`. */
export function trialName(processor: string, trial: Trial): string {
  return `${processor} ${settingOf(processor, textOf(trial).place)}`;
}

/** `file:line:column` of a condition or statement, or of what in it decided or failed. */
export function trialPlace(trial: Trial): string {
  return placeText(locatedTrial(trial));
}

/** The same as its parts. */
export function locatedTrial(trial: Trial): ConfigPlace {
  return textOf(trial).locate(spanOf(trial));
}

function spanOf(trial: Trial): Span {
  if (trial.kind === "condition") return trial.explanation.decidedBy.span;
  const { where, span, error } = trial.explanation;
  if (where !== undefined && where.value !== true) return where.decidedBy.span;
  return error?.span ?? span;
}

function textOf(trial: Trial) {
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
