import { naturalLogarithm } from "./natural-logarithm.ts";

const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));
const smallestNormal = 2 ** -1022;

/** A number as a fraction from 0.5 to below 1 and a power of two (`math.Frexp`); 0, NaN and infinities have the power 0. */
export function fractionAndExponent(x: number): readonly [fraction: number, exponent: number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  const isSmall = Math.abs(x) < smallestNormal;
  view.setFloat64(0, isSmall ? x * 2 ** 52 : x);
  const high = view.getUint16(0);
  view.setUint16(0, (high & 0x800f) | 0x3fe0);
  return [view.getFloat64(0), ((high >> 4) & 0x7ff) - 1022 - (isSmall ? 52 : 0)];
}

/** A number times a power of two, rounded once (`math.Ldexp`). */
export function timesPowerOfTwo(x: number, exponent: number): number {
  const [fraction, own] = fractionAndExponent(x);
  if (fraction === 0 || !Number.isFinite(fraction)) return fraction;
  const sum = exponent + own;
  if (sum > 1024) return Math.sign(x) * Infinity;
  if (sum < -1075) return Math.sign(x) * 0;
  if (sum > -1021) return fraction * 2 * 2 ** (sum - 1);
  return fraction * 2 ** (sum + 53) * 2 ** -53;
}

/** The logarithm of base 2 of a positive number, to the last bit as Go computes it (math/log10.go). */
export function logarithmOfBaseTwo(x: number): number {
  const [fraction, exponent] = fractionAndExponent(x);
  if (fraction === 0.5) return exponent - 1;
  return naturalLogarithm(fraction) * (1 / Math.LN2) + exponent;
}

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
/** Sun's polynomial (fdlibm, e_exp.c). */
const coefficients = [
  0.16666666666666666, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6,
  4.1381367970572385e-8,
];

/** A power of 2, to the last bit as Go computes it (math/exp.go). */
export function powerOfTwo(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 1023.9999999999999) return Infinity;
  if (x < -1074) return 0;
  const whole = Math.trunc(x > 0 ? x + 0.5 : x - 0.5);
  const rest = x - whole;
  const high = rest * ln2High;
  const low = -rest * ln2Low;
  const r = high - low;
  const t = r * r;
  const c = r - t * coefficients.reduceRight((sum, coefficient) => coefficient + t * sum, 0);
  return timesPowerOfTwo(1 - (low - (r * c) / (2 - c) - high), whole);
}
