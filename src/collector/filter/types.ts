import type { Inference } from "../../check/infer-context.ts";
import type { Span } from "../../diagnostics/diagnostic.ts";
import type { Condition, ConditionExplanation } from "../../engine/condition.ts";
import type { ErrorMode } from "../../engine/conditions.ts";
import type { FunctionDefinition } from "../../functions/define-function.ts";
import type { Client } from "../../shapes/records.ts";
import type { Applied, ConfigPlace, Processor, ProcessorOptions } from "../processor.ts";
import type { SignalContext, SignalName, TelemetryData } from "../signals.ts";

/** How a filter is made. */
export interface FilterOptions extends ProcessorOptions {
  /** The functions that conditions may call; default: every converter, and those of the filter processor. */
  readonly functions?: readonly FunctionDefinition[];
  /** The client that sent the data, which paths below `otelcol` read; a function is asked once for each payload. */
  readonly client?: Client | ((payload: TelemetryData) => Client | undefined);
  /**
   * The signal of the pipeline that it is for. The Collector looks at the older settings, `include` and `exclude`, only
   * in a pipeline of their signal; without this option those of every signal must be right.
   */
  readonly signal?: SignalName;
}

/** The records that conditions are about. */
export type FilterContext = SignalContext;

/** A filter processor: it drops the records that meet a condition. */
export interface Filter extends Processor<FilterResult> {
  /**
   * Running totals by the Collector's names, of rejected payloads too: `processor_filter_datapoints.filtered`,
   * `processor_filter_spans.filtered` and `processor_filter_logs.filtered`, of the signals that it has conditions on.
   */
  readonly counters: Readonly<Record<string, number>>;
  /** What is evaluated, in order. */
  readonly lists: readonly FilterList[];
  /**
   * Tells what `apply` would make of a payload of one record of `recordsOf`, and why. It asks the lists of the record's
   * level and above; a metric brings its data points and goes with the last of them, a span brings its events and stays
   * without them, and a data point or an event is seen in its metric or span. Other records of a payload make no difference here, although errors under `propagate` reject all of it,
   * unless flat conditions leave nothing at all. A record that is not what OTLP JSON has makes a condition fail.
   *
   * @throws {OttlError} of phase `configuration` for what is no record, such as a whole payload.
   */
  explain(record: object): FilterExplanation;
  /**
   * The record as the filter leaves it: its metric without the data points that go, its span without the events. Absent
   * where the record is dropped.
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
  /** What the Collector counts of metrics. */
  readonly dataPoints: number;
  readonly spans: number;
  readonly spanEvents: number;
  readonly logRecords: number;
}

/** Conditions over one context that are asked one after another: the first true one drops the record. */
export interface FilterList {
  /**
   * Where it is configured: `metrics.metric`, `metric_conditions`, `metric_conditions[1]` for a group, or the map of the
   * older settings, such as `spans`.
   */
  readonly name: string;
  readonly signal: SignalName;
  readonly context: FilterContext;
  readonly errorMode: ErrorMode;
  readonly conditions: readonly FilterCondition[];
}

/** A condition of a filter, or what the older settings make of `include` or `exclude`. */
export interface FilterCondition {
  /** As it is written; of the older settings what they ask, on one line. */
  readonly text: string;
  readonly place: ConfigPlace;
  readonly condition: FilterTest;
  /** How its paths told the context; absent where the setting says it. */
  readonly inference?: Inference;
  /** The place of a range of `text`, such as the span of the sub-expression that decided. */
  readonly locate: (span: Span) => ConfigPlace;
}

/** What is asked of a record; the older settings are no OTTL, so they have no tree and no types. */
export type FilterTest = Pick<Condition, "context" | "text" | "matches" | "explain"> &
  Partial<Pick<Condition, "ast" | "typeOf">>;

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
