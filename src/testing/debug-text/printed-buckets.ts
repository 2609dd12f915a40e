import type { Buckets } from "../../shapes/records.ts";

/** A bucket of an exponential histogram as it is printed: its bounds, both away from zero, and its count. */
export interface PrintedBucket {
  readonly lower: number;
  readonly upper: number;
  readonly count: string;
}

/** The buckets of an exponential histogram. */
export interface FoundBuckets {
  readonly scale: number;
  readonly positive?: Buckets;
  readonly negative?: Buckets;
}

const finest = 20;
const coarsest = -10;

/**
 * The scale and the offsets that bounds are printed for; the coarsest scale where the six decimals of the bounds fit several,
 * `undefined` where none does.
 */
export function bucketsOf(
  positive: readonly PrintedBucket[],
  negative: readonly PrintedBucket[],
): FoundBuckets | undefined {
  for (let scale = coarsest; scale <= finest; scale++) {
    const offsets = [positive, negative].map((side) => offsetOf(side, scale));
    if (!offsets.includes("none"))
      return {
        scale,
        ...side("positive", positive, offsets[0]),
        ...side("negative", negative, offsets[1]),
      };
  }
  return undefined;
}

function side(
  name: "positive" | "negative",
  buckets: readonly PrintedBucket[],
  offset: number | "none" | undefined,
): Partial<FoundBuckets> {
  if (typeof offset !== "number") return {};
  return { [name]: { offset, bucketCounts: buckets.map(({ count }) => count) } };
}

/** The index of the first bucket at a scale; nothing where there are no buckets. */
function offsetOf(buckets: readonly PrintedBucket[], scale: number): number | "none" | undefined {
  // The bounds further out are printed with more digits that count.
  const last = buckets.findLastIndex(({ upper }) => Number.isFinite(upper));
  const known = buckets[last];
  if (known === undefined) return buckets.length === 0 ? undefined : "none";
  const factor = Math.LN2 * 2 ** -scale;
  const offset = Math.round(Math.log(known.upper) / factor) - 1 - last;
  if (!Number.isFinite(offset)) return "none";
  const fits = buckets.every(
    ({ lower, upper }, i) =>
      isPrintedAs(Math.exp((offset + i) * factor), lower) &&
      isPrintedAs(Math.exp((offset + i + 1) * factor), upper),
  );
  return fits ? offset : "none";
}

function isPrintedAs(bound: number, printed: number): boolean {
  return bound === printed || Math.abs(bound - printed) <= 5.1e-7 + Math.abs(bound) * 1e-12;
}
