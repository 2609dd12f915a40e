import type { ConditionTrial, StatementTrial } from "../../collector/transform/types.ts";
import { oneLine } from "../../testing/sub-values.ts";
import { pathsOf } from "../../testing/trial-outcome.ts";
import { decisive, type Explained, settingOf } from "./explained.ts";
import { deciderJson, trialJson } from "./json-report.ts";
import { decidingPlace } from "./told.ts";
import { trialPlace } from "./told-trial.ts";

/** What bears on the verdict of records, without the values of a single one. */
export interface Decider {
  /** What it came to, such as `name == "up" is true`. */
  readonly told: string;
  /** Where it is: `file:line:column · processor setting`. */
  readonly place: string;
  /** Tells apart what came out otherwise. */
  readonly key: readonly unknown[];
  /** The same as plain data. */
  readonly json: () => object;
}

/** What bears on the verdict of a record, in the order of the processors: conditions of filters, statements of transforms. */
export function decidersOf(explained: Explained): readonly Decider[] {
  return explained.steps.flatMap((step) => [
    ...filterDeciders(explained, step),
    ...trialDeciders(explained, step),
  ]);
}

type Step = Explained["steps"][number];
type Trial = ConditionTrial | StatementTrial;

function filterDeciders(explained: Explained, { stage, explanation }: Step): readonly Decider[] {
  const conditions = decisive(explained);
  return (explanation?.asked ?? [])
    .filter((asked) => conditions.includes(asked))
    .map((asked) => {
      const { text, value, error, span } = asked.explanation.decidedBy;
      const { place } = asked.condition;
      return {
        told:
          error === undefined ? `${oneLine(text)} is ${value}` : `${oneLine(text)} fails: ${error.message}`,
        place: `${decidingPlace(asked)} · ${stage.id} ${settingOf(stage.id, place)}`,
        key: [place.path, span.start, span.end, String(value), asked.explanation.error?.code],
        json: () => ({ processor: stage.id, ...deciderJson(stage.id, asked) }),
      };
    });
}

/** Of what is dropped by a filter no statement matters; of what is changed those that changed it, of the rest all. */
function trialDeciders(
  { verdict, decidedBy }: Explained,
  { stage, transformation }: Step,
): readonly Decider[] {
  if (
    transformation === undefined ||
    decidedBy?.condition !== undefined ||
    decidedBy?.emptiedBy !== undefined
  )
    return [];
  const { trial: deciding } = decidedBy ?? {};
  if (deciding !== undefined)
    return decidedBy?.processor === stage.id ? [trialDecider(stage.id, deciding)] : [];
  const all = transformation.tried.flatMap<Trial>(({ opened, conditions, statements }) =>
    opened ? statements : conditions,
  );
  const told =
    verdict === "changed"
      ? all.filter((trial) => trial.kind === "statement" && trial.changes.length > 0)
      : all;
  const byKey = new Map(
    told.map((trial) => trialDecider(stage.id, trial)).map((one) => [JSON.stringify(one.key), one]),
  );
  return [...byKey.values()];
}

function trialDecider(processor: string, trial: Trial): Decider {
  const { place } = trial.kind === "condition" ? trial.condition : trial.statement;
  const { told, key } = outcomeOf(trial);
  return {
    told,
    place: `${trialPlace(trial)} · ${processor} ${settingOf(processor, place)}`,
    key: [place.path, ...key],
    json: () => ({ processor, ...trialJson(processor, trial) }),
  };
}

function outcomeOf(trial: Trial): {
  readonly told: string;
  readonly key: readonly unknown[];
} {
  if (trial.error !== undefined) {
    const { code, message } = trial.error.error;
    return {
      told: `${oneLine(trial.kind === "condition" ? trial.condition.text : trial.explanation.editor.text)} fails: ${message}`,
      key: [code],
    };
  }
  if (trial.kind === "condition") {
    const { text, value, span } = trial.explanation.decidedBy;
    return {
      told: `${oneLine(text)} is ${value}, so its group is not opened`,
      key: [span.start, String(value)],
    };
  }
  const { explanation, changes } = trial;
  const text = oneLine(explanation.editor.text);
  if (!explanation.ran) {
    const { text: condition = "", value, span } = explanation.where?.decidedBy ?? {};
    return { told: `${text} does not run: ${oneLine(condition)} is ${value}`, key: ["not", span?.start] };
  }
  if (changes.length === 0) return { told: `${text} changes nothing`, key: ["nothing"] };
  return { told: `${text} changes ${pathsOf(changes)}`, key: [pathsOf(changes)] };
}
