import { base64Alphabet } from "../../core/base64-alphabet.ts";

const values = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) values[base64Alphabet.charCodeAt(value)] = value;

/** The bytes of padded standard base64, or `undefined` where the text is none. */
export function bytesOfBase64(text: string): Uint8Array | undefined {
  const { length } = text;
  if (length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = new Uint8Array((length / 4) * 3 - padding);
  let group = 0;
  let written = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const value = i >= length - padding ? 0 : code < 128 ? (values[code] as number) : -1;
    if (value < 0) return undefined;
    group = (group << 6) | value;
    if (i % 4 !== 3) continue;
    // Writes beyond the end of a typed array are dropped, which is what padding needs.
    bytes[written++] = (group >> 16) & 255;
    bytes[written++] = (group >> 8) & 255;
    bytes[written++] = group & 255;
    group = 0;
  }
  return bytes;
}
