/**
 * XXH3 with 64 and 128 bits and seed 0, after the specification of xxHash (https://github.com/Cyan4973/xxHash): no
 * library in JavaScript has both without WebAssembly, which would have to be awaited.
 */
import { accumulate, merge } from "./xxh3-stripes.ts";
import {
  avalanche,
  finish,
  key,
  keyHalf,
  mask,
  mix2,
  mulFold,
  prime32,
  prime64,
  reverseBytes,
  rotate,
  secretSize,
  xorShift,
} from "./xxh3-words.ts";

/** A hash of 128 bits as two words. */
export interface Hash128 {
  readonly low: bigint;
  readonly high: bigint;
}

/** The 64-bit hash of bytes, 0 to 2^64 - 1. */
export function xxh3(bytes: Uint8Array): bigint {
  const input = viewOf(bytes);
  const size = bytes.length;
  const length = BigInt(size);
  if (size > 240) return merge(accumulate(input), 11, (length * prime64[0]) & mask);
  if (size > 16) return avalanche(size > 128 ? mixSixteens(input) : mixFromBothEnds(input));
  if (size > 8) {
    const low = word(input, 0) ^ key(24) ^ key(32);
    const high = word(input, size - 8) ^ key(40) ^ key(48);
    return avalanche((length + reverseBytes(low, 8) + high + mulFold(low, high)) & mask);
  }
  if (size > 3) {
    const keyed = (half(input, size - 4) + (half(input, 0) << 32n)) ^ key(8) ^ key(16);
    let hash = ((keyed ^ rotate(keyed, 49n) ^ rotate(keyed, 24n)) * mix2) & mask;
    hash = ((hash ^ ((hash >> 35n) + length)) * mix2) & mask;
    return xorShift(hash, 28n);
  }
  return finish(size > 0 ? few(input) ^ keyHalf(0) ^ keyHalf(4) : key(56) ^ key(64));
}

/** The 128-bit hash of bytes. */
export function xxh128(bytes: Uint8Array): Hash128 {
  const input = viewOf(bytes);
  const size = bytes.length;
  const length = BigInt(size);
  if (size > 240) {
    const halves = accumulate(input);
    const high = merge(halves, secretSize - 64 - 11, ~(length * prime64[1]) & mask);
    return { low: merge(halves, 11, (length * prime64[0]) & mask), high };
  }
  if (size > 16) return mixPairs(input);
  if (size > 8) return nineToSixteen(input);
  if (size > 3) {
    const keyed = (half(input, 0) + (half(input, size - 4) << 32n)) ^ key(16) ^ key(24);
    const product = keyed * (prime64[0] + (length << 2n));
    const high = ((product >> 64n) + (product << 1n)) & mask;
    const low = (xorShift((product & mask) ^ (high >> 3n), 35n) * mix2) & mask;
    return { low: xorShift(low, 28n), high: avalanche(high) };
  }
  if (size === 0) return { low: finish(key(64) ^ key(72)), high: finish(key(80) ^ key(88)) };
  const low = few(input);
  const reversed = reverseBytes(low, 4);
  const high = ((reversed << 13n) | (reversed >> 19n)) & 0xffff_ffffn;
  return { low: finish(low ^ keyHalf(0) ^ keyHalf(4)), high: finish(high ^ keyHalf(8) ^ keyHalf(12)) };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function word(input: DataView, at: number): bigint {
  return input.getBigUint64(at, true);
}

function half(input: DataView, at: number): bigint {
  return BigInt(input.getUint32(at, true));
}

/** One to three bytes and their number in 32 bits. */
function few(input: DataView): bigint {
  const size = input.byteLength;
  const [first, middle, last] = [input.getUint8(0), input.getUint8(size >> 1), input.getUint8(size - 1)];
  return BigInt(((first << 16) | (middle << 24) | (size << 8) | last) >>> 0);
}

/** 16 bytes of the input with 16 of the secret. */
function mix(input: DataView, at: number, secretAt: number): bigint {
  return mulFold(word(input, at) ^ key(secretAt), word(input, at + 8) ^ key(secretAt + 8));
}

/** 17 to 128 bytes: sixteens from both ends inward. */
function mixFromBothEnds(input: DataView): bigint {
  const size = input.byteLength;
  let sum = BigInt(size) * prime64[0];
  for (let i = (size - 1) >> 5; i >= 0; i--) {
    sum += mix(input, 16 * i, 32 * i) + mix(input, size - 16 * (i + 1), 32 * i + 16);
  }
  return sum & mask;
}

/** 129 to 240 bytes: one sixteen after the other. */
function mixSixteens(input: DataView): bigint {
  const size = input.byteLength;
  let sum = BigInt(size) * prime64[0];
  for (let i = 0; i < 8; i++) sum += mix(input, 16 * i, 16 * i);
  sum = avalanche(sum & mask);
  for (let i = 8; i < size >> 4; i++) sum += mix(input, 16 * i, 16 * (i - 8) + 3);
  return (sum + mix(input, size - 16, 136 - 17)) & mask;
}

/** 17 to 240 bytes as pairs of sixteens. */
function mixPairs(input: DataView): Hash128 {
  const size = input.byteLength;
  const length = BigInt(size);
  let sum: Hash128 = { low: (length * prime64[0]) & mask, high: 0n };
  if (size > 128) {
    for (let i = 0; i < 4; i++) sum = mixPair(sum, input, 32 * i, 32 * i + 16, 32 * i);
    sum = { low: avalanche(sum.low), high: avalanche(sum.high) };
    for (let i = 4; i < size >> 5; i++) sum = mixPair(sum, input, 32 * i, 32 * i + 16, 32 * (i - 4) + 3);
    sum = mixPair(sum, input, size - 16, size - 32, 136 - 17 - 16);
  } else {
    for (let i = (size - 1) >> 5; i >= 0; i--) sum = mixPair(sum, input, 16 * i, size - 16 * (i + 1), 32 * i);
  }
  const { low, high } = sum;
  const upper = (low * prime64[0] + high * prime64[3] + length * prime64[1]) & mask;
  return { low: avalanche((low + high) & mask), high: -avalanche(upper) & mask };
}

function mixPair(sum: Hash128, input: DataView, first: number, second: number, secretAt: number): Hash128 {
  const low = (sum.low + mix(input, first, secretAt)) & mask;
  const high = (sum.high + mix(input, second, secretAt + 16)) & mask;
  return {
    low: low ^ ((word(input, second) + word(input, second + 8)) & mask),
    high: high ^ ((word(input, first) + word(input, first + 8)) & mask),
  };
}

function nineToSixteen(input: DataView): Hash128 {
  const size = input.byteLength;
  const last = word(input, size - 8);
  const product = (word(input, 0) ^ last ^ key(32) ^ key(40)) * prime64[0];
  const low = ((product & mask) + (BigInt(size - 1) << 54n)) & mask;
  const keyed = last ^ key(48) ^ key(56);
  const high = ((product >> 64n) + keyed + (keyed & 0xffff_ffffn) * (prime32[1] - 1n)) & mask;
  const mixed = (low ^ reverseBytes(high, 8)) * prime64[1];
  return { low: avalanche(mixed & mask), high: avalanche(((mixed >> 64n) + high * prime64[1]) & mask) };
}
