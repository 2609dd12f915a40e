import type { Former, FunctionDefinition } from "../define-function.ts";
import { choiceOf } from "./choice-of.ts";

/** How the values of data points become one. */
export type Aggregation = (typeof aggregations)[number];

const aggregations = ["sum", "mean", "min", "max", "median", "count"] as const;

/** The aggregation of a name. Throws `argument_value` for other names. */
export function aggregationOf(name: string): Aggregation {
  return choiceOf("aggregation_function", aggregations, name);
}

/** A group of data points; it has one at least. */
export type PointGroup<T> = readonly [T, ...T[]];

/** How a version aggregates histograms. */
export interface AggregationRules {
  /** Whether there is a sum only where all have one; if not, what is absent is 0. */
  readonly needsAllSums: boolean;
  /** Whether buckets of exponential histograms with other offsets are moved; if not, such data points stay apart. */
  readonly movesBuckets: boolean;
  /** Whether zeros are counted, and a data point may have more buckets than the first. */
  readonly countsZeros: boolean;
}

/** How it is done today. */
export const aggregationToday: AggregationRules = {
  needsAllSums: true,
  movesBuckets: true,
  countsZeros: true,
};

/** What a function that is made for some rules was in old versions. */
/* @__NO_SIDE_EFFECTS__ */
export function formerAggregation(
  create: (rules: AggregationRules) => FunctionDefinition["create"],
): readonly Former[] {
  const needsAllSums = false;
  return [
    { without: "aggregation_needs_all_sums", create: create({ ...aggregationToday, needsAllSums }) },
    {
      without: "aggregation_moves_buckets",
      create: create({ needsAllSums, movesBuckets: false, countsZeros: true }),
    },
    {
      without: "aggregation_counts_zeros",
      create: create({ needsAllSums, movesBuckets: false, countsZeros: false }),
    },
  ];
}
