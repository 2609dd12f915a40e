import { Failure } from "../../core/failure.ts";
import type { Buckets, ExponentialPoint, HistogramPoint } from "../../core/metrics.ts";
import { logarithmOfBaseTwo, powerOfTwo } from "./base-two.ts";
import { bucketBoundary } from "./bucket-boundary.ts";

/**
 * The value at a percentile of a histogram, between the bounds of a bucket as if its values were spread evenly;
 * `undefined` where there is nothing to go by. Throws `buckets_malformed`.
 */
export function histogramPercentile(point: HistogramPoint, percentile: number): number | undefined {
  const { count, counts, bounds, min, max } = point;
  if (count === 0n || counts.length === 0) return undefined;
  if (counts.length !== bounds.length + 1)
    throw malformed(`there are ${counts.length} counts for ${bounds.length} bounds`);
  const wanted = rankOf(count, percentile);
  if (counts.length === 1) {
    if (min === undefined || max === undefined) return undefined;
    return between(min, max, ratioOf(wanted, counts[0] as bigint));
  }
  let before = 0n;
  for (const [i, inside] of counts.entries()) {
    const after = BigInt.asUintN(64, before + inside);
    if (after >= wanted) {
      const [lower, upper] = boundsOf(point, i);
      return upper === undefined ? lower : between(lower, upper, ratioOf(wanted - before, inside));
    }
    before = after;
  }
  throw tooFew(wanted, before);
}

/** The bounds of a bucket; where it has no other end, only the value that stands for it. */
function boundsOf({ bounds, min, max }: HistogramPoint, index: number): readonly [number, number?] {
  if (index === 0) {
    const upper = bounds[0] as number; // there is one
    if (min !== undefined && min < upper) return [min, upper];
    return 0 > upper ? [upper] : [0, upper];
  }
  const lower = bounds[index - 1] as number; // there is one more count than there are bounds
  const upper = index < bounds.length ? bounds[index] : max;
  return upper === undefined || (index === bounds.length && upper <= lower) ? [lower] : [lower, upper];
}

/**
 * The value at a percentile of an exponential histogram, between the boundaries of a bucket on a scale of logarithms;
 * `undefined` where there are no values. Throws `buckets_malformed`.
 */
export function exponentialPercentile(point: ExponentialPoint, percentile: number): number | undefined {
  const { count, scale, zeroCount, positive, negative } = point;
  const isEmpty = negative.counts.length === 0 && positive.counts.length === 0 && zeroCount === 0n;
  if (count === 0n || isEmpty) return undefined;
  const wanted = rankOf(count, percentile);
  let before = 0n;
  for (let i = negative.counts.length - 1; i >= 0; i--) {
    const inside = negative.counts[i] as bigint;
    const after = BigInt.asUintN(64, before + inside);
    if (after >= wanted) return inNegative(negative.offset + i, scale, ratioOf(wanted - before, inside));
    before = after;
  }
  const afterZero = BigInt.asUintN(64, before + zeroCount);
  if (afterZero >= wanted) return inZero(point, ratioOf(wanted - before, zeroCount));
  return inPositive(positive, scale, wanted, afterZero);
}

function inNegative(index: number, scale: number, ratio: number): number {
  const near = bucketBoundary(index, scale);
  const far = bucketBoundary(index + 1, scale);
  if (near >= far) throw malformed("a bucket of negative values is empty by its bounds");
  return -betweenPowers(near, far, 1 - ratio);
}

function inZero({ zeroThreshold, positive, negative }: ExponentialPoint, ratio: number): number {
  const hasNegative = negative.counts.length > 0;
  const hasPositive = positive.counts.length > 0;
  const lower = !hasNegative && hasPositive ? 0 : -zeroThreshold;
  const upper = !hasPositive && hasNegative ? 0 : zeroThreshold;
  return between(lower, upper, ratio);
}

function inPositive({ counts, offset }: Buckets, scale: number, wanted: bigint, below: bigint): number {
  let before = below;
  for (const [i, inside] of counts.entries()) {
    const after = BigInt.asUintN(64, before + inside);
    if (after >= wanted) {
      const index = offset + i;
      const [lower, upper] = [bucketBoundary(index, scale), bucketBoundary(index + 1, scale)];
      return betweenPowers(lower, upper, ratioOf(wanted - before, inside));
    }
    before = after;
  }
  throw tooFew(wanted, before);
}

/** Which of so many values is at a percentile, counted from 1. */
function rankOf(count: bigint, percentile: number): bigint {
  return BigInt(Math.ceil(Number(count) * (percentile / 100)));
}

function ratioOf(part: bigint, all: bigint): number {
  return Number(BigInt.asUintN(64, part)) / Number(all);
}

function between(lower: number, upper: number, ratio: number): number {
  requireRatio(ratio);
  return lower + ratio * (upper - lower);
}

function betweenPowers(lower: number, upper: number, ratio: number): number {
  requireRatio(ratio);
  if (lower <= 0 || upper <= 0) throw malformed("a bound that must be positive is not");
  const low = logarithmOfBaseTwo(lower);
  return powerOfTwo(low + (logarithmOfBaseTwo(upper) - low) * ratio);
}

function requireRatio(ratio: number): void {
  if (ratio < 0 || ratio > 1) throw malformed("a bucket has fewer values than are looked for in it");
}

function malformed(reason: string): Failure {
  return new Failure("buckets_malformed", { reason });
}

function tooFew(wanted: bigint, found: bigint): Failure {
  return malformed(`they hold ${found} values, of which the one with the number ${wanted} is wanted`);
}
