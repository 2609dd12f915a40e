import { type SignalName, signals } from "../signals.ts";

/** A list of statements in a transform's settings. */
export interface StatementSetting {
  readonly setting: "metric_statements" | "trace_statements" | "log_statements" | "profile_statements";
  readonly signal: SignalName | "profiles";
  /** The contexts of its statements, from the top down. */
  readonly contexts: readonly string[];
}

/** The lists of statements, in the order in which the reference checks them. */
export const statementSettings: readonly StatementSetting[] = [
  { setting: "trace_statements", ...contextsOf("traces") },
  { setting: "metric_statements", ...contextsOf("metrics", "exemplar") },
  { setting: "log_statements", ...contextsOf("logs") },
  { setting: "profile_statements", signal: "profiles", contexts: ["resource", "scope", "profile"] },
];

function contextsOf(name: SignalName, ...more: readonly string[]) {
  const { contexts = [] } = signals.find((signal) => signal.name === name) ?? {};
  return { signal: name, contexts: [...contexts, ...more] };
}
