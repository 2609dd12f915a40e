import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { ListValue } from "../../core/values.ts";
import { defineFunction, type FunctionDefinition, optional, param } from "../define-function.ts";
import { choiceOf } from "../lib/choice-of.ts";
import { type ExplicitBuckets, limitBuckets, removeBound } from "../lib/explicit-buckets.ts";

const counts = { bucketCounts: ["1", "2", "3", "4"], explicitBounds: [1, 2, 5] };

export const mergeHistogramBuckets = defineFunction({
  kind: "editor",
  name: "merge_histogram_buckets",
  category: "metric",
  summary:
    "Removes a bound of a histogram and so makes one of the buckets beside it, or makes one of so many neighbours that no more buckets than a number are left. What is no histogram, or has not one count more than it has bounds, stays as it is.",
  params: [
    param("target_value", t.lazy(t.doubleLike), "The bound to remove, or the number of buckets."),
    optional(
      "method",
      t.stringLiteral,
      "`remove_explicit_bound` or `limit_buckets`.",
      "remove_explicit_bound",
    ),
  ],
  returns: t.any,
  since: "0.135.0",
  contexts: ["datapoint"],
  only: "transform",
  writes: ["explicit_bounds", "bucket_counts"],
  examples: [
    {
      source: "merge_histogram_buckets(2.0)",
      data: { dataPoint: counts },
      leaves: { dataPoint: { bucketCounts: ["1", "5", "4"], explicitBounds: [1, 5] } },
    },
    {
      source: 'merge_histogram_buckets(2, method="limit_buckets")',
      data: { dataPoint: counts },
      leaves: { dataPoint: { bucketCounts: ["3", "7"], explicitBounds: [2] } },
    },
    { source: 'merge_histogram_buckets(0, method="limit_buckets")', error: "call_refused" },
  ],
  create(known, method = "remove_explicit_bound") {
    const how = choiceOf("method", ["remove_explicit_bound", "limit_buckets"], method);
    const knownChange = known && changeOf(known(), how);
    return (bounds, counts, target) => change(bounds, counts, () => knownChange ?? changeOf(target(), how));
  },
  formerly: [
    {
      without: "bucket_limits",
      params: [param("bound", t.doubleLiteral, "The bound to remove.")],
      create: ((bound = 0) =>
        (bounds: t.Place, counts: t.Place) =>
          change(
            bounds,
            counts,
            () => (buckets) => removeBound(buckets, bound),
          )) as FunctionDefinition["create"], // bound to its parameter
    },
  ],
});

type Change = (buckets: ExplicitBuckets) => ExplicitBuckets | undefined;

function changeOf(target: number | null, method: "remove_explicit_bound" | "limit_buckets"): Change {
  if (target === null) throw refused("a number", "nil");
  if (method === "remove_explicit_bound") return (buckets) => removeBound(buckets, target);
  if (!(target >= 1 && Number.isInteger(target) && target <= 2 ** 63))
    throw refused("a whole number above 0", String(target));
  return (buckets) => limitBuckets(buckets, target);
}

function refused(expected: string, found: string): Failure {
  return new Failure("argument_value", { argument: "target_value", expected, found });
}

/** Changes the buckets of a histogram; how is only asked where there is one. */
function change(boundsPlace: t.Place, countsPlace: t.Place, changeOf: () => Change): null {
  const [bounds, counts] = [boundsPlace.get(), countsPlace.get()];
  if (!(bounds instanceof ListValue && counts instanceof ListValue)) return null;
  // Bounds are doubles and counts uint64 as bigints.
  const changed = changeOf()({ bounds: bounds.items as number[], counts: counts.items as bigint[] });
  if (changed === undefined) return null;
  boundsPlace.set(new ListValue(changed.bounds, "float64"));
  countsPlace.set(new ListValue(changed.counts, "uint64"));
  return null;
}
