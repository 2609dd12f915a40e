/** The order in which inference prefers contexts, the most specific first; a name that is not here comes last. */
export const inferenceOrder: readonly string[] = [
  "log",
  "exemplar",
  "datapoint",
  "metric",
  "spanevent",
  "span",
  "profile",
  "scope",
  "instrumentation_scope",
  "resource",
];

/** The order of versions that prefer the resource to the scope. */
export const formerInferenceOrder: readonly string[] = [
  ...inferenceOrder.slice(0, inferenceOrder.indexOf("scope")),
  "resource",
  ...inferenceOrder.slice(inferenceOrder.indexOf("scope"), inferenceOrder.indexOf("resource")),
];

/** The contexts among which inference chooses, by the signal that a text is about. */
export const contextsOfSignal = {
  metrics: ["resource", "scope", "metric", "datapoint", "exemplar"],
  traces: ["resource", "scope", "span", "spanevent"],
  logs: ["resource", "scope", "log"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A signal of telemetry. */
export type Signal = keyof typeof contextsOfSignal;
