import { expect, test } from "vitest";
import { Failure } from "../../../src/core/failure.ts";
import type { ExponentialPoint } from "../../../src/core/metrics.ts";
import { MapValue } from "../../../src/core/values.ts";
import { type Distribution, explicitCounts } from "../../../src/functions/lib/explicit-counts.ts";
import { formerExplicitCounts } from "../../../src/functions/lib/former-explicit-counts.ts";

function pointOf(more: Partial<ExponentialPoint>): ExponentialPoint {
  const { positive = { offset: 0, counts: [] }, negative = { offset: 0, counts: [] }, zeroCount = 0n } = more;
  const count = [...positive.counts, ...negative.counts].reduce((sum, one) => sum + one, zeroCount);
  const none = { sum: undefined, min: undefined, max: undefined, exemplars: [], flags: 0n };
  const times = { startTime: 0n, time: 0n, attributes: new MapValue([], []) };
  return { ...times, ...none, count, scale: 0, zeroThreshold: 0, ...more, zeroCount, positive, negative };
}

// (1, 2], (2, 4], (4, 8]
const positive = { offset: 0, counts: [10n, 20n, 30n] };
const wide = { offset: 0, counts: [0n, 0n, 7n] };

test.each<[Distribution, readonly number[], readonly bigint[]]>([
  ["upper", [2, 4], [10n, 20n, 30n]],
  ["upper", [3, 5], [10n, 20n, 30n]],
  ["upper", [100], [60n, 0n]],
  ["midpoint", [1.5, 3, 5], [10n, 20n, 0n, 30n]],
  ["uniform", [3, 5], [20n, 18n, 22n]],
  ["uniform", [1, 8], [0n, 60n, 0n]],
])("%s spreads values between %j", (how, bounds, expected) => {
  expect(explicitCounts(pointOf({ positive }), bounds, how)).toEqual(expected);
});

test("negative values and zeros are counted where they are", () => {
  const point = pointOf({ positive, negative: positive, zeroCount: 4n, zeroThreshold: 0.5 });
  expect(explicitCounts(point, [-4, -1, 0, 1], "upper")).toEqual([30n, 30n, 0n, 4n, 60n]);
  expect(explicitCounts(point, [-4, -1, 0, 1], "uniform")).toEqual([30n, 30n, 2n, 2n, 60n]);
});

test("values that are spread at random are as many as there were, within their bounds", () => {
  for (let i = 0; i < 200; i++) {
    const counts = explicitCounts(pointOf({ positive: wide }), [1, 5, 6, 7, 9], "random");
    expect(counts.reduce((sum, count) => sum + count, 0n)).toBe(7n);
    expect([counts[0], counts[5]]).toEqual([0n, 0n]);
    const former = formerExplicitCounts(pointOf({ positive: wide }), [1, 5, 6, 7, 9], "random");
    expect(former.reduce((sum, count) => sum + count, 0n)).toBe(7n);
  }
});

test("as many values as a count can tell are spread at once", () => {
  const counts = [0n, 0n, 2n ** 64n - 1n];
  const point = pointOf({ positive: { offset: 0, counts } });
  for (const spread of [explicitCounts, formerExplicitCounts])
    expect(spread(point, [5, 6, 7], "random").reduce((sum, count) => sum + count, 0n)).toBe(2n ** 64n - 1n);
});

test("versions before count for the lower of two bounds, and only positive values", () => {
  const point = pointOf({ positive, negative: positive, zeroCount: 4n });
  expect(formerExplicitCounts(point, [0, 1, 3, 5], "upper")).toEqual([4n, 0n, 10n, 50n]);
  expect(formerExplicitCounts(point, [0, 1, 3, 5], "midpoint")).toEqual([4n, 30n, 0n, 30n]);
});

test.each([
  ["the count is another", { count: 5n, positive }],
  ["the scale is too high", { scale: 21, positive }],
  ["the scale is too low", { scale: -11, positive }],
  ["the threshold is no number", { zeroThreshold: Number.NaN, positive }],
  ["a boundary is beyond doubles", { positive: { offset: 1024, counts: [1n, 1n] } }],
  ["a boundary is below doubles", { positive: { offset: -1100, counts: [1n] } }],
])("it fails where %s", (_, more) => {
  expect(() => explicitCounts(pointOf(more), [1], "upper")).toThrow(Failure);
});
