import type { ConditionVerdict, FilterList } from "../../collector/filter/types.ts";
import type { Pipeline } from "../../collector/pipeline/pipeline.ts";
import { runStages, type Stage } from "../../collector/pipeline/stages.ts";
import { type Step, stepsOf } from "../../collector/pipeline/steps.ts";
import type { ConfigPlace } from "../../collector/processor.ts";
import type { TelemetryData } from "../../collector/signals.ts";
import type { ConditionTrial, StatementTrial } from "../../collector/transform/types.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import type { Selected } from "./select-records.ts";

/**
 * What becomes of a record: `kept` where a filter had conditions on it, `unchanged` where none had and nothing changed it;
 * `error` where its payload is rejected.
 */
export type Verdict = "dropped" | "kept" | "changed" | "unchanged" | "error";

/** The processor that decided on a record, and by which of its conditions. */
export interface DecidedBy {
  readonly processor: string;
  /** Absent where no condition decided. */
  readonly condition?: ConditionVerdict;
  /** The list that removes a metric because it has no data points. */
  readonly emptiedBy?: FilterList;
  /** The statement of a transform that took the record away, or what of a transform rejects the payload. */
  readonly trial?: ConditionTrial | StatementTrial;
}

/** A record and what the pipeline makes of it. */
export interface Explained extends Selected {
  /** The name of the input. */
  readonly input: string;
  readonly verdict: Verdict;
  readonly steps: readonly Step[];
  /** Absent where the record goes on. */
  readonly decidedBy?: DecidedBy;
  /** Where the payload of the record is rejected, because of it or of another one. */
  readonly rejection?: Rejection;
}

/** A processor that rejects a whole payload. */
export interface Rejection {
  readonly stage: Stage;
  readonly message: string;
}

/** The rejection of a payload by a pipeline, if there is one. */
export function rejectionOf(pipeline: Pipeline, payload: TelemetryData): Rejection | undefined {
  let at: Stage | undefined;
  try {
    runStages(pipeline.stages, payload, (stage) => {
      at = stage;
    });
    return undefined;
  } catch (error) {
    if (at === undefined || !(error instanceof OttlError) || error.phase !== "evaluation") throw error;
    return { stage: at, message: error.message };
  }
}

/** Explains a record of a payload. */
export function explainSelected(
  pipeline: Pipeline,
  input: string,
  selected: Selected,
  rejection: Rejection | undefined,
): Explained {
  const steps = stepsOf(pipeline.stages, selected.record);
  const last = steps.at(-1);
  const shared = { ...selected, input, steps, ...(rejection === undefined ? {} : { rejection }) };
  if (last?.verdict === "dropped" || last?.verdict === "rejected") {
    const { decidedBy: condition, emptiedBy } = last.explanation ?? {};
    const trial = decisiveTrial(last);
    return {
      ...shared,
      verdict: last.verdict === "dropped" ? "dropped" : "error",
      decidedBy: {
        processor: last.stage.id,
        ...(condition === undefined ? {} : { condition }),
        ...(emptiedBy === undefined ? {} : { emptiedBy }),
        ...(trial === undefined ? {} : { trial }),
      },
    };
  }
  if (rejection !== undefined) return { ...shared, verdict: "error" };
  if (steps.some(({ verdict }) => verdict === "changed")) return { ...shared, verdict: "changed" };
  const asked = steps.some(({ explanation }) => explanation !== undefined && explanation.asked.length > 0);
  return { ...shared, verdict: asked ? "kept" : "unchanged" };
}

/** What of a transform rejected the payload, or ran last where a statement took the record away. */
function decisiveTrial({ transformation }: Step): DecidedBy["trial"] {
  return transformation?.rejectedBy ?? transformation?.tried.at(-1)?.statements.at(-1);
}

/** The conditions that tell why a record has its verdict: the one that decided, or of a kept one all that were asked. */
export function decisive({ decidedBy, steps }: Explained): readonly ConditionVerdict[] {
  if (decidedBy !== undefined) return decidedBy.condition === undefined ? [] : [decidedBy.condition];
  return steps.flatMap(({ explanation }) => explanation?.asked ?? []);
}

/** Where a condition stands in its processor, such as `metrics.metric[0]`. */
export function settingOf(processor: string, { path }: ConfigPlace): string {
  const owner = `processors.${processor}.`;
  return path.startsWith(owner) ? path.slice(owner.length) : path;
}
