import { Failure } from "../../core/failure.ts";
import {
  type MetricData,
  type NumberPoint,
  type RecordMetric,
  type SummaryPoint,
  temporalities,
} from "../../core/metrics.ts";
import * as t from "../../core/types.ts";
import { defineFunction, optional, param } from "../define-function.ts";
import { metricInScope, metricWith, scopeOf } from "../lib/example-metrics.ts";
import { describeKind, newMetric, numberOf } from "../lib/new-metric.ts";

const latency = {
  name: "latency",
  unit: "ms",
  histogram: { dataPoints: [{ count: "4", sum: 10 }], aggregationTemporality: 2 },
};
const gauge = metricWith({ gauge: {} });
/* @__NO_SIDE_EFFECTS__ */
function suffix(fallback: string, since?: string) {
  return optional("suffix", t.stringLiteral, "What follows the name of the metric.", fallback, since);
}

/* @__NO_SIDE_EFFECTS__ */
function monotonic() {
  return param("monotonic", t.boolLiteral, "Whether the new metric only grows.");
}

export const extractSumMetric = defineFunction({
  kind: "editor",
  name: "extract_sum_metric",
  category: "metric",
  summary:
    "Adds a sum of the sums of a histogram or a summary to the scope; nothing where no data point has one. Histograms must have a temporality.",
  params: [monotonic(), suffix("_sum", "0.129.0")],
  returns: t.any,
  since: "0.104.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'extract_sum_metric(true, suffix=".total")',
      data: metricInScope(latency),
      leaves: scopeOf(latency, {
        name: "latency.total",
        unit: "ms",
        sum: { dataPoints: [{ asDouble: 10 }], aggregationTemporality: 2, isMonotonic: true },
      }),
    },
    { source: "extract_sum_metric(true)", data: gauge, error: "metric_unsupported" },
    { source: 'extract_sum_metric("true")', error: "argument_type" },
  ],
  create:
    (isMonotonic = false, end = "_sum") =>
    (metric) => {
      const { texts, temporality, points } = counted("extract_sum_metric", metric);
      const sums = points.flatMap((point) => (point.sum === undefined ? [] : [numberOf(point, point.sum)]));
      const data: MetricData = { kind: "sum", points: sums, temporality, isMonotonic };
      return appendUnlessEmpty(metric, { ...texts, name: texts.name + end }, data);
    },
});

export const extractCountMetric = defineFunction({
  kind: "editor",
  name: "extract_count_metric",
  category: "metric",
  summary:
    "Adds a sum of the counts of a histogram or a summary to the scope, with the unit 1; nothing where there are no data points. Histograms must have a temporality.",
  params: [monotonic(), suffix("_count", "0.129.0")],
  returns: t.any,
  since: "0.104.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'extract_count_metric(true, suffix=".count")',
      data: metricInScope(latency),
      leaves: scopeOf(latency, {
        name: "latency.count",
        unit: "1",
        sum: { dataPoints: [{ asInt: "4" }], aggregationTemporality: 2, isMonotonic: true },
      }),
    },
    { source: "extract_count_metric(true)", data: gauge, error: "metric_unsupported" },
    { source: 'extract_count_metric("true")', error: "argument_type" },
  ],
  create:
    (isMonotonic = false, end = "_count") =>
    (metric) => {
      const { texts, temporality, points } = counted("extract_count_metric", metric);
      const counts = points.map((point) => numberOf(point, BigInt.asIntN(64, point.count)));
      const data: MetricData = { kind: "sum", points: counts, temporality, isMonotonic };
      return appendUnlessEmpty(metric, { ...texts, name: texts.name + end, unit: "1" }, data);
    },
});

export const extractAvgMetric = defineFunction({
  kind: "editor",
  name: "extract_avg_metric",
  category: "metric",
  summary:
    "Adds a gauge of the averages of a histogram or a summary to the scope; nothing where no data point has a sum and a count.",
  params: [suffix("_avg")],
  returns: t.any,
  since: "0.162.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'extract_avg_metric(suffix=".mean")',
      data: metricInScope(latency),
      leaves: scopeOf(latency, {
        name: "latency.mean",
        unit: "ms",
        gauge: { dataPoints: [{ asDouble: 2.5 }] },
      }),
    },
    { source: "extract_avg_metric()", data: gauge, error: "metric_unsupported" },
    { source: "extract_avg_metric(1)", error: "argument_type" },
  ],
  create:
    (end = "_avg") =>
    (metric) => {
      const { texts, points } = counted("extract_avg_metric", metric, false);
      const averages = points.flatMap((point): NumberPoint[] =>
        point.sum === undefined || point.count === 0n
          ? []
          : [numberOf(point, point.sum / Number(point.count))],
      );
      return appendUnlessEmpty(
        metric,
        { ...texts, name: texts.name + end },
        { kind: "gauge", points: averages },
      );
    },
});

/** A data point that counts and, mostly, sums. */
type CountedPoint = Pick<SummaryPoint, "attributes" | "startTime" | "time" | "count"> & {
  readonly sum: number | undefined;
};

/** The data points of a histogram or a summary; throws `metric_unsupported` for others and, where it is needed, without temporality. */
function counted(name: string, metric: RecordMetric, needsTemporality = true) {
  const { data, ...texts } = metric.read();
  if (data === undefined || data.kind === "gauge" || data.kind === "sum")
    throw new Failure("metric_unsupported", { name, metric: describeKind(data?.kind) });
  const temporality = data.kind === "summary" ? temporalities.cumulative : data.temporality;
  if (temporality === 0n && needsTemporality)
    throw new Failure("metric_unsupported", {
      name,
      metric: `${describeKind(data.kind)} without temporality`,
    });
  const points: readonly CountedPoint[] = data.points;
  return { texts, temporality, points };
}

function appendUnlessEmpty(
  metric: RecordMetric,
  texts: Parameters<typeof newMetric>[0],
  data: MetricData,
): null {
  if (data.points.length > 0) metric.append(newMetric(texts, data));
  return null;
}
