import { z } from "zod";
import { type LegacySpans, legacySpans } from "../filter/legacy/config.ts";
import type { AttributeAction } from "./action-config.ts";

/** The settings of an attributes processor in the Collector's own words. */
export interface AttributesConfig {
  /** What is done with the attributes of each span, log record or data point, in order. */
  readonly actions: readonly AttributeAction[];
  /** What records must be like. */
  readonly include?: MatchProperties;
  /** What records must not be like. */
  readonly exclude?: MatchProperties;
}

/** What records must be like; all that is given must be true, and each signal takes what it has. */
export interface MatchProperties extends LegacySpans {
  readonly log_bodies?: readonly string[];
  readonly log_severity_texts?: readonly string[];
  /** The lowest severity, 1 to 24; records without one match where `match_undefined` says so. */
  readonly log_severity_number?: { readonly min?: number; readonly match_undefined?: boolean };
  readonly metric_names?: readonly string[];
}

/** What an attributes processor's settings look like; the actions are read one by one. */
export const attributesSchema = z
  .strictObject({
    actions: z.array(z.unknown()).nullish(),
    include: legacySpans.nullish(),
    exclude: legacySpans.nullish(),
  })
  .nullable();
