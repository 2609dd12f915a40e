import type { ConfigPlace } from "../../collector/processor.ts";
import type { SignalName, TelemetryData } from "../../collector/signals.ts";
import type { ConditionExplanation } from "../../engine/condition.ts";
import type { Explanation } from "../../engine/explain.ts";
import type { Explaining, Judgement } from "../judge.ts";
import type { SuiteCase } from "./read-suite.ts";
import type { RuleText } from "./rule-settings.ts";

/** A condition or statement of a rule, whose coverage can be told. */
export interface CoverableText extends RuleText {
  readonly place: ConfigPlace;
  /** Its sub-expressions; what they gave does not count. */
  readonly shape: Explanation;
}

/** An evaluation error, also where the `error_mode` lets it pass. */
export interface EvaluationFailure {
  readonly code: string;
  readonly message: string;
  readonly text: string;
  readonly place: ConfigPlace;
  /** What the record is called. */
  readonly record: string;
}

/** What became of one record. */
export interface RecordOutcome {
  readonly record: object;
  /** The record as the rule leaves it; absent where it goes. */
  readonly left: object | undefined;
  /** Of conditions and statements: whether one held, `undefined` where that cannot be told. */
  readonly matched?: boolean | undefined;
  /** Of a transform or a pipeline with one: what its statements came to on the record, each in a line with its place. */
  readonly statements?: () => readonly string[];
  /** Of conditions and statements: what each came to, as far as it was asked. */
  readonly asked: readonly AskedText[];
}

/** What a condition or statement came to on a record. */
export interface AskedText {
  readonly text: RuleText;
  readonly explanation: Explanation | ConditionExplanation;
}

/** What a rule made of its input. */
export interface Outcome {
  readonly errors: readonly EvaluationFailure[];
  /** Why a payload was refused as a whole. */
  readonly rejection?: string;
  /** Of processors and pipelines. */
  readonly passed?: Passed;
  /** One for each metric, span or log record of processors and pipelines, or each record of conditions and statements. */
  readonly records: () => readonly RecordOutcome[];
  /** What its conditions and statements came to, each with its place. */
  readonly explanations: () => Iterable<{ readonly place: ConfigPlace; readonly explanation: Explanation }>;
}

/** What a processor or a pipeline let pass. */
export interface Passed {
  readonly explaining?: Explaining;
  /** The signal of what was given. */
  readonly signal: SignalName;
  readonly given: readonly TelemetryData[];
  readonly left: readonly TelemetryData[];
  readonly judgements: () => readonly Judgement[];
  readonly exported?: () => readonly string[];
}

/** A rule that is ready to be tested. */
export interface Rule {
  /** Its conditions and statements. */
  texts(): readonly CoverableText[];
  /** Runs the rule on what a case gives it. */
  run(one: SuiteCase): Outcome;
}
