import { Failure } from "../../core/failure.ts";
import type { ExponentialPoint, HistogramPoint } from "../../core/metrics.ts";
import type { AggregationRules, PointGroup } from "./aggregation.ts";

/** One data point of several with the same bounds. Throws `buckets_malformed` where the reference crashes. */
export function mergeHistograms(group: PointGroup<HistogramPoint>, rules: AggregationRules): HistogramPoint {
  const [first, ...rest] = group;
  const others = rest.filter(isCounted);
  if (others.length === 0) return first;
  const counts = [...first.counts];
  for (const from of others) addCounts(counts, from.counts);
  const totals = others.reduce((into, from) => mergeTotals(into, from, rules), first);
  return { ...totals, counts, exemplars: [first, ...others].flatMap(({ exemplars }) => exemplars) };
}

/** Whether a data point is merged at all: empty ones go, whatever else they have. */
export function isCounted({ count }: { readonly count: bigint }): boolean {
  return count !== 0n;
}

/** What histograms of both kinds have in common but for exemplars, merged into the first of two. */
export function mergeTotals<T extends HistogramPoint | ExponentialPoint>(
  into: T,
  from: T,
  { needsAllSums }: AggregationRules,
): T {
  const { sum, min, max } = into;
  const lacksSum = needsAllSums && (sum === undefined || from.sum === undefined);
  return {
    ...into,
    count: BigInt.asUintN(64, into.count + from.count),
    sum: lacksSum ? undefined : (sum ?? 0) + (from.sum ?? 0),
    min: min !== undefined && min > (from.min ?? 0) ? (from.min ?? 0) : min,
    max: max !== undefined && max < (from.max ?? 0) ? (from.max ?? 0) : max,
    startTime: from.startTime < into.startTime ? from.startTime : into.startTime,
  };
}

/** Adds the counts of buckets to others, which may not be fewer; there may be many to add to, and few to add each time. */
export function addCounts(counts: bigint[], more: readonly bigint[]): void {
  if (more.length > counts.length) {
    const reason = `${more.length} are to be added to ${counts.length}, on which the reference crashes`;
    throw new Failure("buckets_malformed", { reason });
  }
  for (const [i, count] of more.entries()) counts[i] = BigInt.asUintN(64, (counts[i] as bigint) + count); // there are as many at least
}
