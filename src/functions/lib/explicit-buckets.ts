/** The buckets of a histogram: one count more than there are bounds between them. */
export interface ExplicitBuckets {
  readonly bounds: readonly number[];
  readonly counts: readonly bigint[];
}

/** Bounds are the same that differ by less. */
const precision = 1e-12;

/** The buckets without a bound; `undefined` where they have none such, or are malformed. */
export function removeBound({ bounds, counts }: ExplicitBuckets, bound: number): ExplicitBuckets | undefined {
  if (counts.length !== bounds.length + 1) return undefined;
  const index = bounds.findIndex((one) => Math.abs(one - bound) < precision);
  if (index < 0) return undefined;
  const sum = BigInt.asUintN(64, (counts[index] ?? 0n) + (counts[index + 1] ?? 0n));
  return { bounds: bounds.toSpliced(index, 1), counts: counts.toSpliced(index, 2, sum) };
}

/** No more buckets than a number, each made of as many neighbours; `undefined` where they stay as they are. */
export function limitBuckets({ bounds, counts }: ExplicitBuckets, most: number): ExplicitBuckets | undefined {
  if (counts.length !== bounds.length + 1 || counts.length <= most) return undefined;
  if (!bounds.every((bound, i) => i === 0 || bound > (bounds[i - 1] as number))) return undefined;
  const together = Math.ceil(counts.length / most);
  const merged: bigint[] = [];
  for (let i = 0; i < counts.length; i += together) {
    const sum = counts.slice(i, i + together).reduce((sum, count) => sum + count, 0n);
    merged.push(BigInt.asUintN(64, sum));
  }
  return { bounds: bounds.filter((_, i) => (i + 1) % together === 0), counts: merged };
}
