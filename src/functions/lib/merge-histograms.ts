import { Failure } from "../../core/failure.ts";
import type { ExponentialPoint, HistogramPoint } from "../../core/metrics.ts";
import type { AggregationRules, PointGroup } from "./aggregation.ts";

/** One data point of several with the same bounds. Throws `buckets_malformed` where the reference crashes. */
export function mergeHistograms(group: PointGroup<HistogramPoint>, rules: AggregationRules): HistogramPoint {
  const [first, ...rest] = group;
  const others = rest.filter(isCounted);
  if (others.length === 0) return first;
  const merged = others.reduce(
    (into, from) => ({ ...mergeTotals(into, from, rules), counts: added(into.counts, from.counts) }),
    first,
  );
  return { ...merged, exemplars: [first, ...others].flatMap(({ exemplars }) => exemplars) };
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

/** Counts and those of buckets that are added to them, which may not be more. */
export function added(counts: readonly bigint[], more: readonly bigint[]): readonly bigint[] {
  if (more.length > counts.length) {
    const reason = `${more.length} are to be added to ${counts.length}, on which the reference crashes`;
    throw new Failure("buckets_malformed", { reason });
  }
  return counts.map((count, i) => BigInt.asUintN(64, count + (more[i] ?? 0n)));
}
