/**
 * SHA-256 (FIPS 180-4) of a text, for the many short ones of telemetry: `@noble/hashes` makes several objects a call
 * and takes six times as long. Nothing is made here but the result; what is written to is made at the first call.
 */
import { encodeUtf8, isAscii } from "../../core/utf8.ts";

interface Work {
  readonly hash: Int32Array;
  readonly words: Int32Array;
  readonly constants: Int32Array;
  readonly initial: Int32Array;
  /** The four hexadecimal digits of each number of 16 bits. */
  readonly digits: readonly string[];
}

let work: Work | undefined;

/** The SHA-256 of the bytes of a text in hexadecimal. */
export function sha256Hex(text: string): string {
  work ??= prepare();
  const { hash, initial, digits } = work;
  hash.set(initial);
  if (isAscii(text)) absorb(work, text.length, text, readText);
  else absorbBytes(work, encodeUtf8(text));
  let hex = "";
  for (let i = 0; i < 8; i++) {
    const word = hash[i] as number;
    hex += (digits[word >>> 16] as string) + (digits[word & 0xffff] as string);
  }
  return hex;
}

function absorbBytes(state: Work, bytes: Uint8Array): void {
  absorb(state, bytes.length, bytes, readByte);
}

function readText(text: string, at: number): number {
  return text.charCodeAt(at);
}

function readByte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

/** Hashes bytes block by block, with the padding that ends in their number of bits. */
function absorb<T>(state: Work, length: number, source: T, read: (source: T, at: number) => number): void {
  const { words } = state;
  for (let start = 0; ; start += 64) {
    for (let i = 0; i < 16; i++) {
      const at = start + 4 * i;
      let word = 0;
      if (at + 4 <= length) {
        word =
          (read(source, at) << 24) |
          (read(source, at + 1) << 16) |
          (read(source, at + 2) << 8) |
          read(source, at + 3);
      } else {
        for (let j = at; j < at + 4; j++)
          word = (word << 8) | (j < length ? read(source, j) : j === length ? 0x80 : 0);
      }
      words[i] = word;
    }
    const isLast = length - start < 56;
    if (isLast) {
      words[14] = Math.floor(length / 0x2000_0000);
      words[15] = length << 3;
    }
    compress(state);
    if (isLast) return;
  }
}

function compress({ hash, words, constants }: Work): void {
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15] as number;
    const y = words[i - 2] as number;
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[i] = (words[i - 16] as number) + s0 + (words[i - 7] as number) + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as Eight; // it has eight items
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + (g ^ (e & (f ^ g))) + (constants[i] as number) + (words[i] as number)) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (c & (a ^ b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  let i = 0;
  for (const value of [a, b, c, d, e, f, g, h]) hash[i] = (hash[i++] as number) + value;
}

type Eight = [number, number, number, number, number, number, number, number];

/** The constants are the first 32 bits behind the point of the square and cube roots of the first primes. */
function prepare(): Work {
  const primes = firstPrimes(64);
  const fraction = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32);
  return {
    hash: new Int32Array(8),
    words: new Int32Array(64),
    constants: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)) | 0),
    initial: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)) | 0),
    digits: Array.from({ length: 0x10000 }, (_, i) => i.toString(16).padStart(4, "0")),
  };
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes;
}
