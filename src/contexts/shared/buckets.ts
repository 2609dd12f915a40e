import { type PathTable, variant } from "../define-context.ts";

/** The paths below `positive` and `negative`, the buckets of an exponential histogram. */
export function buckets(within: "positive" | "negative"): PathTable {
  const place = { of: ["exponentialHistogram"], in: "point", within } as const;
  return {
    offset: variant("offset", "int32", { ...place, doc: "The index of the first bucket." }),
    bucket_counts: variant("bucketCounts", "uint64", {
      ...place,
      list: true,
      doc: "How many values are in each bucket.",
    }),
  };
}
