import { toBase64 } from "../../core/bytes.ts";
import { requireTextLength } from "../../core/text-length.ts";

/** One of the base64 alphabets and whether it pads. */
export interface Base64Variant {
  readonly url: boolean;
  readonly padded: boolean;
}

/** The variant of a name such as `base64-raw-url`, or `undefined` where there is none. */
export function base64Variant(name: string): Base64Variant | undefined {
  switch (name) {
    case "base64":
      return { url: false, padded: true };
    case "base64-raw":
      return { url: false, padded: false };
    case "base64-url":
      return { url: true, padded: true };
    case "base64-raw-url":
      return { url: true, padded: false };
    default:
      return undefined;
  }
}

/** The names of the variants, for messages. */
export const base64Names = '"base64", "base64-raw", "base64-url" or "base64-raw-url"';

/** The parameter that names one of them. */
export const base64Alphabets =
  'The alphabet, "raw" without padding: "base64", "base64-raw", "base64-url" or "base64-raw-url".';

/** Bytes in base64; throws `text_too_long`. */
export function encodeBase64(bytes: Uint8Array, { url, padded }: Base64Variant): string {
  requireTextLength(Math.ceil(bytes.length / 3) * 4);
  const standard = toBase64(bytes);
  const text = padded ? standard : standard.replace(/=+$/, "");
  return url ? text.replaceAll("+", "-").replaceAll("/", "_") : text;
}

/**
 * The bytes of base64, line ends skipped, or where it is wrong: the place of the byte, as Go's `encoding/base64` has
 * it. Bits that are left over at the end may be anything.
 */
export function decodeBase64(text: Uint8Array, variant: Base64Variant): Uint8Array | number {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let group = 0;
  let digits = 0;
  let i = 0;
  const skip = () => {
    while (text[i] === 0x0a || text[i] === 0x0d) i++;
  };
  const flush = (count: number) => {
    group <<= 6 * (4 - digits);
    for (let shift = 16; count > 0; count--, shift -= 8) bytes[length++] = group >> shift;
    group = 0;
    digits = 0;
  };
  for (skip(); i < text.length; skip()) {
    const byte = text[i++] as number;
    const digit = digitOf(byte, variant.url);
    if (digit >= 0) {
      group = (group << 6) | digit;
      if (++digits === 4) flush(3);
      continue;
    }
    if (!variant.padded || byte !== 0x3d || digits < 2) return i - 1;
    skip();
    if (digits === 2 && text[i++] !== 0x3d) return Math.min(i - 1, text.length);
    skip();
    if (i < text.length) return i;
    flush(digits - 1);
    return bytes.subarray(0, length);
  }
  if (digits === 1 || (digits > 0 && variant.padded)) return i - digits;
  if (digits > 0) flush(digits - 1);
  return bytes.subarray(0, length);
}

function digitOf(byte: number, url: boolean): number {
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41;
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x61 + 26;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30 + 52;
  if (byte === (url ? 0x2d : 0x2b)) return 62;
  if (byte === (url ? 0x5f : 0x2f)) return 63;
  return -1;
}
