import { fusedMultiplyAdd } from "./fused-multiply-add.ts";

/** The logarithm of 2 in two parts, whose sum is more exact than a double. */
const ln2High = 0.693147180559663;
const ln2Low = 2.8235290563031577e-13;
/** The Taylor series of the exponential function, without its first two terms, the highest power first. */
const series = [1 / 40320, 1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 0.5, 1];
/** Beyond it the result is no double. */
const overflow = 709.782712893384;

/**
 * The exponential function, to the last bit as Go computes it on amd64 with fused multiplications (math/exp_amd64.s):
 * engines differ in their own `Math.exp`.
 */
export function exponential(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x === -Infinity) return 0;
  if (x > overflow) return Infinity;
  const exponent = roundedToEven(x * Math.LOG2E);
  // Beyond 32 bits the processor answers the lowest int, and the result is 0.
  if (exponent < -(2 ** 31)) return 0;
  const high = fusedMultiplyAdd(-exponent, ln2High, x);
  const rest = fusedMultiplyAdd(-exponent, ln2Low, high) * 0.0625;
  let sum = series[0] as number; // there are eight
  for (const term of series.slice(1)) sum = fusedMultiplyAdd(sum, rest, term);
  // exp(16 r) - 1 from exp(r) - 1 by squaring four times.
  let power = rest * sum;
  for (let i = 0; i < 3; i++) power *= power + 2;
  const fraction = fusedMultiplyAdd(power, power + 2, 1);
  return scaled(fraction, exponent);
}

/** The nearest whole number, of two the even one. */
function roundedToEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/** A fraction times a power of two, rounded once where the result is subnormal. */
function scaled(fraction: number, exponent: number): number {
  const biased = exponent + 1023;
  if (biased >= 2047) return Infinity;
  if (biased > 0) return fraction * 2 ** exponent;
  return biased < -52 ? 0 : fraction * 2 ** (exponent + 1022) * 2 ** -1022;
}
