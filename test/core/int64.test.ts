import { expect, test } from "vitest";
import {
  asInt64,
  asUint64,
  int64OfDecimal,
  uint64OfDecimal,
  wrappedUint64OfDecimal,
} from "../../src/core/int64.ts";
import fc from "../property.ts";

const digits = fc.bigInt({ min: 0n, max: 2n ** 66n });
const edges = [
  0n,
  1n,
  2n ** 32n - 1n,
  2n ** 32n,
  2n ** 53n,
  2n ** 63n - 1n,
  2n ** 63n,
  2n ** 63n + 1n,
  2n ** 64n - 1n,
  2n ** 64n,
];

function check(magnitude: bigint, zeros: string) {
  const text = zeros + magnitude;
  expect(int64OfDecimal(text)).toBe(asInt64(magnitude));
  expect(int64OfDecimal(`+${text}`)).toBe(asInt64(magnitude));
  expect(int64OfDecimal(`-${text}`)).toBe(asInt64(-magnitude));
  expect(uint64OfDecimal(text)).toBe(asUint64(magnitude));
  const wrapped = magnitude < 2n ** 64n ? BigInt.asIntN(64, magnitude) : undefined;
  expect(wrappedUint64OfDecimal(text)).toBe(wrapped);
}

test("decimal integers are read exactly up to the ends of their ranges", () => {
  for (const edge of edges) for (const zeros of ["", "0", "0".repeat(30)]) check(edge, zeros);
  fc.assert(fc.property(digits, fc.constantFrom("", "000"), check));
});

test.each(["", "+", "-", " 1", "1 ", "1.0", "1e3", "0x1", "1_0", "--1", "١", "9".repeat(40)])(
  "%j is no integer",
  (text) => {
    expect(int64OfDecimal(text)).toBeUndefined();
    expect(uint64OfDecimal(text)).toBeUndefined();
  },
);

test("a sign is no part of an unsigned integer", () => {
  expect(uint64OfDecimal("+1")).toBeUndefined();
  expect(uint64OfDecimal("-1")).toBeUndefined();
});

test("whole numbers outside a range are none", () => {
  expect([asInt64(2n ** 63n), asInt64(-(2n ** 63n)), asUint64(-1n), asUint64(2n ** 64n)]).toEqual([
    undefined,
    -(2n ** 63n),
    undefined,
    undefined,
  ]);
});
