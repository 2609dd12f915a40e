import type { Span } from "../../diagnostics/diagnostic.ts";
import type { Condition, ConditionExplanation } from "../../engine/condition.ts";
import type { ErrorMode } from "../../engine/conditions.ts";
import type { FunctionDefinition } from "../../functions/define-function.ts";
import type { Applied, ConfigPlace, Processor, ProcessorOptions } from "../processor.ts";

/** How a filter is made. */
export interface FilterOptions extends ProcessorOptions {
  /** The functions that conditions may call; default: every converter, and those of the filter processor. */
  readonly functions?: readonly FunctionDefinition[];
}

/** The records that conditions of metrics are about, from the top down. */
export type FilterContext = "resource" | "scope" | "metric" | "datapoint";

/** A filter processor for metrics: it drops the records that meet a condition. */
export interface Filter extends Processor<FilterResult> {
  /** Running totals by the Collector's name, of rejected payloads too: `processor_filter_datapoints.filtered`. */
  readonly counters: Readonly<Record<string, number>>;
  /** What is evaluated, in order. */
  readonly lists: readonly FilterList[];
  /**
   * Tells what becomes of one record of `recordsOf` and why: it asks the lists of the record's level and above as the
   * walk does. A record that is not what OTLP JSON has makes a condition fail.
   *
   * @throws {OttlError} of phase `configuration` for what is no record, such as a whole payload.
   */
  explain(record: object): FilterExplanation;
}

/** What a filter makes of a payload. */
export interface FilterResult extends Applied {
  readonly dropped: Dropped;
}

/** How many records the payload had that the output lacks, those below a dropped one included. */
export interface Dropped {
  readonly resources: number;
  readonly scopes: number;
  readonly metrics: number;
  /** What the Collector counts. */
  readonly dataPoints: number;
}

/** Conditions over one context that are asked one after another: the first true one drops the record. */
export interface FilterList {
  /** Where it is configured: `metrics.metric`, `metric_conditions`, or `metric_conditions[1]` for a group. */
  readonly name: string;
  readonly context: FilterContext;
  readonly errorMode: ErrorMode;
  readonly conditions: readonly FilterCondition[];
}

/** A condition of a filter. */
export interface FilterCondition {
  readonly text: string;
  readonly place: ConfigPlace;
  readonly condition: Condition;
  /** The place of a range of `text`, such as the span of the sub-expression that decided. */
  readonly locate: (span: Span) => ConfigPlace;
}

/** What becomes of a record. */
export interface FilterExplanation {
  /** `rejected`: a condition failed under `propagate`, so the whole payload is refused. */
  readonly verdict: "kept" | "dropped" | "rejected";
  /** What dropped or rejected; absent when kept. */
  readonly decidedBy?: ConditionVerdict;
  /** Every condition that was evaluated, in order. */
  readonly asked: readonly ConditionVerdict[];
}

/** One condition's part in an explanation. */
export interface ConditionVerdict {
  readonly list: FilterList;
  /** The index of the condition in its list. */
  readonly index: number;
  readonly condition: FilterCondition;
  readonly explanation: ConditionExplanation;
}
