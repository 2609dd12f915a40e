import { doubleToWire } from "../shapes/otlp-json/wire.ts";
import type { Double } from "../shapes/records.ts";
import { requireCount, requireCounts, requireNumber, requireNumbers } from "./require.ts";

/** What the points of histograms and summaries tell in all. */
export interface Total {
  /** What was measured; default: the value 1, once. */
  readonly values?: readonly number[];
  /** Default: as many as were measured. */
  readonly count?: number | bigint;
  /** Default: the sum of what was measured, nothing where only counts are given. */
  readonly sum?: number;
  readonly min?: number;
  readonly max?: number;
}

/** Count, sum and extremes as OTLP JSON has them; what only follows from values is left out where counts are given. */
export function totals(
  given: Total,
  counts: readonly (number | bigint)[] | undefined,
): { count: string; sum?: Double; min?: Double; max?: Double } {
  for (const name of ["sum", "min", "max"] as const)
    if (given[name] !== undefined) requireNumber(name, given[name]);
  if (given.count !== undefined) requireCount("count", given.count);
  if (given.values !== undefined) requireNumbers("values", given.values);
  if (counts !== undefined) requireCounts("counts", counts);
  const values = given.values ?? (counts === undefined ? [1] : undefined);
  const count = counts?.reduce<bigint>((all, one) => all + BigInt(one), 0n) ?? values?.length ?? 0;
  const sum = given.sum ?? values?.reduce((all, one) => all + one, 0);
  return {
    count: String(given.count ?? count),
    ...(sum === undefined ? {} : { sum: doubleToWire(sum) }),
    ...(given.min === undefined ? {} : { min: doubleToWire(given.min) }),
    ...(given.max === undefined ? {} : { max: doubleToWire(given.max) }),
  };
}
