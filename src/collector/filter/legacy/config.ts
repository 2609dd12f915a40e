/** The older settings of a filter: what spans, metrics or log records must be like to pass, or to go. */
import { z } from "zod";
import { texts } from "../../texts-schema.ts";

/** How texts are compared; `regexp` patterns match anywhere in a text. */
export type MatchType = "strict" | "regexp";

/** An attribute; without a value it need only be there. */
export interface LegacyAttribute {
  readonly key: string;
  readonly value?: unknown;
}

interface Regexp {
  /** What is matched is remembered, which changes no answer. */
  readonly cacheenabled?: boolean;
  readonly cachemaxnumentries?: number;
}

/** What metrics must be like. */
export interface LegacyMetrics {
  readonly match_type: MatchType;
  readonly regexp?: Regexp;
  readonly metric_names?: readonly string[];
  /** Decides on whole resources, whatever the names say. */
  readonly resource_attributes?: readonly LegacyAttribute[];
}

/** What log records must be like; all that is given must be true. */
export interface LegacyLogs {
  readonly match_type?: MatchType;
  readonly resource_attributes?: readonly LegacyAttribute[];
  readonly record_attributes?: readonly LegacyAttribute[];
  readonly severity_texts?: readonly string[];
  /** The lowest severity, such as `info`; records without one match where `match_undefined` says so. */
  readonly severity_number?: { readonly min?: string; readonly match_undefined?: boolean };
  readonly bodies?: readonly string[];
}

/** What spans must be like; all that is given must be true. */
export interface LegacySpans {
  readonly match_type: MatchType;
  readonly regexp?: Regexp;
  readonly services?: readonly string[];
  readonly span_names?: readonly string[];
  readonly span_kinds?: readonly string[];
  readonly attributes?: readonly LegacyAttribute[];
  readonly resources?: readonly LegacyAttribute[];
  readonly libraries?: readonly { readonly name: string; readonly version?: string }[];
}

/** What it looks like to be remembered. */
export const regexpSettings = z
  .strictObject({ cacheenabled: z.boolean().optional(), cachemaxnumentries: z.int().optional() })
  .optional();

const attributes = z
  .array(z.strictObject({ key: z.string().optional(), value: z.unknown().optional() }).nullable())
  .optional();

const libraries = z
  .array(z.strictObject({ name: z.string().optional(), version: z.string().optional() }).nullable())
  .optional();

const matchType = z.string().optional();

export const legacyMetrics = z
  .strictObject({
    match_type: matchType,
    regexp: regexpSettings,
    metric_names: texts,
    expressions: texts,
    resource_attributes: attributes,
  })
  .optional();

export const legacyLogs = z
  .strictObject({
    match_type: matchType,
    resource_attributes: attributes,
    record_attributes: attributes,
    severity_texts: texts,
    severity_number: z
      .strictObject({ min: z.string().optional(), match_undefined: z.boolean().optional() })
      .optional(),
    bodies: texts,
  })
  .optional();

export const legacySpans = z
  .strictObject({
    match_type: matchType,
    regexp: regexpSettings,
    services: texts,
    span_names: texts,
    span_kinds: texts,
    attributes,
    resources: attributes,
    libraries,
    log_bodies: texts,
    log_severity_texts: texts,
    log_severity_number: z
      .strictObject({ min: z.int().optional(), match_undefined: z.boolean().optional() })
      .optional(),
    metric_names: texts,
  })
  .optional();
