import { type CaseSource, type ContextName, type Group, group, type Sections } from "./group.ts";

const resourcePaths = ["attributes", "dropped_attributes_count", "schema_url"];
const scopePaths = ["name", "version", "attributes", "dropped_attributes_count", "schema_url"];
const metricPaths = [
  "name",
  "description",
  "unit",
  "type",
  "aggregation_temporality",
  "is_monotonic",
  "data_points",
  "metadata",
];
const datapointPaths = [
  "attributes",
  "start_time_unix_nano",
  "time_unix_nano",
  "start_time",
  "time",
  "value_double",
  "value_int",
  "exemplars",
  "flags",
  "count",
  "sum",
  "bucket_counts",
  "explicit_bounds",
  "scale",
  "zero_count",
  "positive",
  "positive.offset",
  "positive.bucket_counts",
  "negative",
  "negative.offset",
  "negative.bucket_counts",
  "quantile_values",
];

const own: Readonly<Record<ContextName, readonly string[]>> = {
  resource: resourcePaths,
  scope: scopePaths,
  metric: metricPaths,
  datapoint: datapointPaths,
};
const higher: Readonly<Record<ContextName, readonly ContextName[]>> = {
  resource: [],
  scope: ["resource"],
  metric: ["resource", "scope"],
  datapoint: ["resource", "scope", "metric"],
};
const keyed: Readonly<Record<ContextName, readonly string[]>> = {
  resource: [
    'attributes["service.name"]',
    'attributes["nested"]["zone"]["id"]',
    'attributes["tags"][1]',
    'attributes["zz"]',
  ],
  scope: ['attributes["lib"]', 'attributes["zz"]'],
  metric: ['metadata["origin"]', 'metadata["deep"]["x"][0]', 'metadata["zz"]'],
  datapoint: ['attributes["host"]', 'attributes["zz"]'],
};
const wrong: Readonly<Record<ContextName, readonly string[]>> = {
  resource: [
    "name",
    "resource",
    "attribute",
    "attributes.x",
    "schema_url.x",
    'schema_url["x"]',
    'dropped_attributes_count["x"]',
    "cache.x",
    "body",
    "scope.name",
    "metric.name",
    "instrumentation_scope.name",
  ],
  scope: ["scope", "names", "version.major", 'name["x"]', "metric.name", "unit", "body", "resource.name"],
  metric: [
    "metric",
    "nmae",
    "value_int",
    "attributes",
    'attributes["a"]',
    'name["x"]',
    "name.x",
    'data_points["x"]',
    "data_points[0]",
    'type["x"]',
    "metadata.x",
    "resource.nope",
    "scope.nope",
    "datapoint.attributes",
    'is_monotonic["x"]',
    "resource",
    "scope",
    "body",
    "time",
  ],
  datapoint: [
    "datapoint",
    "name",
    "unit",
    "value",
    "value_string",
    'flags["x"]',
    'time["x"]',
    "positive.nope",
    "positive.offset.x",
    'positive["offset"]',
    "negative.scale",
    'bucket_counts["x"]',
    "bucket_counts[0]",
    "exemplars[0]",
    "quantile_values[0]",
    "metric.nope",
    "metric",
    "resource",
    "scope",
    "body",
    "attributes.host",
    "zero_threshold",
    "min",
    "max",
  ],
};
const contexts = Object.keys(own) as ContextName[];
const data = ["shapes", "sparse", "wire"];

function reads(context: ContextName): Sections {
  const spelled = (path: string): string[] => [path, `${context}.${path}`];
  const above = higher[context].flatMap((name) =>
    [...own[name], ...keyed[name]].map((path) => `${name}.${path}`),
  );
  const at = (texts: readonly string[], sets: readonly string[]): CaseSource[] =>
    texts.flatMap((text) => sets.map((name) => ({ text, data: name })));
  return {
    "reads each field": at(own[context], data),
    "reads each field below the context's own name": at(
      own[context].map((path) => `${context}.${path}`),
      ["shapes"],
    ),
    "reads the fields of higher contexts": at(above, ["shapes", "sparse"]),
    "reads below a key": at(keyed[context], ["shapes", "sparse"]),
    "demands the context's name where path context names are on": [
      ...own[context].flatMap(spelled),
      ...above,
      ...higher[context].map((name) => name),
    ].map((text) => ({ text, data: "shapes", pathContextNames: true })),
    "compares each field with nil": at(
      own[context].map((path) => `${path} == nil`),
      ["shapes", "sparse"],
    ).map((source) => ({ ...source, kind: "condition" as const })),
    "refuses a path that is none": wrong[context],
    "knows a cache": [
      "cache",
      'cache["a"]',
      `${context}.cache`,
      `${context}.cache["a"]`,
      'resource.cache["a"]',
      "cache.x",
      "cache == {}",
    ].map((text) => ({ text })),
    "knows no other spelling of the scope": [
      "instrumentation_scope.name",
      "instrumentation_scope.attributes",
      "instrumentation_scope",
      "instrumentationscope.name",
    ].flatMap((text) => [
      { text, data: "shapes" },
      { text, data: "shapes", pathContextNames: true },
    ]),
    "takes a name in its exact spelling": own[context]
      .slice(0, 3)
      .flatMap((path) => [
        path.toUpperCase(),
        `${path}s`,
        `${path}.`,
        `.${path}`,
        ` ${path} `,
        path.replace("_", " _ "),
      ]),
  };
}

/** Every path of the four contexts. */
export const paths: readonly Group[] = contexts.map((context) =>
  group(
    `paths/${context}`,
    `What the paths of the context ${context} read.`,
    { kind: "value", context },
    reads(context),
  ),
);
