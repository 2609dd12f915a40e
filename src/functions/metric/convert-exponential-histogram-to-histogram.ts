import { Failure } from "../../core/failure.ts";
import type { ExponentialPoint, HistogramPoint, RecordMetric } from "../../core/metrics.ts";
import * as t from "../../core/types.ts";
import { defineFunction, type FunctionDefinition, param } from "../define-function.ts";
import { choiceOf } from "../lib/choice-of.ts";
import { metricWith } from "../lib/example-metrics.ts";
import { type Distribution, distributions, explicitCounts } from "../lib/explicit-counts.ts";
import { formerExplicitCounts } from "../lib/former-explicit-counts.ts";
import { newMetric } from "../lib/new-metric.ts";

const aggregationTemporality = 2;

export const convertExponentialHistogramToHistogram = defineFunction({
  kind: "editor",
  name: "convert_exponential_histogram_to_histogram",
  category: "metric",
  summary:
    "Makes an exponential histogram one with given bounds; other metrics stay as they are. Its metadata is lost.",
  params: [
    param(
      "distribution_fn",
      t.stringLiteral,
      "How values of a bucket are spread over several: as if all were at its `upper` bound, at its `midpoint`, at `uniform` distances or, as with the empty text, at `random`.",
    ),
    param("explicit_bounds", t.literalListOf(t.doubleLiteral), "The bounds, each above the one before."),
  ],
  returns: t.any,
  since: "0.110.0",
  contexts: ["metric"],
  only: "transform",
  metric: true,
  examples: [
    {
      source: 'convert_exponential_histogram_to_histogram("upper", [1.0, 4.0])',
      data: metricWith({
        exponentialHistogram: {
          dataPoints: [{ count: "6", sum: 12, zeroCount: "1", positive: { bucketCounts: ["2", "2", "1"] } }],
          aggregationTemporality,
        },
      }),
      leaves: metricWith({
        histogram: {
          dataPoints: [{ count: "6", sum: 12, bucketCounts: ["1", "4", "1"], explicitBounds: [1, 4] }],
          aggregationTemporality,
        },
      }),
    },
    { source: 'convert_exponential_histogram_to_histogram("mean", [1.0])', error: "call_refused" },
  ],
  create: conversionToday,
  formerly: [{ without: "whole_conversion", create: formerConversion as FunctionDefinition["create"] }], // bound to its parameters
});

function conversionToday(name = "", bounds: Iterable<number> = []) {
  const explicit = [...bounds];
  const how = distributionOf(name, explicit);
  const index = explicit.findIndex((bound, i) => i > 0 && bound <= (explicit[i - 1] as number));
  if (index > 0) {
    const found = `${explicit[index]} behind ${explicit[index - 1]}`;
    throw new Failure("argument_value", {
      argument: "explicit_bounds",
      expected: "in increasing order",
      found,
    });
  }
  return converter((point) => {
    const { attributes, startTime, time, flags, count, sum, min, max, exemplars } = point;
    const counts = explicitCounts(point, explicit, how);
    return { attributes, startTime, time, flags, count, sum, min, max, exemplars, counts, bounds: explicit };
  });
}

/** Before, flags were lost, and what was absent became 0. */
function formerConversion(name = "", bounds: Iterable<number> = []) {
  const explicit = [...bounds];
  const how = distributionOf(name, explicit);
  return converter((point) => {
    const { attributes, startTime, time, count, sum = 0, min = 0, max = 0, exemplars } = point;
    const counts = formerExplicitCounts(point, explicit, how);
    const common = { attributes, startTime, time, flags: 0n, count, exemplars };
    return { ...common, sum, min, max, counts, bounds: explicit };
  });
}

/* @__NO_SIDE_EFFECTS__ */
function converter(convert: (point: ExponentialPoint) => HistogramPoint) {
  return (metric: RecordMetric) => {
    if (metric.kind !== "exponentialHistogram") return null;
    const read = metric.read();
    if (read.data?.kind !== "exponentialHistogram") return null;
    const { points, temporality } = read.data;
    metric.replace(newMetric(read, { kind: "histogram", points: points.map(convert), temporality }));
    return null;
  };
}

function distributionOf(name: string, bounds: readonly number[]): Distribution {
  const how = choiceOf("distribution_fn", distributions, name || "random");
  if (bounds.length > 0) return how;
  const expected = "a list of one bound at least";
  throw new Failure("argument_value", { argument: "explicit_bounds", expected, found: "an empty one" });
}
