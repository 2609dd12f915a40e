import type { Inference } from "../../check/infer-context.ts";
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
   * Tells what `apply` would make of a payload of one record of `recordsOf`, and why. It asks the lists of the record's
   * level and above; a metric brings its data points and goes with the last of them, and a data point is seen in its
   * metric. Other records of a payload make no difference here, although errors under `propagate` reject all of it,
   * unless flat conditions leave nothing at all. A record that is not what OTLP JSON has makes a condition fail.
   *
   * @throws {OttlError} of phase `configuration` for what is no record, such as a whole payload.
   */
  explain(record: object): FilterExplanation;
  /**
   * The record as the filter leaves it: its metric without the data points that go. Absent where the record is dropped.
   *
   * @throws {OttlError} of phase `configuration` for what is no record.
   */
  left(record: object): object | undefined;
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
  /** How its paths told the context; absent where the setting says it. */
  readonly inference?: Inference;
  /** The place of a range of `text`, such as the span of the sub-expression that decided. */
  readonly locate: (span: Span) => ConfigPlace;
}

/** What becomes of a record. */
export interface FilterExplanation {
  /** `rejected`: a condition failed under `propagate`, so the whole payload is refused. */
  readonly verdict: "kept" | "dropped" | "rejected";
  /** What dropped or rejected; absent when kept, and for a metric that has no data points from the start. */
  readonly decidedBy?: ConditionVerdict;
  /** The list that takes the last data point of a metric, and the metric with it. */
  readonly emptiedBy?: FilterList;
  /** Every condition that was evaluated, in order; of those on the data points of a metric only what decided. */
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
