import { Timestamp } from "../../core/values.ts";
import type { PlainValue } from "../../shapes/records.ts";
import type { Attributes } from "../attributes.ts";
import { exponentialHistogram } from "../exponential-histogram.ts";
import type { MetricFixture } from "../fixture.ts";
import { histogram } from "../histogram.ts";
import { misuse } from "../misuse.ts";
import { counter, gauge, sum } from "../number-metrics.ts";
import { summary } from "../summary.ts";
import type { ShortMetric } from "./schema.ts";

type Short = Readonly<Record<string, unknown>>;

/** The builder of each type of metric. */
const builders = {
  gauge,
  counter,
  sum,
  histogram,
  exponential_histogram: exponentialHistogram,
  summary,
} as const;

/**
 * Makes the record of a metric that is written in short, such as `{ name: up, type: gauge, attributes: { job: a } }`.
 *
 * @throws {OttlError} of phase `configuration` for what its type of metric cannot have.
 */
export function recordOfShortMetric(metric: ShortMetric): MetricFixture {
  const { name = "", type = "gauge", attributes = {}, points, resource, ...options } = metric;
  const build = builders[type] as (
    name: string,
    points: Attributes | readonly object[],
    options: object,
  ) => MetricFixture; // each builder looks at its options itself
  const given = points?.map((point) => ({ ...point, attributes: attributesOfYaml(point.attributes ?? {}) }));
  return build(name, given ?? attributesOfYaml(attributes), {
    ...options,
    ...(resource === undefined ? {} : { resource: attributesOfYaml(resource) }),
  });
}

/** Attributes as YAML has them: a number with a point is a double there, whatever its value. */
export function attributesOfYaml(attributes: Short): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, valueOfYaml(value)]));
}

function valueOfYaml(value: unknown): PlainValue {
  refuseTime(value);
  if (typeof value === "number") return { doubleValue: value };
  if (Array.isArray(value)) return value.map(valueOfYaml);
  if (typeof value === "object" && value !== null) return attributesOfYaml(value as Short); // a map of the document
  return value as PlainValue; // a text, a flag, a bigint or nothing
}

/** Refuses what YAML takes for a time, since OTLP has none among its values. */
export function refuseTime(value: unknown): void {
  if (value instanceof Timestamp) throw misuse("a value", "in quotes where it looks like a time", "a time");
}
