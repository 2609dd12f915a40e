import { expect, test } from "vitest";
import { logarithmOfBaseTwo, powerOfTwo, timesPowerOfTwo } from "../../../src/functions/lib/base-two.ts";
import { exponential } from "../../../src/functions/lib/exponential-function.ts";
import { fusedMultiplyAdd } from "../../../src/functions/lib/fused-multiply-add.ts";

// What Go 1.26 answers on amd64 with fused multiplications.
test.each([
  [0, 1],
  [1, Math.E],
  [-1, 0.36787944117144233],
  [0.1, 1.1051709180756477],
  [2.5, 12.182493960703473],
  [-37.25, 6.64554417291507e-17],
  [100.123456789, 3.041338730190222e43],
  [-700.5, 5.98019611863979e-305],
  [-720.123, 1.79702785254e-313],
  [-744.4, 5e-324],
  [-746, 0],
  [709.7, Infinity],
  [1e10, Infinity],
  [-1e10, 0],
  [-Infinity, 0],
  [Number.NaN, Number.NaN],
  [Math.LN2, 2],
  [1e-10, 1.0000000001],
])("e to the power of %d is %d to the last bit", (x, expected) => {
  expect(exponential(x)).toBe(expected);
});

test.each([
  [0.3, 1.2311444133449163],
  [-0.7, 0.6155722066724582],
  [3.25, 9.513656920021768],
  [10.25, 1217.7480857627863],
  [-1022.75, 1.3230368319716606e-308],
  [-1074, 5e-324],
  [-1074.5, 0],
  [1023.5, 1.2711610061536462e308],
  [1024, Infinity],
  [3.3219280948873626, 10.000000000000002],
])("2 to the power of %d is %d to the last bit", (x, expected) => {
  expect(powerOfTwo(x)).toBe(expected);
});

test.each([
  [3, 1.5849625007211563],
  [10, 3.321928094887362],
  [0.1, -3.321928094887362],
  [1e-300, -996.5784284662087],
  [8, 3],
  [Math.SQRT1_2, -0.4999999999999999],
  [1.0000000000000002, 3.3306690738754696e-16],
])("the logarithm of base 2 of %d is %d to the last bit", (x, expected) => {
  expect(logarithmOfBaseTwo(x)).toBe(expected);
});

test.each([
  [1, 1023, 2 ** 1023],
  [1, 1024, Infinity],
  [-1, 1024, -Infinity],
  [1, -1074, 5e-324],
  [1.5, -1074, 1e-323],
  [1, -1075, 0],
  [-1, -2000, -0],
  [5e-324, 1074, 1],
  [5e-324, 2097, 2 ** 1023],
  [0, 5000, 0],
])("%d times 2 to the power of %d is %d", (x, exponent, expected) => {
  expect(timesPowerOfTwo(x, exponent)).toBe(expected);
});

test.each([
  [0.1, 10, -1, 5.551115123125783e-17],
  [10000000000000002, 3, -30000000000000000, 6],
  [1 / 3, 3, -1, -5.551115123125783e-17],
  [1.0000000000000002, 1.0000000000000002, -1.0000000000000004, 4.930380657631324e-32],
  [2.5, 4, 0.5, 10.5],
])("%d times %d plus %d is rounded once", (a, b, c, expected) => {
  expect(fusedMultiplyAdd(a, b, c)).toBe(expected);
});
