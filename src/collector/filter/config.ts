import { z } from "zod";
import type { Capability } from "../../core/compatibility.ts";
import type { ErrorMode } from "../../engine/conditions.ts";
import { texts } from "../texts-schema.ts";
import { filterSignals } from "./filter-signals.ts";
import type { LegacyLogs, LegacyMetrics, LegacySpans } from "./legacy/config.ts";
import { legacyLogs, legacyMetrics, legacySpans, regexpSettings } from "./legacy/config.ts";
import type { FilterContext } from "./types.ts";

/** The settings of a filter processor in the Collector's own words. */
export interface FilterConfig {
  /** What a failing condition means; the default depends on the version. */
  readonly error_mode?: ErrorMode;
  /** Conditions by context, whose paths need not name it, or the older `include` and `exclude`. */
  readonly metrics?: {
    readonly resource?: readonly string[];
    readonly metric?: readonly string[];
    readonly datapoint?: readonly string[];
  } & IncludeExclude<LegacyMetrics>;
  /** Conditions by context; paths need not name it. */
  readonly traces?: {
    readonly resource?: readonly string[];
    readonly span?: readonly string[];
    readonly spanevent?: readonly string[];
  };
  /** Conditions by context, whose paths need not name it, or the older `include` and `exclude`. */
  readonly logs?: {
    readonly resource?: readonly string[];
    readonly log_record?: readonly string[];
  } & IncludeExclude<LegacyLogs>;
  /** The older `include` and `exclude` of spans. */
  readonly spans?: IncludeExclude<LegacySpans>;
  /** Conditions whose paths name their context, or groups of conditions; not together with `metrics`. */
  readonly metric_conditions?: FlatConditions<"resource" | "scope" | "metric" | "datapoint">;
  /** Conditions whose paths name their context, or groups of conditions; not together with `traces`. */
  readonly trace_conditions?: FlatConditions<"resource" | "scope" | "span" | "spanevent">;
  /** Conditions whose paths name their context, or groups of conditions; not together with `logs`. */
  readonly log_conditions?: FlatConditions<"resource" | "scope" | "log">;
}

/** What passes, and what of it goes all the same. */
export interface IncludeExclude<Match> {
  readonly include?: Match;
  readonly exclude?: Match;
}

type FlatConditions<C extends FilterContext> = readonly string[] | readonly FilterConditionGroup<C>[];

/** Some conditions that are evaluated in one walk over the payload. */
export interface FilterConditionGroup<C extends FilterContext = FilterContext> {
  /** The context of all of them; paths need not name it then. */
  readonly context?: C;
  readonly conditions: readonly string[];
  /** What a failing condition of the group means; default: the processor's. */
  readonly error_mode?: ErrorMode;
}

const anything = z.unknown().optional();
const groups = z.array(anything).optional();

/** What a filter processor's settings look like; the groups of flat conditions are read one by one. */
export const filterSchema = z.strictObject({
  error_mode: z.string().optional(),
  metrics: z
    .strictObject({
      resource: texts,
      metric: texts,
      datapoint: texts,
      include: legacyMetrics,
      exclude: legacyMetrics,
      regexp: regexpSettings,
    })
    .optional(),
  traces: z.strictObject({ resource: texts, span: texts, spanevent: texts }).optional(),
  logs: z
    .strictObject({ resource: texts, log_record: texts, include: legacyLogs, exclude: legacyLogs })
    .optional(),
  spans: z.strictObject({ include: legacySpans, exclude: legacySpans }).optional(),
  profiles: z.strictObject({ resource: texts, profile: texts }).optional(),
  metric_conditions: groups,
  trace_conditions: groups,
  log_conditions: groups,
  profile_conditions: anything,
});

/** What a group of conditions looks like. */
export const groupSchema = z.strictObject({
  context: z.string().optional(),
  conditions: texts,
  error_mode: z.string().optional(),
});

/** The settings for profiles, which are not run. */
export const profileSettings = ["profiles", "profile_conditions"] as const;

type SettingCapability = readonly [path: readonly string[], capability: Capability];

/** What the version must have for a setting to exist. */
export const settingCapabilities: readonly SettingCapability[] = [
  ...filterSignals.map(
    ({ structured }): SettingCapability => [[structured, "resource"], "filter_resource_conditions"],
  ),
  ...filterSignals.map(({ flat }): SettingCapability => [[flat], "filter_flat_conditions"]),
  [["profile_conditions"], "filter_flat_conditions"],
  [["profiles"], "filter_profiles"],
  [["profiles", "resource"], "filter_resource_conditions"],
];
