import { z } from "zod";
import { Timestamp } from "../../core/values.ts";

/** A number as YAML has it: one without a point is an int, one with a point a double. */
const number = z.union([z.bigint(), z.number()]);
/** Attributes; of a record the library leaves out `__proto__`, which is a key like any other. */
const attributes = z
  .unknown()
  .meta({ type: "object", propertyNames: { type: "string" }, additionalProperties: {} })
  .transform((given, context): Readonly<Record<string, unknown>> => {
    if (given === null) return {}; // as if nothing was written
    if (typeof given === "object" && !Array.isArray(given) && !(given instanceof Timestamp))
      return given as Readonly<Record<string, unknown>>; // a map of the document
    context.addIssue({ code: "invalid_type", expected: "record", input: given });
    return z.NEVER;
  });
const text = z.string();
const texts = z.union([text, z.array(text)]);

const pointShape = {
  attributes: attributes.optional(),
  value: number.optional().describe("Of a gauge, counter or sum: 3 is an int, 3.0 a double."),
  values: z.array(z.number()).optional().describe("Of a histogram: what was measured."),
  bounds: z.array(z.number()).optional().describe("Of a histogram: the upper bounds of its buckets."),
  counts: z.array(z.number()).optional().describe("Of a histogram: what each bucket holds."),
  quantiles: z.record(text, z.number()).optional().describe("Of a summary: values by quantile."),
  count: z.number().optional(),
  sum: z.number().optional(),
};

const metricSchema = z.strictObject({
  name: text.optional(),
  type: z
    .enum(["gauge", "counter", "sum", "histogram", "exponential_histogram", "summary"])
    .optional()
    .describe("Default: gauge."),
  ...pointShape,
  points: z.array(z.strictObject(pointShape)).optional().describe("Several data points."),
  temporality: z.enum(["cumulative", "delta"]).optional(),
  monotonic: z.boolean().optional(),
  unit: text.optional(),
  description: text.optional(),
  resource: attributes.optional().describe("The attributes of its resource."),
  scope: text.optional().describe("The name of its scope."),
});

/** A metric in short. */
export type ShortMetric = z.infer<typeof metricSchema>;

const placeShape = {
  resource: attributes.optional().describe("The attributes of its resource."),
  scope: text.optional().describe("The name of its scope."),
};

const spanSchema = z.strictObject({
  name: text.optional(),
  kind: z
    .enum(["unspecified", "internal", "server", "client", "producer", "consumer"])
    .optional()
    .describe("Default: internal."),
  attributes: attributes.optional(),
  milliseconds: z.number().optional().describe("How long it took; default: 1."),
  status: z.enum(["unset", "ok", "error"]).optional(),
  status_message: text.optional(),
  events: z.array(z.strictObject({ name: text.optional(), attributes: attributes.optional() })).optional(),
  trace_id: text.optional().describe("32 hexadecimal digits."),
  span_id: text.optional().describe("16 hexadecimal digits."),
  parent_span_id: text.optional().describe("16 hexadecimal digits; without it the span is a root."),
  trace_state: text.optional(),
  ...placeShape,
});

/** A span in short. */
export type ShortSpan = z.infer<typeof spanSchema>;

const logSchema = z.strictObject({
  body: z.unknown().describe("A text, or any other value."),
  severity: z
    .enum(
      ["trace", "debug", "info", "warn", "error", "fatal"].flatMap((level) =>
        ["", "2", "3", "4"].map((step) => `${level}${step}`),
      ),
    )
    .optional(),
  severity_text: text.optional().describe("Default: the severity in capitals."),
  event_name: text.optional(),
  attributes: attributes.optional(),
  trace_id: text.optional().describe("32 hexadecimal digits."),
  span_id: text.optional().describe("16 hexadecimal digits."),
  ...placeShape,
});

/** A log record in short. */
export type ShortLog = z.infer<typeof logSchema>;

const words = ["kept", "dropped", "rejected", "changed", "unchanged", "matches", "no_match"] as const;

const fate = z.union([z.literal(true), z.number(), text, z.array(text)]);

const fated =
  "true: every record; a number of metrics, spans or log records; or the names of some, of log records their event or body.";

