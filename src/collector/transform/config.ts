import { z } from "zod";
import type { ErrorMode } from "../../engine/conditions.ts";
import { texts } from "../texts-schema.ts";

/** The settings of a transform processor in the Collector's own words. */
export interface TransformConfig {
  /** What a failing condition or statement means; the default depends on the version. */
  readonly error_mode?: ErrorMode;
  /** Statements whose paths name their context, or groups of statements. */
  readonly metric_statements?: StatementList<"metric" | "datapoint" | "exemplar">;
  readonly trace_statements?: StatementList<"span" | "spanevent">;
  readonly log_statements?: StatementList<"log">;
  /** They are checked and not run. */
  readonly profile_statements?: StatementList<"profile">;
  /** Gives each log record a resource and a scope of its own and groups them again afterwards. */
  readonly flatten_data?: boolean;
  /** What `flatten_data` is called since 0.164.0. */
  readonly flatten?: { readonly log?: boolean };
}

/** Statements on one signal. */
export type StatementList<C extends string> = readonly string[] | readonly StatementGroup<C>[];

/** Some statements that are run in one walk over the payload. */
export interface StatementGroup<C extends string = string> {
  /** The context of all of them; paths need not name it then. */
  readonly context?: "resource" | "scope" | C;
  /** Where there are some, the statements run only on records that meet one of them. */
  readonly conditions?: readonly string[];
  readonly statements: readonly string[];
  /** What a failing condition or statement of the group means; default: the processor's. */
  readonly error_mode?: ErrorMode;
  /** Whether all groups over the context that say so use one `cache`. */
  readonly shared_cache?: boolean;
}

/** The items of a list of statements are read one by one. */
const list = z.array(z.unknown()).optional();

/** What a transform processor's settings look like. */
export const transformSchema = z.strictObject({
  error_mode: z.string().optional(),
  metric_statements: list,
  trace_statements: list,
  log_statements: list,
  profile_statements: list,
  flatten_data: z.boolean().optional(),
  flatten: z.strictObject({ log: z.boolean().optional() }).optional(),
});

/** What a group of statements looks like. */
export const statementGroupSchema = z.strictObject({
  context: z.string().optional(),
  conditions: texts,
  statements: texts,
  error_mode: z.string().optional(),
  shared_cache: z.boolean().optional(),
});
