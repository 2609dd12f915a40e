import { type Signal, type SignalName, signals } from "../signals.ts";
import type { Dropped, FilterContext } from "./types.ts";

/** Where a filter's settings for a signal are, and what of it is counted. */
export interface FilterSignal extends Signal {
  /** The setting that holds a list of conditions for each context, `metrics: { resource, metric, datapoint }`. */
  readonly structured: SignalName;
  /** Those lists by their names, from the top down. */
  readonly lists: readonly StructuredList[];
  /** The setting of conditions whose paths name their context, and of groups. */
  readonly flat: "metric_conditions" | "trace_conditions" | "log_conditions";
  /** The setting that holds the older `include` and `exclude`. */
  readonly legacy: "metrics" | "spans" | "logs";
  /** What the Collector counts, and by which name. */
  readonly counter: string;
  readonly counted: keyof Dropped;
}

/** A list of conditions that are all about one context. */
export interface StructuredList {
  readonly name: string;
  readonly context: FilterContext;
}

type Own = Pick<FilterSignal, "flat" | "legacy" | "counter" | "counted">;

const own: Readonly<Record<SignalName, Own>> = {
  metrics: {
    flat: "metric_conditions",
    legacy: "metrics",
    counter: "processor_filter_datapoints.filtered",
    counted: "dataPoints",
  },
  traces: {
    flat: "trace_conditions",
    legacy: "spans",
    counter: "processor_filter_spans.filtered",
    counted: "spans",
  },
  logs: {
    flat: "log_conditions",
    legacy: "logs",
    counter: "processor_filter_logs.filtered",
    counted: "logRecords",
  },
};

/** The signals with what the filter processor has for each; scopes have no list of their own. */
export const filterSignals: readonly FilterSignal[] = signals.map((signal) => ({
  ...signal,
  ...own[signal.name],
  structured: signal.name,
  lists: signal.contexts
    .filter((context) => context !== "scope")
    .map((context) => ({ name: context === "log" ? "log_record" : context, context })),
}));
