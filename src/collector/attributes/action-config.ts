import { z } from "zod";
import type { ConvertedType } from "./convert-value.ts";

/** What can be done with an attribute. */
export const actionNames = ["insert", "update", "upsert", "delete", "hash", "extract", "convert"] as const;

/** The name of an action. */
export type ActionName = (typeof actionNames)[number];

/** A value for an attribute: whole numbers are ints. */
export type ConfiguredValue =
  | string
  | boolean
  | number
  | bigint
  | null
  | readonly ConfiguredValue[]
  | { readonly [key: string]: ConfiguredValue };

/** An action on attributes in the Collector's own words. */
export interface AttributeAction {
  /** In any case. */
  readonly action: ActionName | Uppercase<ActionName>;
  readonly key?: string;
  /** `insert`, `update` and `upsert` take one of `value`, `from_attribute` and `from_context`. */
  readonly value?: ConfiguredValue;
  readonly from_attribute?: string;
  /** `metadata.<name>`, `auth.<attribute>`, `client.address`, or the bare name of metadata. */
  readonly from_context?: string;
  /** What is taken where the source has nothing. */
  readonly default_value?: ConfiguredValue;
  /** An RE2 pattern: of the keys that `delete` and `hash` are about, or of the text that `extract` reads. */
  readonly pattern?: string;
  /** What `convert` makes of the value. */
  readonly converted_type?: ConvertedType;
}

const text = z.string().nullish();

/** What an action looks like; nothing in place of it is an action without settings. */
export const actionSchema = z
  .strictObject({
    key: text,
    value: z.unknown().optional(),
    default_value: z.unknown().optional(),
    pattern: text,
    from_attribute: text,
    from_context: text,
    converted_type: text,
    action: text,
  })
  .nullable();
