import { Failure } from "../../core/failure.ts";
import { mostBuckets } from "../../core/limits.ts";
import type { Buckets, ExponentialPoint } from "../../core/metrics.ts";
import type { AggregationRules, PointGroup } from "./aggregation.ts";
import { addCounts, isCounted, mergeTotals } from "./merge-histograms.ts";

/** One data point of several with the same scale. Throws `buckets_malformed` where the reference crashes. */
export function mergeExponentials(
  group: PointGroup<ExponentialPoint>,
  rules: AggregationRules,
): ExponentialPoint {
  const [first, ...rest] = group;
  const others = rest.filter(isCounted);
  if (others.length === 0) return first;
  const [negative, positive] = [new GrowingBuckets(first.negative), new GrowingBuckets(first.positive)];
  const totals = others.reduce((into, from) => {
    negative.merge(from.negative, rules);
    positive.merge(from.positive, rules);
    const zeroCount = BigInt.asUintN(64, into.zeroCount + (rules.countsZeros ? from.zeroCount : 0n));
    return { ...mergeTotals(into, from, rules), zeroCount };
  }, first);
  const exemplars = [first, ...others].flatMap((one) => one.exemplars);
  return { ...totals, negative: negative.buckets, positive: positive.buckets, exemplars };
}

/** Buckets that others are merged into one after the other, however many they are, without a copy for each. */
class GrowingBuckets {
  #offset: number;
  /** The counts of the lowest buckets, the lowest last, for others come before it. */
  readonly #lowest: bigint[] = [];
  /** The counts of those behind them, from `#start` on. */
  readonly #counts: bigint[];
  #start = 0;

  constructor({ offset, counts }: Buckets) {
    this.#offset = offset;
    this.#counts = counts.slice();
  }

  /** What they have become. */
  get buckets(): Buckets {
    return {
      offset: this.#offset,
      counts: this.#lowest.toReversed().concat(this.#counts.slice(this.#start)),
    };
  }

  merge(from: Buckets, { countsZeros, movesBuckets }: AggregationRules): void {
    if (!countsZeros) addCounts(this.#counts, from.counts);
    else if (movesBuckets && from.offset !== this.#offset) this.#move(from);
    else this.#add(from.counts, 0);
  }

  /**
   * Merges buckets with another offset as the reference does. It is wrong in two ways: counts of lower buckets are put
   * before the others without regard to where they belong, and zeros at the begin go without the offset being told.
   */
  #move({ offset, counts }: Buckets): void {
    if (counts.length === 0) return;
    if (offset < this.#offset) {
      for (const count of counts.toReversed()) if (count !== 0n) this.#lowest.push(count);
    } else this.#add(withoutZerosBehind(counts), (offset - this.#offset) | 0); // an int32 wraps around
    this.#offset = Math.min(this.#offset, offset);
    while (this.#lowest.at(-1) === 0n) this.#lowest.pop();
    if (this.#lowest.length === 0) while (this.#counts[this.#start] === 0n) this.#start++;
  }

  /** Adds counts to those of buckets from an index on. */
  #add(more: readonly bigint[], from: number): void {
    const before = this.#lowest.length + this.#counts.length - this.#start;
    const length = more.length + from;
    if (Math.max(before, length) > mostBuckets) throw new Failure("too_many_buckets", { limit: mostBuckets });
    for (let i = before; i < length; i++) this.#counts.push(0n);
    for (const [i, count] of more.entries()) if (i + from >= 0) this.#addAt(i + from, count);
  }

  #addAt(index: number, count: bigint): void {
    const above = index - this.#lowest.length;
    const [counts, at] = above < 0 ? [this.#lowest, -above - 1] : [this.#counts, this.#start + above];
    counts[at] = BigInt.asUintN(64, (counts[at] as bigint) + count); // there are as many
  }
}

/** Where buckets are moved, empty ones at the end do not count. */
function withoutZerosBehind(counts: readonly bigint[]): readonly bigint[] {
  return counts.slice(0, counts.findLastIndex((count) => count !== 0n) + 1);
}
