/**
 * What components that hold OTTL beside filter and transform take at their start, by their sources of version 0.161.0.
 * Not here, since their sources could not be read: routing, sum, lookup, partitioning, log_dedup and dynamic_sampling.
 */
import { z } from "zod";
import { errorModes } from "../../engine/conditions.ts";

/** A setting of a component and what it must look like. */
export interface HolderForm {
  readonly section: "processors" | "connectors";
  readonly types: readonly string[];
  /** The path of the setting; `[]` stands for each item of a list. Empty for all settings. */
  readonly at: string;
  readonly schema: z.ZodType;
  /** Whether the component takes keys that it does not know, and does nothing with them. */
  readonly ignoresUnknown: boolean;
}

const texts = z.union([z.string(), z.array(z.string().nullable())]).optional();
const errorMode = z
  .string()
  .refine((word) => errorModes.some((mode) => mode === word.toLowerCase()), {
    error: `is none of the error modes ${errorModes.join(", ")}`,
  })
  .optional();
const isFull = (list: unknown) => (Array.isArray(list) ? list.length > 0 : Boolean(list));

const ottlCondition = z
  .strictObject({ error_mode: errorMode, span: texts, spanevent: texts })
  .refine(({ span, spanevent }) => isFull(span) || isFull(spanevent), {
    error: "holds no conditions: give it span or spanevent",
  });

/** A policy that is one of conditions holds them. */
const policy = z
  .looseObject({ type: z.string().optional(), ottl_condition: z.looseObject({}).optional() })
  .refine(({ type, ottl_condition }) => type !== "ottl_condition" || ottl_condition !== undefined, {
    error: "the policy is of type ottl_condition and has no ottl_condition",
  });

/** Where policies hold policies. */
const policies = [
  "policies[]",
  "policies[].not.not_sub_policy",
  "policies[].and.and_sub_policy[]",
  "policies[].and.and_sub_policy[].not.not_sub_policy",
  "policies[].drop.drop_sub_policy[]",
  "policies[].drop.drop_sub_policy[].not.not_sub_policy",
  "policies[].composite.composite_sub_policy[]",
  "policies[].composite.composite_sub_policy[].and.and_sub_policy[]",
  "policies[].composite.composite_sub_policy[].and.and_sub_policy[].not.not_sub_policy",
];

const name = z.string().min(1, { error: "the metric has no name" });
const counted = (attributes: z.ZodType) =>
  z
    .record(
      name,
      z.strictObject({ description: z.string().optional(), conditions: texts, attributes }).nullable(),
    )
    .optional();
const key = z.string().min(1, { error: "the attribute has no key" });
const countAttributes = z.array(z.strictObject({ key, default_value: z.unknown().optional() })).optional();
const noAttributes = z
  .array(z.unknown())
  .refine((given) => given.length === 0, { error: "a metric that counts metrics has no attributes" })
  .optional();
const count = z.strictObject({
  spans: counted(countAttributes),
  spanevents: counted(countAttributes),
  metrics: counted(noAttributes),
  datapoints: counted(countAttributes),
  logs: counted(countAttributes),
  profiles: counted(countAttributes),
});

const derivedAttributes = z
  .array(
    z
      .strictObject({
        key: z.string().optional(),
        keys_expression: z.string().optional(),
        optional: z.boolean().optional(),
        default_value: z.unknown().optional(),
      })
      .refine((given) => Boolean(given.key) !== Boolean(given.keys_expression), {
        error: "an attribute has either key or keys_expression",
      })
      .refine(({ optional, default_value }) => !optional || default_value === undefined, {
        error: "an attribute is either optional or has a default_value",
      }),
  )
  .optional();
const value = z.string().min(1, { error: "the metric has no value" });
const kinds = {
  histogram: z
    .strictObject({ buckets: z.array(z.number()).optional(), count: z.string().optional(), value })
    .optional(),
  exponential_histogram: z
    .strictObject({ max_size: z.number().optional(), count: z.string().optional(), value })
    .optional(),
  sum: z.strictObject({ value, monotonic: z.boolean().optional() }).optional(),
  gauge: z.strictObject({ value }).optional(),
};
const derived = z
  .array(
    z
      .strictObject({
        name,
        description: z.string().optional(),
        unit: z.string().optional(),
        include_resource_attributes: derivedAttributes,
        attributes: derivedAttributes,
        conditions: texts,
        ...kinds,
      })
      .refine(
        ({ histogram, exponential_histogram, sum, gauge }) =>
          [histogram, exponential_histogram, sum, gauge].filter((one) => one !== undefined).length === 1,
        { error: "a metric is one of histogram, exponential_histogram, sum and gauge" },
      ),
  )
  .optional();
const signalToMetrics = z
  .strictObject({
    spans: derived,
    datapoints: derived,
    logs: derived,
    profiles: derived,
    error_mode: errorMode,
  })
  .refine((given) => [given.spans, given.datapoints, given.logs, given.profiles].some(isFull), {
    error: "there are no metrics: give it spans, datapoints, logs or profiles",
  });

/** What is known of such components. */
export const holderForms: readonly HolderForm[] = [
  ...policies.flatMap((at): HolderForm[] => {
    const of = { section: "processors", types: ["tail_sampling"], ignoresUnknown: false } as const;
    return [
      { ...of, at, schema: policy },
      { ...of, at: `${at}.ottl_condition`, schema: ottlCondition },
    ];
  }),
  { section: "connectors", types: ["count"], at: "", schema: count, ignoresUnknown: true },
  {
    section: "connectors",
    types: ["signal_to_metrics", "signaltometrics"],
    at: "",
    schema: signalToMetrics,
    ignoresUnknown: false,
  },
];
