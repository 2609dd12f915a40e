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

type Own = Omit<FilterSignal, keyof Signal | "structured">;

const own: Readonly<Record<SignalName, Own>> = {
  metrics: {
    lists: [
      { name: "resource", context: "resource" },
      { name: "metric", context: "metric" },
      { name: "datapoint", context: "datapoint" },
    ],
    flat: "metric_conditions",
    legacy: "metrics",
    counter: "processor_filter_datapoints.filtered",
    counted: "dataPoints",
  },
  traces: {
    lists: [
      { name: "resource", context: "resource" },
      { name: "span", context: "span" },
      { name: "spanevent", context: "spanevent" },
    ],
    flat: "trace_conditions",
    legacy: "spans",
    counter: "processor_filter_spans.filtered",
    counted: "spans",
  },
  logs: {
    lists: [
      { name: "resource", context: "resource" },
      { name: "log_record", context: "log" },
    ],
    flat: "log_conditions",
    legacy: "logs",
    counter: "processor_filter_logs.filtered",
    counted: "logRecords",
  },
};

/** The signals with what the filter processor has for each. */
export const filterSignals: readonly FilterSignal[] = signals.map((signal) => ({
  ...signal,
  ...own[signal.name],
  structured: signal.name,
}));
