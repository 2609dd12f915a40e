/**
 * A product and a sum with one rounding, which processors have and JavaScript has not: the exact product is two doubles
 * (Dekker), and the last sum is rounded to odd before it is rounded (Boldo and Melquiond, "Emulation of FMA and
 * correctly rounded sums: proved algorithms using rounding to odd", 2008). For numbers far from overflow and underflow.
 */

const view = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));
/** 2^27 + 1 cuts a double into two halves whose products are exact. */
const splitter = 134217729;

/** `a * b + c`, rounded once. */
export function fusedMultiplyAdd(a: number, b: number, c: number): number {
  const product = a * b;
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  const lost = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  const low = c + lost;
  const lowLost = lostBySum(c, lost, low);
  const sum = product + low;
  const sumLost = lostBySum(product, low, sum);
  return sum + sumToOdd(lowLost, sumLost);
}

function halves(x: number): readonly [number, number] {
  const scaled = splitter * x;
  const high = scaled - (scaled - x);
  return [high, x - high];
}

/** What a sum of two doubles is less than the exact one (Knuth). */
function lostBySum(a: number, b: number, sum: number): number {
  const part = sum - a;
  return a - (sum - part) + (b - part);
}

/** A sum that is rounded to the neighbour whose last bit is odd, unless it is exact. */
function sumToOdd(a: number, b: number): number {
  const sum = a + b;
  const lost = lostBySum(a, b, sum);
  if (lost === 0) return sum;
  view.setFloat64(0, sum);
  const bits = view.getBigInt64(0);
  if (bits & 1n) return sum;
  view.setBigInt64(0, bits + (lost > 0 === sum > 0 ? 1n : -1n));
  return view.getFloat64(0);
}
