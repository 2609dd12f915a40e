const squareRootOfHalf = Math.SQRT1_2;
/** The logarithm of 2 in two parts, whose sum is more exact than a double. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
/** Sun's polynomial (fdlibm, e_log.c) for the logarithm of (1 + s) / (1 - s), even and odd powers apart. */
const odd = [0.6666666666666735, 0.2857142874366239, 0.1818357216161805, 0.14798198605116586];
const even = [0.3999999999940942, 0.22222198432149784, 0.15313837699209373];

const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/**
 * The natural logarithm of a positive number, to the last bit as Go computes it on amd64 (math/log_amd64.s): engines
 * differ in their own `Math.log`. Below 2.2e-308 the result is wrong, as it is there: the exponent of a subnormal
 * number is taken as if it were a normal one.
 */
export function naturalLogarithm(x: number): number {
  if (!(x < Infinity)) return x;
  view.setFloat64(0, x);
  let exponent = (view.getUint16(0) >> 4) - 1022;
  view.setUint16(0, (view.getUint16(0) & 0xf) | 0x3fe0);
  let fraction = view.getFloat64(0); // from 0.5 to below 1
  if (fraction <= squareRootOfHalf) {
    fraction *= 2;
    exponent--;
  }
  const f = fraction - 1;
  const s = f / (2 + f);
  const s2 = s * s;
  const s4 = s2 * s2;
  const rest = s2 * polynomial(odd, s4) + s4 * polynomial(even, s4);
  const half = 0.5 * f * f;
  return exponent * ln2High - (half - (s * (half + rest) + exponent * ln2Low) - f);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
