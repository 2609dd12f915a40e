import type { Metric, MetricData } from "../../core/metrics.ts";
import type { MapValue } from "../../core/values.ts";

/** A metric with other attributes of its data points. */
export function withAttributes(metric: Metric, change: (attributes: MapValue) => MapValue): Metric {
  const { data } = metric;
  if (data === undefined) return metric;
  const points = data.points.map((point) => {
    const attributes = change(point.attributes);
    return attributes === point.attributes ? point : { ...point, attributes };
  });
  return { ...metric, data: { ...data, points } as MetricData }; // points of the same kind
}
