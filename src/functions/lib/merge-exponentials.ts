import { Failure } from "../../core/failure.ts";
import { mostBuckets } from "../../core/limits.ts";
import type { Buckets, ExponentialPoint } from "../../core/metrics.ts";
import type { AggregationRules, PointGroup } from "./aggregation.ts";
import { added, isCounted, mergeTotals } from "./merge-histograms.ts";

/** One data point of several with the same scale. Throws `buckets_malformed` where the reference crashes. */
export function mergeExponentials(
  group: PointGroup<ExponentialPoint>,
  rules: AggregationRules,
): ExponentialPoint {
  const [first, ...others] = group;
  return others.filter(isCounted).reduce((merged, one) => mergeTwo(merged, one, rules), first);
}

function mergeTwo(into: ExponentialPoint, from: ExponentialPoint, rules: AggregationRules): ExponentialPoint {
  const { countsZeros } = rules;
  const merge = countsZeros ? mergeBuckets : addBuckets;
  return {
    ...mergeTotals(into, from, rules),
    zeroCount: countsZeros ? BigInt.asUintN(64, into.zeroCount + from.zeroCount) : into.zeroCount,
    negative: merge(into.negative, from.negative),
    positive: merge(into.positive, from.positive),
  };
}

function addBuckets({ offset, counts }: Buckets, from: Buckets): Buckets {
  return { offset, counts: added(counts, from.counts) };
}

/**
 * The buckets of both as the reference merges them. It is wrong in two ways: counts of lower buckets are put before the
 * others without regard to where they belong, and zeros at the begin go without the offset being told.
 */
function mergeBuckets(into: Buckets, from: Buckets): Buckets {
  const distance = (from.offset - into.offset) | 0; // an int32 wraps around
  if (from.offset === into.offset) return { ...into, counts: addedFrom(into.counts, from.counts, 0) };
  if (from.counts.length === 0) return into;
  const counts =
    from.offset < into.offset
      ? [...from.counts.filter((count) => count !== 0n), ...into.counts]
      : addedFrom(into.counts, withoutZerosBehind(from.counts), distance);
  const start = counts.findIndex((count) => count !== 0n);
  return {
    offset: Math.min(into.offset, from.offset),
    counts: start < 0 ? [] : counts.slice(start),
  };
}

/** Counts and those of buckets that are added from an index on. */
function addedFrom(counts: readonly bigint[], more: readonly bigint[], from: number): readonly bigint[] {
  const length = Math.max(counts.length, more.length + from);
  if (length > mostBuckets) throw new Failure("too_many_buckets", { limit: mostBuckets });
  const sums = [...counts];
  while (sums.length < length) sums.push(0n);
  for (const [i, count] of more.entries()) {
    const at = i + from;
    if (at >= 0) sums[at] = BigInt.asUintN(64, (sums[at] ?? 0n) + count);
  }
  return sums;
}

/** Where buckets are moved, empty ones at the end do not count. */
function withoutZerosBehind(counts: readonly bigint[]): readonly bigint[] {
  return counts.slice(0, counts.findLastIndex((count) => count !== 0n) + 1);
}
