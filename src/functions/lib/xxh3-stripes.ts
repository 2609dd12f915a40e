import { avalanche, key, mask, mulFold, prime32, prime64, secretSize, secretView } from "./xxh3-words.ts";

const stripe = 64;
const stripesOfBlock = (secretSize - stripe) / 8;

/**
 * The eight accumulators of XXH3 after an input of more than 240 bytes, as pairs of a lower and an upper half: bigints
 * would take ten times as long.
 */
export function accumulate(input: DataView): Uint32Array {
  const secret = secretView();
  const halves = new Uint32Array(16);
  const start = [
    prime32[2],
    prime64[0],
    prime64[1],
    prime64[2],
    prime64[3],
    prime32[1],
    prime64[4],
    prime32[0],
  ];
  for (const [i, word] of start.entries()) {
    halves[2 * i] = Number(word & 0xffff_ffffn);
    halves[2 * i + 1] = Number(word >> 32n);
  }
  const stripes = Math.floor((input.byteLength - 1) / stripe);
  for (let i = 0; i < stripes; i++) {
    const inBlock = i % stripesOfBlock;
    if (inBlock === 0 && i > 0) scramble(halves, secret);
    addStripe(halves, input, i * stripe, secret, inBlock * 8);
  }
  if (stripes % stripesOfBlock === 0) scramble(halves, secret);
  addStripe(halves, input, input.byteLength - stripe, secret, secretSize - stripe - 7);
  return halves;
}

/** One word of the accumulators. */
export function merge(halves: Uint32Array, secretAt: number, start: bigint): bigint {
  const word = (i: number) => (BigInt(halves[2 * i + 1] as number) << 32n) | BigInt(halves[2 * i] as number);
  let sum = start;
  for (let i = 0; i < 4; i++) {
    const at = secretAt + 16 * i;
    sum += mulFold(word(2 * i) ^ key(at), word(2 * i + 1) ^ key(at + 8));
  }
  return avalanche(sum & mask);
}

function addStripe(
  halves: Uint32Array,
  input: DataView,
  at: number,
  secret: DataView,
  secretAt: number,
): void {
  for (let i = 0; i < 16; i += 2) {
    const low = input.getUint32(at + 4 * i, true);
    const high = input.getUint32(at + 4 * i + 4, true);
    const a = (low ^ secret.getUint32(secretAt + 4 * i, true)) >>> 0;
    const b = (high ^ secret.getUint32(secretAt + 4 * i + 4, true)) >>> 0;
    add(halves, i ^ 2, low, high);
    add(halves, i, Math.imul(a, b) >>> 0, upperProduct(a, b));
  }
}

function add(halves: Uint32Array, i: number, low: number, high: number): void {
  const sum = (halves[i] as number) + low;
  halves[i] = sum;
  halves[i + 1] = (halves[i + 1] as number) + high + (sum > 0xffff_ffff ? 1 : 0);
}

/** The upper half of the product of two numbers of 32 bits. */
function upperProduct(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const other = a0 * b1 + (middle & 0xffff);
  return a1 * b1 + (middle >>> 16) + (other >>> 16);
}

function scramble(halves: Uint32Array, secret: DataView): void {
  const prime = Number(prime32[0]);
  for (let i = 0; i < 16; i += 2) {
    const at = secretSize - stripe + 4 * i;
    const high = halves[i + 1] as number;
    const low = ((halves[i] as number) ^ (high >>> 15) ^ secret.getUint32(at, true)) >>> 0;
    const upper = (high ^ secret.getUint32(at + 4, true)) >>> 0;
    halves[i] = Math.imul(low, prime);
    halves[i + 1] = Math.imul(upper, prime) + upperProduct(low, prime);
  }
}
