/**
 * Where the components of contrib hold OTTL, by their documentation for 0.161.0. Not here: what looks like OTTL and has
 * a grammar of its own (rows of the routing connector with the context `request`, `match_type: expr`, operators).
 */
import type { Signal } from "../../contexts/inference.ts";
import type { PathContextNames } from "../../contexts/resolve.ts";
import type { Kind } from "../../syntax/parse.ts";
import type { FunctionSetName } from "./function-set.ts";
import type { OttlForm } from "./ottl-text.ts";

/** A setting that holds OTTL. */
export interface OttlPlace {
  /** Its path in the settings: `[]` stands for each item of a list, `*` for each entry of a map. */
  readonly at: string;
  readonly kind: Kind;
  /** The context of its texts, or `inferred`; with `contextSetting` where that setting beside them is absent. */
  readonly context: string;
  /** Whether a setting `context` beside the texts names their context. */
  readonly contextSetting?: boolean;
  readonly signal?: Signal | "profiles";
  readonly pathContextNames: PathContextNames;
  readonly functions: FunctionSetName;
  readonly form: OttlForm;
}

/** A component that holds OTTL. */
export interface OttlComponent {
  readonly section: "processors" | "connectors" | "exporters";
  /** Its type and the names that it had before. */
  readonly types: readonly [string, ...string[]];
  readonly places: readonly OttlPlace[];
}

type Rest = Omit<OttlPlace, "at" | "context" | "signal">;

/** Places in a row that differ in path, context and signal. */
function places(rest: Rest, rows: readonly (readonly [string, string, OttlPlace["signal"]?])[]): OttlPlace[] {
  return rows.map(([at, context, signal]) => ({ at, context, ...(signal && { signal }), ...rest }));
}

const condition = {
  kind: "condition",
  functions: "converters",
  form: "structured",
  pathContextNames: false,
} as const;
const prefixed = { ...condition, pathContextNames: "prepend" } as const;
const value = { ...prefixed, kind: "value", functions: "standard" } as const;

const signals = [
  ["trace", "traces"],
  ["metric", "metrics"],
  ["log", "logs"],
  ["profile", "profiles"],
] as const;

/** Where policies of the tail sampling processor hold policies, as deep as their settings go. */
const policies = [
  "",
  "not.not_sub_policy.",
  "and.and_sub_policy[].",
  "and.and_sub_policy[].not.not_sub_policy.",
  "drop.drop_sub_policy[].",
  "drop.drop_sub_policy[].not.not_sub_policy.",
  "composite.composite_sub_policy[].",
  "composite.composite_sub_policy[].and.and_sub_policy[].",
  "composite.composite_sub_policy[].and.and_sub_policy[].not.not_sub_policy.",
];

const derivedMetrics = [
  ["spans", "span", "traces"],
  ["datapoints", "datapoint", "metrics"],
  ["logs", "log", "logs"],
  ["profiles", "profile", "profiles"],
] as const;
const derivedValues = [
  "sum.value",
  "gauge.value",
  "histogram.count",
  "histogram.value",
  "exponential_histogram.count",
  "exponential_histogram.value",
  "attributes[].keys_expression",
  "include_resource_attributes[].keys_expression",
];

