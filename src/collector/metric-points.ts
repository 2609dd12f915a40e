import { type MetricKind, metricKinds } from "../contexts/define-context.ts";
import { metricKindOf } from "../shapes/otlp-json/kinds.ts";
import { wrongShape } from "../shapes/otlp-json/wrong-shape.ts";
import type { Piece } from "./piece.ts";

/**
 * The property that holds a metric's data; none for a metric of type none. Of several kinds the last one counts. Going
 * over the few keys that there are is faster than asking for each that there may be.
 */
export function dataProperty(metric: Piece): MetricKind | undefined {
  let found: MetricKind | undefined;
  for (const key in metric) {
    if (!isKind(key)) continue;
    if (found !== undefined) return anyKind(metric);
    found = key;
  }
  return found === undefined || dataOf(metric, found) === undefined ? anyKind(metric) : found;
}

/** The data points of a metric with data of a kind; throws a `Failure` where they are no list. */
export function pointsOf(metric: Piece, kind: MetricKind): readonly Piece[] {
  const data = dataOf(metric, kind);
  if (data === null) return [];
  if (typeof data !== "object" || Array.isArray(data)) throw wrongShape(`.${kind}`, "an object", data);
  const { dataPoints } = data as Piece; // nothing else is an object
  if (dataPoints === undefined || dataPoints === null) return [];
  if (!Array.isArray(dataPoints)) throw wrongShape(`.${kind}.dataPoints`, "an array", dataPoints);
  return dataPoints;
}

function dataOf(metric: Piece, kind: MetricKind): unknown {
  switch (kind) {
    case "gauge":
      return metric.gauge;
    case "sum":
      return metric.sum;
    case "histogram":
      return metric.histogram;
    case "exponentialHistogram":
      return metric.exponentialHistogram;
    case "summary":
      return metric.summary;
  }
}

function isKind(key: string): key is MetricKind {
  return (
    key === "gauge" ||
    key === "sum" ||
    key === "histogram" ||
    key === "exponentialHistogram" ||
    key === "summary"
  );
}

function anyKind(metric: Piece): MetricKind | undefined {
  return metricKinds[metricKindOf({ metric }) - 1];
}
