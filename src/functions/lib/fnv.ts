/** The 64-bit FNV-1a hash of bytes as an int64. */
export function fnv1a(bytes: Uint8Array): bigint {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    // Times the prime 2^40 + 0x1b3: the products stay below 2^53.
    const product = low * 0x1b3;
    high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + low * 0x100) % 2 ** 32;
    low = product % 2 ** 32;
  }
  return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low));
}
