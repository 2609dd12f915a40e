/** 64-bit arithmetic, constants and the secret of XXH3, as the specification of xxHash gives them. */
import { bytesOfHex } from "../../core/bytes.ts";

export const mask = 0xffff_ffff_ffff_ffffn;
export const prime32 = [0x9e3779b1n, 0x85ebca77n, 0xc2b2ae3dn] as const;
export const prime64 = [
  0x9e3779b185ebca87n,
  0xc2b2ae3d27d4eb4fn,
  0x165667b19e3779f9n,
  0x85ebca77c2b2ae63n,
  0x27d4eb2f165667c5n,
] as const;
/** The multiplier of the sizes that two words cover. */
export const mix2 = 0x9fb21c651e98df25n;
export const secretSize = 192;

let secret: DataView | undefined;

/** The secret as bytes. */
export function secretView(): DataView {
  secret ??= new DataView(bytesOfHex(secretHex).buffer);
  return secret;
}

/** Eight bytes of the secret from the lowest. */
export function key(at: number): bigint {
  return secretView().getBigUint64(at, true);
}

/** Four bytes of the secret from the lowest. */
export function keyHalf(at: number): bigint {
  return BigInt(secretView().getUint32(at, true));
}

/** The product of two words, its upper half xor its lower one. */
export function mulFold(a: bigint, b: bigint): bigint {
  const product = a * b;
  return (product & mask) ^ (product >> 64n);
}

export function xorShift(word: bigint, bits: bigint): bigint {
  return word ^ (word >> bits);
}

export function rotate(word: bigint, bits: bigint): bigint {
  return ((word << bits) | (word >> (64n - bits))) & mask;
}

/** A word of a number of bytes with its bytes in the other order. */
export function reverseBytes(word: bigint, count: number): bigint {
  let reversed = 0n;
  for (let i = 0; i < count; i++) reversed = (reversed << 8n) | ((word >> BigInt(8 * i)) & 0xffn);
  return reversed;
}

/** The last step of most sizes. */
export function avalanche(word: bigint): bigint {
  return xorShift((xorShift(word, 37n) * 0x165667919e3779f9n) & mask, 32n);
}

/** The last step of the shortest inputs, which is that of XXH64. */
export function finish(word: bigint): bigint {
  const mixed = xorShift((xorShift(word, 33n) * prime64[1]) & mask, 29n);
  return xorShift((mixed * prime64[2]) & mask, 32n);
}

const secretHex =
  "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671fcb79e64eccc0e578825ad07dccff7221" +
  "b8084674f743248ee03590e6813a264c3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8" +
  "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364eac5ac8334d3ebc3c581a0fffa1363eb" +
  "170ddd51b7f0da49d316552629d4689e2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e";
