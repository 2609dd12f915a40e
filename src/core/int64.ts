const maxInt64 = 2n ** 63n - 1n;
const minInt64 = -(2n ** 63n);
const maxUint64 = 2n ** 64n - 1n;

/** A decimal int64 as protobuf's JSON writes it, read as `strconv.ParseInt` does; `undefined` where it is none. */
export function int64OfDecimal(text: string): bigint | undefined {
  const first = text.charCodeAt(0);
  const magnitude = digitsFrom(text, first === 0x2d || first === 0x2b ? 1 : 0);
  if (magnitude === undefined) return undefined;
  return asInt64(first === 0x2d ? -magnitude : magnitude);
}

/** A decimal uint64 read as `strconv.ParseUint` does; `undefined` where the text is none. */
export function uint64OfDecimal(text: string): bigint | undefined {
  const magnitude = digitsFrom(text, 0);
  return magnitude === undefined ? undefined : asUint64(magnitude);
}

/** The same whole number, or `undefined` where it is no int64. */
export function asInt64(value: bigint): bigint | undefined {
  return value >= minInt64 && value <= maxInt64 ? value : undefined;
}

/** The same whole number, or `undefined` where it is no uint64. */
export function asUint64(value: bigint): bigint | undefined {
  return value >= 0n && value <= maxUint64 ? value : undefined;
}

/** Nothing but digits; up to 15 of them are summed as a number, which is faster than `BigInt(text)`. */
function digitsFrom(text: string, start: number): bigint | undefined {
  const { length } = text;
  if (start >= length) return undefined;
  let sum = 0;
  let zeros = 0;
  for (let i = start; i < length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    sum = sum * 10 + digit;
    if (sum === 0) zeros++;
  }
  const significant = length - start - zeros;
  if (significant <= 15) return BigInt(sum);
  return significant > 20 ? undefined : BigInt(text.slice(start + zeros));
}
