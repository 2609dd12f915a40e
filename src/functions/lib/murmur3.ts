/** MurmurHash3 with seed 0: `x86_32` and `x64_128`, as `github.com/twmb/murmur3` computes them. */
const mask = 0xffff_ffff_ffff_ffffn;

/** The 32-bit hash of bytes, 0 to 2^32 - 1. */
export function murmur32(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let hash = 0;
  for (let i = 0; i < whole; i += 4) {
    hash ^= mixWord(view.getUint32(i, true));
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  let rest = 0;
  for (let i = bytes.length - 1; i >= whole; i--) rest = (rest << 8) | (bytes[i] as number);
  hash ^= mixWord(rest) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mixWord(word: number): number {
  const k = Math.imul(word, 0xcc9e2d51);
  return Math.imul((k << 15) | (k >>> 17), 0x1b873593);
}

/** The 128-bit hash of bytes as two halves, 0 to 2^64 - 1 each. */
export function murmur128(bytes: Uint8Array): readonly [bigint, bigint] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~15;
  let h1 = 0n;
  let h2 = 0n;
  for (let i = 0; i < whole; i += 16) {
    h1 = (rotate(h1 ^ mix1(view.getBigUint64(i, true)), 27n) + h2) & mask;
    h1 = (h1 * 5n + 0x52dce729n) & mask;
    h2 = (rotate(h2 ^ mix2(view.getBigUint64(i + 8, true)), 31n) + h1) & mask;
    h2 = (h2 * 5n + 0x38495ab5n) & mask;
  }
  h1 ^= mix1(littleEndian(bytes.subarray(whole, whole + 8)));
  h2 ^= mix2(littleEndian(bytes.subarray(whole + 8)));
  const length = BigInt(bytes.length);
  h1 = ((h1 ^ length) + (h2 ^ length)) & mask;
  h2 = ((h2 ^ length) + h1) & mask;
  h1 = finish(h1);
  h2 = finish(h2);
  h1 = (h1 + h2) & mask;
  return [h1, (h2 + h1) & mask];
}

const c1 = 0x87c37b91114253d5n;
const c2 = 0x4cf5ad432745937fn;

function mix1(word: bigint): bigint {
  return (rotate((word * c1) & mask, 31n) * c2) & mask;
}

function mix2(word: bigint): bigint {
  return (rotate((word * c2) & mask, 33n) * c1) & mask;
}

function rotate(word: bigint, bits: bigint): bigint {
  return ((word << bits) | (word >> (64n - bits))) & mask;
}

function finish(word: bigint): bigint {
  let mixed = ((word ^ (word >> 33n)) * 0xff51afd7ed558ccdn) & mask;
  mixed = ((mixed ^ (mixed >> 33n)) * 0xc4ceb9fe1a85ec53n) & mask;
  return mixed ^ (mixed >> 33n);
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((word, byte) => (word << 8n) | BigInt(byte), 0n);
}
