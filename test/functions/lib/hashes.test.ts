import { describe, expect, test } from "vitest";
import { encodeUtf8 } from "../../../src/core/utf8.ts";
import { fnv1a } from "../../../src/functions/lib/fnv.ts";
import { murmur32, murmur128 } from "../../../src/functions/lib/murmur3.ts";
import { xxh3, xxh128 } from "../../../src/functions/lib/xxh3.ts";

const fox = encodeUtf8("The quick brown fox jumps over the lazy dog");
const none = new Uint8Array();

/** The input of xxHash's own tests: bytes that a generator makes. */
function sanityBuffer(length: number): Uint8Array {
  let state = 2654435761n;
  return Uint8Array.from({ length }, () => {
    const byte = Number(state >> 56n);
    state = (state * 11400714785074694797n) & 0xffff_ffff_ffff_ffffn;
    return byte;
  });
}

test.each([
  ["", 0xcbf29ce484222325n],
  ["a", 0xaf63dc4c8601ec8cn],
  ["foobar", 0x85944171f73967e8n],
])("FNV-1a of %j is that of its authors", (text, hash) => {
  expect(BigInt.asUintN(64, fnv1a(encodeUtf8(text)))).toBe(hash);
});

test("MurmurHash3 is that of its author", () => {
  expect(murmur32(none)).toBe(0);
  expect(murmur32(fox)).toBe(0x2e4ff723);
  expect(murmur128(none)).toEqual([0n, 0n]);
  expect(murmur128(fox)).toEqual([0xe34bbc7bbc071b6cn, 0x7a433ca9c49a9347n]);
});

describe("XXH3", () => {
  test.each([
    [0, 0x2d06800538d394c2n],
    [1, 0xc44bdff4074eecdbn],
    [6, 0x27b56a84cd2d7325n],
    [12, 0xa713daf0dfbb77e7n],
    [24, 0xa3fe70bf9d3510ebn],
    [48, 0x397da259ecba1f11n],
    [80, 0xbcdefbbb2c47c90an],
    [195, 0xcd94217ee362ec3an],
    [403, 0xcdeb804d65c6dea4n],
    [512, 0x617e49599013cb6bn],
    [2048, 0xdd59e2c3a5f038e0n],
    [2240, 0x6e73a90539cf2948n],
    [2367, 0xcb37aeb9e5d361edn],
  ])("of %i bytes is that of xxHash", (length, hash) => expect(xxh3(sanityBuffer(length))).toBe(hash));

  test.each([
    [0, 0x6001c324468d497fn, 0x99aa06d3014798d8n],
    [1, 0xc44bdff4074eecdbn, 0xa6cd5e9392000f6an],
    [6, 0x3e7039bdda43cfc6n, 0x082afe0b8162d12an],
    [12, 0x061a192713f69ad9n, 0x6e3efd8fc7802b18n],
    [24, 0x1e7044d28b1b901dn, 0x0ce966e4678d3761n],
    [48, 0xf942219aed80f67bn, 0xa002ac4e5478227en],
    [81, 0x5e8bafb9f95fb803n, 0x4952f58181ab0042n],
    [222, 0xf1aebd597cec6b3an, 0x337e09641b948717n],
    [403, 0xcdeb804d65c6dea4n, 0x1b6de21e332dd73dn],
    [512, 0x617e49599013cb6bn, 0x18d2d110dcc9bca1n],
    [2048, 0xdd59e2c3a5f038e0n, 0xf736557fd47073a5n],
    [2240, 0x6e73a90539cf2948n, 0xccb134fbfa7ce49dn],
    [2367, 0xcb37aeb9e5d361edn, 0xe89c0f6ff369b427n],
  ])("of 128 bits and %i bytes is that of xxHash", (length, low, high) => {
    expect(xxh128(sanityBuffer(length))).toEqual({ low, high });
  });
});
