import { expect, test } from "vitest";
import { compareText } from "../../src/core/text-order.ts";
import {
  byteLength,
  decodeUtf8,
  encodeUtf8,
  fromByteString,
  hasByteEscape,
  joinEscapes,
  toByteString,
} from "../../src/core/utf8.ts";
import fc from "../property.ts";

const alphabet = [
  0x41, 0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xc3, 0xdf, 0xe0, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff,
];
const bytes = fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }).map((list) => Uint8Array.from(list));
const text = bytes.map(decodeUtf8);

test("any bytes come back from the string that carries them", () => {
  fc.assert(
    fc.property(bytes, (given) => {
      expect(encodeUtf8(decodeUtf8(given))).toEqual(given);
    }),
    { numRuns: 5000 },
  );
});

test("whole UTF-8 has no escapes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (given) => {
      expect(decodeUtf8(new TextEncoder().encode(given))).toBe(given);
      expect(hasByteEscape(given)).toBe(false);
    }),
  );
});

test("the number of bytes is that of the encoded string", () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(byteLength(given)).toBe(encodeUtf8(given).length);
    }),
    { numRuns: 5000 },
  );
});

test("strings are ordered as their bytes are", () => {
  const astral = fc.string({
    unit: fc.constantFrom("a", "é", "\ud7ff", "\ue000", "～", "😀", "\u{10ffff}", "\udc80"),
  });
  fc.assert(
    fc.property(fc.oneof(text, astral), fc.oneof(text, astral), (a, b) => {
      expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(encodeUtf8(a), encodeUtf8(b)));
    }),
    { numRuns: 5000 },
  );
});

test("halves of a character that meet become the character", () => {
  expect(joinEscapes(decodeUtf8(Uint8Array.of(0xc3)) + decodeUtf8(Uint8Array.of(0xa9)))).toBe("é");
});

test("a byte string has one character a byte, and leads back", () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(toByteString(given)).toHaveLength(byteLength(given));
      expect(fromByteString(toByteString(given))).toBe(given);
    }),
  );
});

test("a lone surrogate that carries no byte stands for U+FFFD", () => {
  expect(encodeUtf8("\ud800")).toEqual(Uint8Array.of(0xef, 0xbf, 0xbd));
  expect(encodeUtf8("\udc80\udfff")).toEqual(Uint8Array.of(0x80, 0xef, 0xbf, 0xbd));
  expect(byteLength("\ud800a")).toBe(4);
});

test("each byte of a broken sequence is carried alone", () => {
  expect(decodeUtf8(Uint8Array.of(0xf0, 0x9f, 0x98))).toBe("\udcf0\udc9f\udc98");
  expect(decodeUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBe("\udced\udca0\udc80");
  expect(decodeUtf8(Uint8Array.of(0xc0, 0x80))).toBe("\udcc0\udc80");
});