/** The components that hold OTTL. */
export const ottlComponents: readonly OttlComponent[] = [
  {
    section: "processors",
    types: ["filter"],
    places: [
      ...places({ ...condition, functions: "filter" }, [
        ["traces.resource[]", "resource", "traces"],
        ["traces.span[]", "span", "traces"],
        ["traces.spanevent[]", "spanevent", "traces"],
        ["metrics.resource[]", "resource", "metrics"],
        ["metrics.metric[]", "metric", "metrics"],
        ["metrics.datapoint[]", "datapoint", "metrics"],
        ["logs.resource[]", "resource", "logs"],
        ["logs.log_record[]", "log", "logs"],
        ["profiles.resource[]", "resource", "profiles"],
        ["profiles.profile[]", "profile", "profiles"],
      ]),
      ...signals.flatMap(([name, signal]) => [
        ...places({ ...condition, functions: "filter", form: "basic", pathContextNames: true }, [
          [`${name}_conditions[]`, "inferred", signal],
        ]),
        ...places({ ...prefixed, functions: "filter", form: "advanced", contextSetting: true }, [
          [`${name}_conditions[].conditions[]`, "inferred", signal],
        ]),
      ]),
    ],
  },
  {
    section: "processors",
    types: ["transform"],
    places: signals.flatMap(([name, signal]) => [
      ...places(
        { ...value, kind: "statement", functions: "transform", form: "basic", pathContextNames: true },
        [[`${name}_statements[]`, "inferred", signal]],
      ),
      ...places(
        { ...value, kind: "statement", functions: "transform", form: "advanced", contextSetting: true },
        [[`${name}_statements[].statements[]`, "inferred", signal]],
      ),
      ...places({ ...prefixed, functions: "filter", form: "advanced", contextSetting: true }, [
        [`${name}_statements[].conditions[]`, "inferred", signal],
      ]),
    ]),
  },
  {
    section: "processors",
    types: ["tail_sampling"],
    places: policies.flatMap((nested) =>
      places(prefixed, [
        [`policies[].${nested}ottl_condition.span[]`, "span", "traces"],
        [`policies[].${nested}ottl_condition.spanevent[]`, "spanevent", "traces"],
      ]),
    ),
  },
  {
    section: "processors",
    types: ["dynamic_sampling"],
    places: places(prefixed, [["rules[].conditions[]", "span", "traces"]]),
  },
  {
    section: "processors",
    types: ["log_dedup", "logdedup"],
    places: places(prefixed, [["conditions[]", "log", "logs"]]),
  },
  {
    section: "processors",
    types: ["lookup"],
    places: places({ ...value, functions: "converters" }, [["lookups[].key", "log", "logs"]]),
  },
  {
    section: "processors",
    types: ["partitioning"],
    places: places({ ...value, functions: "converters", form: "basic", pathContextNames: true }, [
      ["keys.*", "inferred"],
    ]),
  },
  {
    section: "connectors",
    types: ["routing"],
    places: [
      ...places({ ...condition, form: "advanced", functions: "routing", contextSetting: true }, [
        ["table[].condition", "resource"],
      ]),
      ...places(
        { ...condition, kind: "statement", form: "advanced", functions: "routing", contextSetting: true },
        [["table[].statement", "resource"]],
      ),
    ],
  },
  {
    section: "connectors",
    types: ["count"],
    places: places({ ...prefixed, functions: "filter" }, [
      ["spans.*.conditions[]", "span", "traces"],
      ["spanevents.*.conditions[]", "spanevent", "traces"],
      ["metrics.*.conditions[]", "metric", "metrics"],
      ["datapoints.*.conditions[]", "datapoint", "metrics"],
      ["logs.*.conditions[]", "log", "logs"],
      ["profiles.*.conditions[]", "profile", "profiles"],
    ]),
  },
  {
    section: "connectors",
    types: ["sum"],
    places: places({ ...condition, functions: "filter" }, [
      ["spans.*.conditions[]", "span", "traces"],
      ["spanevents.*.conditions[]", "spanevent", "traces"],
      ["metrics.*.conditions[]", "metric", "metrics"],
      ["datapoints.*.conditions[]", "datapoint", "metrics"],
      ["logs.*.conditions[]", "log", "logs"],
    ]),
  },
  {
    section: "connectors",
    types: ["signal_to_metrics", "signaltometrics"],
    places: derivedMetrics.flatMap(([name, context, signal]) => [
      ...places({ ...prefixed, functions: "standard" }, [[`${name}[].conditions[]`, context, signal]]),
      ...places(
        value,
        derivedValues.map((setting) => [`${name}[].${setting}`, context, signal] as const),
      ),
    ]),
  },
  {
    section: "exporters",
    types: ["honeycombmarker"],
    places: places({ ...condition, functions: "filter" }, [
      ["markers[].rules.log_conditions[]", "log", "logs"],
      ["markers[].rules[].log_conditions[]", "log", "logs"],
    ]),
  },
];
