/** The 64-bit FNV-1a hash of bytes as an int64. */
export function fnv1a(bytes: Uint8Array): bigint {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let i = 0; i < bytes.length; i++) {
    low = (low ^ (bytes[i] as number)) >>> 0;
    // Times the prime 2^40 + 0x1b3: the product stays below 2^53.
    const product = low * 0x1b3;
    high = Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 2 ** 32);
    low = product >>> 0;
  }
  return BigInt.asIntN(64, (BigInt(high >>> 0) << 32n) | BigInt(low));
}
