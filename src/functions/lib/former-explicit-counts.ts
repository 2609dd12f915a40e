import { Failure } from "../../core/failure.ts";
import type { ExponentialPoint } from "../../core/metrics.ts";
import { timesPowerOfTwo } from "./base-two.ts";
import type { Distribution } from "./explicit-counts.ts";
import { exponential } from "./exponential-function.ts";

/** One bucket of an exponential histogram. */
interface Bucket {
  readonly lower: number;
  readonly upper: number;
  readonly count: bigint;
}

/**
 * The counts as versions before 0.162.0 make them: as many as there are bounds, of positive values and, where the first
 * bound is 0, of zeros. What lies between two bounds is counted for the lower one. Throws `buckets_malformed` where the
 * reference crashes.
 */
export function formerExplicitCounts(
  { scale, zeroCount, positive }: ExponentialPoint,
  bounds: readonly number[],
  how: Distribution,
): readonly bigint[] {
  const counts = new Array<bigint>(bounds.length).fill(0n);
  if (bounds[0] === 0) add(counts, 0, zeroCount);
  const factor = timesPowerOfTwo(Math.LN2, -scale);
  for (const [i, count] of positive.counts.entries()) {
    const index = (positive.offset + i) | 0; // an int32 wraps around
    const upper = exponential(((index + 1) | 0) * factor);
    const bucket = { lower: exponential(index * factor), upper, count };
    const at = placeOf(bucket, bounds);
    if (at !== undefined) add(counts, at, count);
    else spread[how](counts, bounds, bucket);
  }
  return counts;
}

/** Where a bucket is counted as a whole. */
function placeOf({ lower, upper }: Bucket, bounds: readonly number[]): number | undefined {
  if (lower > (bounds.at(-1) ?? 0)) return bounds.length - 1;
  const index = bounds.findIndex((bound, i) => i > 0 && lower > (bounds[i - 1] as number) && upper <= bound);
  return index < 0 ? undefined : index - 1;
}

type Spread = (counts: bigint[], bounds: readonly number[], bucket: Bucket) => void;

const spread: Readonly<Record<Distribution, Spread>> = {
  upper(counts, bounds, { upper, count }) {
    add(
      counts,
      indexOr(bounds.length - 1, bounds, (bound) => upper <= bound),
      count,
    );
  },
  midpoint(counts, bounds, { lower, upper, count }) {
    const middle = (upper + lower) / 2;
    const index = indexOr(bounds.length, bounds, (bound) => middle <= bound);
    add(counts, Math.max(0, index - 1), count);
  },
  uniform(counts, bounds, { lower, upper, count }) {
    const start = indexOr(bounds.length, bounds, (bound) => lower <= bound);
    const end = endFrom(start, bounds, (bound) => upper <= bound);
    if (end <= start) return add(counts, start, count);
    const share = BigInt(end - start + 1);
    for (let i = start; i <= end; i++)
      add(counts, i, count / share + (BigInt(i - start) < count % share ? 1n : 0n));
  },
  random(counts, bounds, { lower, upper, count }) {
    const start = indexOr(bounds.length, bounds, (bound) => !(bound < lower));
    const end = endFrom(start, bounds, (bound) => !(bound < upper));
    if (end <= start) return add(counts, start, count);
    let left = count;
    for (let i = start; i <= end; i++) {
      const from = Math.max(i === 0 ? lower : (bounds[i - 1] as number), lower);
      const part = (Math.min(bounds[i] as number, upper) - from) / (upper - lower);
      const most = BigInt(Math.max(0, Math.trunc(Number(count) * part * Math.random()) || 0));
      const given = most < left ? most : left;
      add(counts, i, given);
      left -= given;
    }
    spreadRest(counts, start, end, left);
  },
};

/** From so many values on they are not given to buckets one by one. */
const tooMany = 100_000n;

function spreadRest(counts: bigint[], start: number, end: number, count: bigint): void {
  const share = BigInt(end - start + 1);
  const evenly = count > tooMany ? (count - tooMany) / share : 0n;
  for (let i = start; i <= end; i++) add(counts, i, evenly);
  for (let left = count - evenly * share; left > 0n; left--)
    add(counts, start + Math.floor(Math.random() * Number(share)), 1n);
}

function indexOr(other: number, bounds: readonly number[], test: (bound: number) => boolean): number {
  const index = bounds.findIndex(test);
  return index < 0 ? other : index;
}

/** The last bucket of those from one on that a bucket reaches into. */
function endFrom(start: number, bounds: readonly number[], test: (bound: number) => boolean): number {
  const length = bounds.slice(start).findIndex(test);
  return Math.min(length < 0 ? bounds.length : start + length, bounds.length - 1);
}

function add(counts: bigint[], index: number, count: bigint): void {
  const before = counts[index];
  if (before === undefined) {
    const reason = "a bucket has no bounds, on which the reference crashes";
    throw new Failure("buckets_malformed", { reason });
  }
  counts[index] = BigInt.asUintN(64, before + count);
}
