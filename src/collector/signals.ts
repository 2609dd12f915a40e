import type { LogsData, MetricsData, TracesData } from "../shapes/records.ts";

/** A payload of metrics, traces or logs as OTLP JSON has it: all may be absent that a payload of one signal lacks. */
export interface TelemetryData extends MetricsData, TracesData, LogsData {}

/** The name of a signal. */
export type SignalName = "metrics" | "traces" | "logs";

/** A context of records that payloads are made of. */
export type SignalContext = "resource" | "scope" | "metric" | "datapoint" | "span" | "spanevent" | "log";

/** Where payloads of a signal have what, and what conditions and statements on them are about. */
export interface Signal {
  readonly name: SignalName;
  /** The property of a payload that holds its resources. */
  readonly resources: keyof TelemetryData;
  /** The property of a resource that holds its scopes. */
  readonly scopes: "scopeMetrics" | "scopeSpans" | "scopeLogs";
  /** The property of a scope that holds its items. */
  readonly items: "metrics" | "spans" | "logRecords";
  /** The property of a record that holds an item. */
  readonly itemPart: "metric" | "span" | "log";
  /** The contexts of the records, from the top down. */
  readonly contexts: readonly SignalContext[];
}

/** The signals. */
export const signals: readonly Signal[] = [
  {
    name: "metrics",
    resources: "resourceMetrics",
    scopes: "scopeMetrics",
    items: "metrics",
    itemPart: "metric",
    contexts: ["resource", "scope", "metric", "datapoint"],
  },
  {
    name: "traces",
    resources: "resourceSpans",
    scopes: "scopeSpans",
    items: "spans",
    itemPart: "span",
    contexts: ["resource", "scope", "span", "spanevent"],
  },
  {
    name: "logs",
    resources: "resourceLogs",
    scopes: "scopeLogs",
    items: "logRecords",
    itemPart: "log",
    contexts: ["resource", "scope", "log"],
  },
];

/** Whether nothing is left to be sent on, of any signal; profiles, which no processor looks at, go on. */
export function isEmpty(payload: TelemetryData & { readonly resourceProfiles?: unknown }): boolean {
  const { resourceProfiles: profiles } = payload;
  if (Array.isArray(profiles) && profiles.length > 0) return false;
  return signals.every(({ resources }) => (payload[resources]?.length ?? 0) === 0);
}
