import type { Metric, MetricData, NumberPoint, PointValue } from "../../core/metrics.ts";
import { MapValue } from "../../core/values.ts";

/** A metric without attributes of its own. */
export function newMetric(texts: Pick<Metric, "name" | "description" | "unit">, data?: MetricData): Metric {
  const { name, description, unit } = texts;
  return { name, description, unit, metadata: new MapValue([], []), data };
}

/** A number with the attributes and the times of another data point. */
export function numberOf(
  { attributes, startTime, time }: Pick<NumberPoint, "attributes" | "startTime" | "time">,
  value: PointValue,
): NumberPoint {
  return { attributes, startTime, time, flags: 0n, value, exemplars: [] };
}

/** What a metric is, for failures: `a gauge`, `a metric without data`. */
export function describeKind(kind: MetricData["kind"] | undefined): string {
  if (kind === undefined) return "a metric without data";
  return kind === "exponentialHistogram" ? "an exponential histogram" : `a ${kind}`;
}
