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
  const [first, ...rest] = group;
  const others = rest.filter(isCounted);
  if (others.length === 0) return first;
  const { countsZeros } = rules;
  const merge = countsZeros ? mergeBuckets : addBuckets;
  const [negative, positive] = [growing(first.negative), growing(first.positive)];
  const totals = others.reduce((into, from) => {
    merge(negative, from.negative);
    merge(positive, from.positive);
    const zeroCount = countsZeros ? BigInt.asUintN(64, into.zeroCount + from.zeroCount) : into.zeroCount;
    return { ...mergeTotals(into, from, rules), zeroCount };
  }, first);
  const exemplars = [first, ...others].flatMap((one) => one.exemplars);
  return { ...totals, negative, positive, exemplars };
}

/** Buckets that others are merged into one after the other, however many they are, without a copy for each. */
interface GrowingBuckets extends Buckets {
  offset: number;
  counts: bigint[];
}

function growing({ offset, counts }: Buckets): GrowingBuckets {
  return { offset, counts: [...counts] };
}

function addBuckets(into: GrowingBuckets, from: Buckets): void {
  into.counts = [...added(into.counts, from.counts)];
}

/**
 * Merges buckets as the reference does. It is wrong in two ways: counts of lower buckets are put before the others
 * without regard to where they belong, and zeros at the begin go without the offset being told.
 */
function mergeBuckets(into: GrowingBuckets, from: Buckets): void {
  const distance = (from.offset - into.offset) | 0; // an int32 wraps around
  if (from.offset === into.offset) {
    addFrom(into.counts, from.counts, 0);
    return;
  }
  if (from.counts.length === 0) return;
  if (from.offset < into.offset)
    into.counts = from.counts.filter((count) => count !== 0n).concat(into.counts);
  else addFrom(into.counts, withoutZerosBehind(from.counts), distance);
  into.offset = Math.min(into.offset, from.offset);
  const start = into.counts.findIndex((count) => count !== 0n);
  if (start !== 0) into.counts = start < 0 ? [] : into.counts.slice(start);
}

/** Adds counts to those of buckets from an index on. */
function addFrom(counts: bigint[], more: readonly bigint[], from: number): void {
  const length = more.length + from;
  if (Math.max(counts.length, length) > mostBuckets)
    throw new Failure("too_many_buckets", { limit: mostBuckets });
  while (counts.length < length) counts.push(0n);
  for (const [i, count] of more.entries()) {
    const at = i + from;
    if (at >= 0) counts[at] = BigInt.asUintN(64, (counts[at] ?? 0n) + count);
  }
}

/** Where buckets are moved, empty ones at the end do not count. */
function withoutZerosBehind(counts: readonly bigint[]): readonly bigint[] {
  return counts.slice(0, counts.findLastIndex((count) => count !== 0n) + 1);
}
