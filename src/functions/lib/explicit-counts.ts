import { Failure } from "../../core/failure.ts";
import type { Buckets, ExponentialPoint } from "../../core/metrics.ts";
import { timesPowerOfTwo } from "./base-two.ts";
import { exponential } from "./exponential-function.ts";
import { randomBytes } from "./random-bytes.ts";

/** How values within a bucket are spread over those with other bounds. */
export type Distribution = (typeof distributions)[number];

export const distributions = ["upper", "midpoint", "uniform", "random"] as const;

const largestUint64 = 2n ** 64n - 1n;
const smallestNormal = 2 ** -1022;

/**
 * The counts of the values of an exponential histogram between bounds, one more than there are bounds. Throws
 * `buckets_malformed` where its buckets do not hold as many values as it says, or are beyond what a double can be.
 */
export function explicitCounts(
  point: ExponentialPoint,
  bounds: readonly number[],
  how: Distribution,
): readonly bigint[] {
  const { scale, zeroThreshold, zeroCount, negative, positive } = point;
  if (!(zeroThreshold >= 0 && zeroThreshold < Infinity)) throw malformed("the zero threshold is no length");
  if (scale < -10 || scale > 20) throw malformed(`the scale is ${scale}, which must be from -10 to 20`);
  const total = [...negative.counts, ...positive.counts].reduce((sum, count) => sum + count, zeroCount);
  if (total !== point.count)
    throw malformed(`they hold ${total} values, the data point counts ${point.count}`);
  const counts = new Array<bigint>(bounds.length + 1).fill(0n);
  if (zeroCount > 0n) spread(counts, bounds, [-zeroThreshold, zeroThreshold], zeroCount, how);
  for (const [buckets, isNegative] of [
    [negative, true],
    [positive, false],
  ] as const) {
    for (const { lower, upper, count } of intervalsOf(buckets, scale))
      spread(counts, bounds, isNegative ? [-upper, -lower] : [lower, upper], count, how);
  }
  return counts;
}

interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly count: bigint;
}

/** What the buckets are that have values. */
function intervalsOf({ offset, counts }: Buckets, scale: number): readonly Interval[] {
  const intervals: Interval[] = [];
  let lower = counts.length === 0 ? 0 : boundary(offset, scale);
  for (const [i, count] of counts.entries()) {
    const index = (offset + i + 1) | 0; // an int32 wraps around
    const isLast = i === counts.length - 1;
    const upper = isLast && index > highestIndex(scale) ? Number.MAX_VALUE : boundary(index, scale);
    if (!(lower < upper)) throw malformed("a bucket is empty by its bounds");
    if (count > 0n) intervals.push({ lower, upper, count });
    lower = upper;
  }
  return intervals;
}

function highestIndex(scale: number): number {
  return scale <= 0 ? 1023 >> -scale : 1024 * 2 ** scale - 1;
}

function lowestIndex(scale: number): number {
  if (scale > 0) return -1022 * 2 ** scale - 1;
  return (-1022 >> -scale) - (scale > -2 ? 1 : 0);
}

/** The lower boundary of a bucket; at the ends of what doubles can be it is computed from one nearer to 1. */
function boundary(index: number, scale: number): number {
  if (index > highestIndex(scale) || index < lowestIndex(scale))
    throw malformed(`the boundary with the index ${index} is beyond what a double can be`);
  if (scale <= 0) return timesPowerOfTwo(1, index * 2 ** -scale);
  const factor = timesPowerOfTwo(Math.LN2, -scale);
  const doubling = 2 ** scale;
  if (index === highestIndex(scale)) return 2 * exponential((index - doubling) * factor);
  if (index === lowestIndex(scale)) return exponential((index + doubling) * factor) / 2;
  return index === lowestIndex(scale) + 1 ? smallestNormal : exponential(index * factor);
}

function spread(
  counts: bigint[],
  bounds: readonly number[],
  [lower, upper]: readonly [number, number],
  count: bigint,
  how: Distribution,
): void {
  if (lower === upper || how === "upper") add(counts, bucketOf(bounds, upper), count);
  else if (how === "midpoint") add(counts, bucketOf(bounds, lower / 2 + upper / 2), count);
  else
    spreadByLength(counts, bounds, [lower, upper], count, how === "random" ? randomUint64() : largestUint64);
}

/** Spreads a count by the lengths that explicit buckets have of an interval; the sums are rounded, so that none gets lost. */
function spreadByLength(
  counts: bigint[],
  bounds: readonly number[],
  [lower, upper]: readonly [number, number],
  count: bigint,
  rounding: bigint,
): void {
  const length = upper - lower;
  if (!(length > 0 && length < Infinity)) throw malformed("a bucket has no length that could be spread");
  const last = bucketOf(bounds, upper);
  let given = 0n;
  let part = 0;
  for (let bucket = bucketOf(bounds, lower); bucket <= last; bucket++) {
    const from = Math.max(lower, bounds[bucket - 1] ?? -Infinity);
    const to = Math.min(upper, bounds[bucket] ?? Infinity);
    if (from >= to) continue;
    part += (to - from) / length;
    const sum = bucket === last ? count : partOf(count, part, rounding);
    const next = sum < given ? given : sum;
    add(counts, bucket, next - given);
    given = next;
  }
}

/** A part of a count, rounded up where the rest of 64 bits and a number of 64 bits are more than that. */
function partOf(count: bigint, part: number, rounding: bigint): bigint {
  if (part <= 0) return 0n;
  if (part >= 1) return count;
  const product = count * BigInt(Math.trunc(part * 2 ** 64));
  const whole = product >> 64n;
  const rest = product & largestUint64;
  const rounded = rest + rounding > largestUint64 ? whole + 1n : whole;
  return rounded < count ? rounded : count;
}

/** The explicit bucket of a value: its upper bound is in it. */
function bucketOf(bounds: readonly number[], value: number): number {
  const index = bounds.findIndex((bound) => value <= bound);
  return index < 0 ? bounds.length : index;
}

function add(counts: bigint[], bucket: number, count: bigint): void {
  counts[bucket] = (counts[bucket] as bigint) + count; // cannot overflow: all together are as many as the data point counts
}

function randomUint64(): bigint {
  const bytes = randomBytes(8);
  return new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
}

function malformed(reason: string): Failure {
  return new Failure("buckets_malformed", { reason });
}
