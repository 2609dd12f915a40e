import { z } from "zod";
import type { Capability } from "../../core/compatibility.ts";
import type { ErrorMode } from "../../engine/conditions.ts";

/** The settings of a filter processor in the Collector's own words. */
export interface FilterConfig {
  /** What a failing condition means; the default depends on the version. */
  readonly error_mode?: ErrorMode;
  /** Conditions by context; paths need not name it. */
  readonly metrics?: {
    readonly resource?: readonly string[];
    readonly metric?: readonly string[];
    readonly datapoint?: readonly string[];
  };
  /** Conditions whose paths name their context, or groups of conditions; not together with `metrics`. */
  readonly metric_conditions?: readonly string[] | readonly FilterConditionGroup[];
}

/** Some conditions that are evaluated in one walk over the payload. */
export interface FilterConditionGroup {
  /** The context of all of them; paths need not name it then. */
  readonly context?: "resource" | "scope" | "metric" | "datapoint";
  readonly conditions: readonly string[];
  /** What a failing condition of the group means; default: the processor's. */
  readonly error_mode?: ErrorMode;
}

/** A list of texts; the Collector splits a text in its place at commas, and reads null in it as the empty text. */
const texts = z.union([z.string(), z.array(z.string().nullable())]).optional();

const anything = z.unknown().optional();

/** What a filter processor's settings look like; the groups of `metric_conditions` are read one by one. */
export const filterSchema = z.strictObject({
  error_mode: z.string().optional(),
  metrics: z
    .strictObject({
      resource: texts,
      metric: texts,
      datapoint: texts,
      include: anything,
      exclude: anything,
      regexp: anything,
    })
    .optional(),
  metric_conditions: z.array(anything).optional(),
  traces: z.strictObject({ resource: anything, span: anything, spanevent: anything }).optional(),
  logs: z
    .strictObject({ resource: anything, log_record: anything, include: anything, exclude: anything })
    .optional(),
  spans: z.strictObject({ include: anything, exclude: anything }).optional(),
  profiles: z.strictObject({ resource: anything, profile: anything }).optional(),
  trace_conditions: anything,
  log_conditions: anything,
  profile_conditions: anything,
});

/** What a group of conditions looks like. */
export const groupSchema = z.strictObject({
  context: z.string().optional(),
  conditions: texts,
  error_mode: z.string().optional(),
});

/** The settings for other signals, of which only the names of the lists are looked at. */
export const otherSignals = [
  "traces",
  "logs",
  "spans",
  "profiles",
  "trace_conditions",
  "log_conditions",
  "profile_conditions",
] as const;

/** What the version must have for a setting to exist. */
export const settingCapabilities: readonly (readonly [path: readonly string[], capability: Capability])[] = [
  [["metrics", "resource"], "filter_resource_conditions"],
  [["metric_conditions"], "filter_flat_conditions"],
  [["trace_conditions"], "filter_flat_conditions"],
  [["log_conditions"], "filter_flat_conditions"],
  [["profile_conditions"], "filter_flat_conditions"],
  [["profiles"], "filter_profiles"],
];
