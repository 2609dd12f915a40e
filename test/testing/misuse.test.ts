import { expect, test } from "vitest";
import { OttlError } from "../../src/index.ts";
import {
  counter,
  exponentialHistogram,
  gauge,
  histogram,
  payload,
  scope,
  sum,
  summary,
} from "../../src/testing.ts";

// Callers without types can give anything.
type Builder = (...given: readonly unknown[]) => unknown;
const odd = [
  null,
  3,
  Number.NaN,
  "x",
  true,
  Symbol("x"),
  () => 1,
  [3],
  [null],
  [{}],
  { a: 3 },
  5n,
  new Map(),
];
const options =
  "attributes time startTime flags values count sum min max bounds counts exemplars scale positive negative zeroCount zeroThreshold quantiles value temporality description unit metadata resource scope".split(
    " ",
  );

test.each([gauge, counter, sum, histogram, exponentialHistogram, summary])(
  "$name makes a metric of odd arguments, or refuses them with an error of ours",
  (builder) => {
    const build = builder as Builder;
    let refused = 0;
    const attempt = (...given: readonly unknown[]) => {
      try {
        build(...given);
      } catch (error) {
        expect(error).toBeInstanceOf(OttlError);
        refused++;
      }
    };
    for (const value of odd) {
      attempt(value);
      attempt("m", value);
      attempt("m", {}, value);
      for (const option of options) {
        attempt("m", {}, { [option]: value });
        attempt("m", [{ [option]: value }]);
      }
    }
    expect(refused).toBeGreaterThan(80);
  },
);

test.each([
  [() => counter(undefined as never), "the name of a metric must be a text, found nothing"],
  [() => scope(3 as never), "the name of a scope must be a text, found 3"],
  [
    () => histogram("h", {}, { bounds: [1], counts: [1, 2, 3] }),
    "the number of counts must be 2, one more than there are bounds, found 3",
  ],
  [() => histogram("h", {}, { bounds: [2, 1] }), "bounds must be numbers that rise, found an array"],
  [() => histogram("h", {}, { counts: [1.5] }), "counts[0] must be a whole number from 0 on, found 1.5"],
  [
    () => exponentialHistogram("e", {}, { scale: 20, values: [1e-300, 1e300] }),
    "values must be finite numbers that at scale 20 lie within 65536 buckets, found an array",
  ],
  [
    () => exponentialHistogram("e", {}, { values: [Infinity] }),
    "values must be finite numbers that at scale 0 lie within 65536 buckets, found an array",
  ],
  [
    () => exponentialHistogram("e", {}, { positive: { offset: 0.5, counts: [] } }),
    "positive.offset must be a whole number, found 0.5",
  ],
  [() => summary("s", {}, { quantiles: { p99: 3 } as never }), "a quantile must be a number, found a string"],
  [() => gauge("g", {}, { value: "3" as never }), "the value must be a number or a bigint, found a string"],
  [() => gauge("g", {}, { time: 3 as never }), "the time must be a date or a bigint, found 3"],
  [() => payload(counter("c"), [] as never), "part 2 of the payload must be an object, found an array"],
])("what is refused is named: %#", (build, message) => {
  expect(build).toThrow(message);
});

test("an attribute that is undefined is left out", () => {
  const { dataPoints } = counter("c", { a: undefined, b: null }).metric.sum;
  expect(dataPoints[0]?.attributes).toEqual([{ key: "b", value: {} }]);
});