const expectSchema = z.strictObject({
  kept: fate.optional().describe(fated),
  dropped: fate.optional().describe(fated),
  rejected: z.boolean().optional().describe("Whether the whole payload is refused."),
  changed: z.boolean().optional().describe("Whether every record that is left differs from what came."),
  matches: z.boolean().optional().describe("What every record gives for the conditions."),
  names: z.array(text).optional().describe("The names of what is left, all of them, in any order."),
  exported: z
    .array(text)
    .optional()
    .describe("The names that remote write sends, all of them, in any order."),
  counts: z
    .strictObject({
      resources: z.number().optional(),
      scopes: z.number().optional(),
      metrics: z.number().optional(),
      data_points: z.number().optional(),
      spans: z.number().optional(),
      span_events: z.number().optional(),
      log_records: z.number().optional(),
    })
    .optional()
    .describe("How much is left."),
  attributes: attributes.optional().describe("Attributes of every record that is left; null: absent."),
  resource: attributes.optional().describe("Attributes of the resource of every record; null: absent."),
  errors: z
    .union([z.number(), z.array(text)])
    .optional()
    .describe("How many evaluation errors there are, or a code or part of the message of each."),
  no_evaluation_errors: z.boolean().optional(),
  nothing_else_changes: z
    .boolean()
    .optional()
    .describe("What is left is as it came, but for the attributes that are expected."),
  output: z
    .unknown()
    .optional()
    .describe("Exactly what comes out: a payload, or a record or a list of them."),
  output_file: text.optional().describe("A file of OTLP JSON with exactly what comes out."),
});

/** What is expected of a case. */
export type Expect = z.infer<typeof expectSchema>;

const expectation = z.union([z.enum(words), expectSchema]);

/** What is expected, in a word or in full. */
export type Expectation = z.infer<typeof expectation>;

const ruleShape = {
  config: text.optional().describe("A Collector's configuration, relative to the suite."),
  processor: text
    .optional()
    .describe("A filter, transform, attributes or resource processor of it, such as filter/mesh."),
  pipeline: text.optional().describe("A pipeline of it, such as metrics/mesh."),
  env: z.record(text, text).optional().describe("Values of ${env:NAME} in the configuration."),
  condition: texts.optional().describe("One condition or several, in place of a configuration."),
  statements: texts.optional().describe("One statement or several, in place of a configuration."),
  context: text
    .optional()
    .describe("What conditions and statements are about; default: what their paths tell."),
  error_mode: z.enum(["ignore", "silent", "propagate"]).optional(),
  gates: z.array(text).optional(),
  versions: z.array(text).min(1).optional().describe("Collector contrib versions; each test runs with each."),
};

const inputShape = {
  file: texts
    .optional()
    .describe(
      "Files or patterns: OTLP JSON, JSON lines, scrapes or what the debug exporter prints, relative to the suite.",
    ),
  job: text.optional().describe("The scrape job that scrapes are of."),
  target: text.optional().describe("The host:port that scrapes are of."),
  labels: z.record(text, text).optional().describe("Labels of the target before relabelling."),
  metric: metricSchema.optional(),
  metrics: z.array(metricSchema).optional(),
  span: spanSchema.optional(),
  spans: z.array(spanSchema).optional(),
  log: logSchema.optional(),
  logs: z.array(logSchema).optional(),
  record: z
    .record(text, z.unknown())
    .optional()
    .describe("A record of OTLP JSON, such as { log: …, resource: … }."),
  records: z.array(z.record(text, z.unknown())).optional(),
  payload: z.record(text, z.unknown()).optional().describe("A payload of OTLP JSON."),
};

const caseSchema = z.strictObject({
  name: text.optional(),
  ...inputShape,
  expect: expectation.optional(),
});

const testSchema = z.strictObject({
  name: text,
  ...ruleShape,
  ...inputShape,
  expect: expectation.optional(),
  cases: z
    .array(caseSchema)
    .min(1)
    .optional()
    .describe("A table: each case has what the test has, but for what it says itself."),
});

/** What a suite of rule tests looks like. */
export const suiteSchema = z.strictObject({
  ...ruleShape,
  expect: expectation.optional().describe("What is expected in all tests."),
  tests: z.array(testSchema).min(1),
});

export type SuiteDocument = z.infer<typeof suiteSchema>;
export type TestDocument = z.infer<typeof testSchema>;
export type CaseDocument = z.infer<typeof caseSchema>;
