import { timesPowerOfTwo } from "./base-two.ts";
import { exponential } from "./exponential-function.ts";

/** The lower boundary of a bucket of an exponential histogram by its index. */
export function bucketBoundary(index: number, scale: number): number {
  if (scale <= 0) return timesPowerOfTwo(1, shifted(index, -scale));
  return exponential(index * timesPowerOfTwo(Math.LN2, -scale));
}

/** A whole number times a power of two as an int64, whose bits may be lost. */
function shifted(index: number, by: number): number {
  return by >= 64 ? 0 : Number(BigInt.asIntN(64, BigInt(index) << BigInt(by)));
}
