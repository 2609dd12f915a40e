import type { ErrorMode } from "../../../../src/engine/conditions.ts";
import type { PayloadName } from "../payloads.ts";

/** One run of a transform processor, or a configuration that is refused before it. */
export interface TransformCase {
  /** The settings, as a configuration would have them, right or wrong. */
  readonly config: unknown;
  readonly payload: PayloadName;
  readonly gates?: readonly string[];
}

export const modes: readonly ErrorMode[] = ["ignore", "silent", "propagate"];

/** The setting of each payload's signal. */
export const settingOf = {
  logs: "log_statements",
  traces: "trace_statements",
  metrics: "metric_statements",
} as const;

/** Each list of statements of a signal, as a processor that has nothing else. */
export function each(
  payload: keyof typeof settingOf,
  lists: readonly unknown[],
  more: object = {},
): readonly TransformCase[] {
  return lists.map((list) => ({ config: { ...more, [settingOf[payload]]: list }, payload }));
}

/** A group over a context. */
export function group(context: string, statements: readonly string[], more: object = {}): object {
  return { context, statements, ...more };
}
