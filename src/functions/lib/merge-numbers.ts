import type { NumberPoint, PointValue } from "../../core/metrics.ts";
import { truncateToInt64 } from "../../core/number-text.ts";
import type { Aggregation, PointGroup } from "./aggregation.ts";
import { sortLikeGo } from "./pattern-defeating-sort.ts";

/** One data point of several: of the kind of value that the first one has, with the earliest start. */
export function mergeNumbers(group: PointGroup<NumberPoint>, aggregation: Aggregation): NumberPoint {
  const [first] = group;
  const { value } = first;
  if (value === undefined || (group.length === 1 && typeof value === "bigint")) return first;
  const startTime = group.reduce(
    (start, one) => (one.startTime < start ? one.startTime : start),
    first.startTime,
  );
  const values = group.map((one) => one.value);
  const merged =
    typeof value === "bigint" ? mergeInts(values, aggregation) : mergeDoubles(values, aggregation);
  return { ...first, startTime, value: merged };
}

function mergeInts(values: readonly PointValue[], aggregation: Aggregation): bigint {
  // The reference reads a double as an int where it compares, and as 0 where it adds.
  const ints = values.map((value) => (typeof value === "number" ? truncateToInt64(value) : (value ?? 0n)));
  const sum = () =>
    values.reduce<bigint>(
      (sum, value) => BigInt.asIntN(64, sum + (typeof value === "bigint" ? value : 0n)),
      0n,
    );
  switch (aggregation) {
    case "sum":
      return sum();
    case "mean":
      return sum() / BigInt(values.length);
    case "min":
      return ints.reduce((least, value) => (value < least ? value : least));
    case "max":
      return ints.reduce((most, value) => (value > most ? value : most));
    case "count":
      return BigInt(values.length);
    case "median": {
      const sorted = ints.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      const [low, high] = middleOf(sorted);
      return ints.length % 2 === 1 ? low : BigInt.asIntN(64, low + high) / 2n;
    }
  }
}

function mergeDoubles(values: readonly PointValue[], aggregation: Aggregation): number {
  const doubles = values.map((value) => Number(value ?? 0));
  const [first = 0, ...others] = doubles;
  const sum = () => others.reduce((sum, value) => sum + value, first);
  switch (aggregation) {
    case "sum":
      return sum();
    case "mean":
      return sum() / doubles.length;
    case "min":
      return others.reduce(
        (least, value) => (isEither(-Infinity, least, value) ? -Infinity : Math.min(least, value)),
        first,
      );
    case "max":
      return others.reduce(
        (most, value) => (isEither(Infinity, most, value) ? Infinity : Math.max(most, value)),
        first,
      );
    case "count":
      return others.length === 0 ? first : doubles.length;
    case "median": {
      const sorted = [...doubles];
      sortLikeGo(sorted, (a, b) => a < b || (Number.isNaN(a) && !Number.isNaN(b)));
      const [low, high] = middleOf(sorted);
      return doubles.length % 2 === 1 ? low : (low + high) / 2;
    }
  }
}

/** Go asks for infinities before it asks for NaN, JavaScript after. */
function isEither(wanted: number, a: number, b: number): boolean {
  return a === wanted || b === wanted;
}

/** The one or the two in the middle, twice the one. */
function middleOf<T>(sorted: readonly T[]): readonly [T, T] {
  const middle = sorted.length >> 1;
  const high = sorted[middle] as T; // there is one at least
  return [sorted.length % 2 === 1 ? high : (sorted[middle - 1] as T), high];
}
