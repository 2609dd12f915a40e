import { md5 as md5Of, sha1 as sha1Of } from "@noble/hashes/legacy.js";
import { sha256 as sha256Of, sha512 as sha512Of } from "@noble/hashes/sha2.js";
import { toHex } from "../../core/bytes.ts";
import * as t from "../../core/types.ts";
import { encodeUtf8 } from "../../core/utf8.ts";
import type { Value } from "../../core/values.ts";
import { defineFunction, type FunctionDefinition, param } from "../define-function.ts";
import { fnv1a } from "../lib/fnv.ts";
import { murmur32, murmur128 } from "../lib/murmur3.ts";
import { xxh3 as xxh3Of, xxh128 as xxh128Of } from "../lib/xxh3.ts";

/** One of the hashes of a string; `ofHello` is what it makes of `hello`. */
/* @__NO_SIDE_EFFECTS__ */
function hash(
  name: string,
  what: string,
  returns: t.Type,
  ofHello: Value,
  evaluate: (text: string) => Value,
  since = "0.104.0",
): FunctionDefinition {
  return defineFunction({
    kind: "converter",
    name,
    category: "hash",
    summary: `The ${what} of the bytes of a string.`,
    params: [param("target", t.string, "The string.")],
    returns,
    since,
    examples: [
      { source: `${name}("hello")`, result: ofHello },
      { source: `${name}(attributes["absent"])`, error: "type_mismatch" },
      { source: `${name}(1)`, error: "argument_type" },
    ],
    evaluate,
  });
}

export const fnv = hash("FNV", "64-bit FNV-1a hash, as an int,", t.int, -6615550055289275125n, (text) =>
  fnv1a(encodeUtf8(text)),
);

export const md5 = hash(
  "MD5",
  "MD5 hash in hexadecimal",
  t.string,
  "5d41402abc4b2a76b9719d911017c592",
  (text) => toHex(md5Of(encodeUtf8(text))),
  "0.107.0",
);

export const murmur3Hash = hash(
  "Murmur3Hash",
  "32-bit MurmurHash3 in hexadecimal, its lowest byte first,",
  t.string,
  "47fa8b24",
  (text) => littleEndianHex(BigInt(murmur32(encodeUtf8(text))), 8),
  "0.122.0",
);

export const murmur3Hash128 = hash(
  "Murmur3Hash128",
  "128-bit MurmurHash3 in hexadecimal, the lowest byte of each half first,",
  t.string,
  "029bbd41b3a7d8cb191dae486a901e5b",
  (text) =>
    murmur128(encodeUtf8(text))
      .map((half) => littleEndianHex(half, 16))
      .join(""),
  "0.122.0",
);

export const sha1 = hash(
  "SHA1",
  "SHA-1 hash in hexadecimal",
  t.string,
  "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d",
  (text) => toHex(sha1Of(encodeUtf8(text))),
);

export const sha256 = hash(
  "SHA256",
  "SHA-256 hash in hexadecimal",
  t.string,
  "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
  (text) => toHex(sha256Of(encodeUtf8(text))),
);

export const sha512 = hash(
  "SHA512",
  "SHA-512 hash in hexadecimal",
  t.string,
  "9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca72323c3d99ba5c11d7c7acc6e14b8c5da0c4663475c2e5c3adef46f73bcdec043",
  (text) => toHex(sha512Of(encodeUtf8(text))),
  "0.107.0",
);

export const xxh128 = hash(
  "XXH128",
  "128-bit XXH3 hash in hexadecimal",
  t.string,
  "b5e9c1ad071b3e7fc779cfaa5e523818",
  (text) => {
    const { low, high } = xxh128Of(encodeUtf8(text));
    return hexOf(high, 16) + hexOf(low, 16);
  },
  "0.139.0",
);

export const xxh3 = hash(
  "XXH3",
  "64-bit XXH3 hash in hexadecimal",
  t.string,
  "9555e8555c62dcfd",
  (text) => hexOf(xxh3Of(encodeUtf8(text)), 16),
  "0.138.0",
);

function hexOf(word: bigint, digits: number): string {
  return word.toString(16).padStart(digits, "0");
}

function littleEndianHex(word: bigint, digits: number): string {
  return (hexOf(word, digits).match(/../g) ?? []).toReversed().join("");
}
