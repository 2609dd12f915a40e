import { base64Alphabet } from "./base64-alphabet.ts";
import { textOfUnits } from "./utf8.ts";

/** The bytes of hexadecimal digits, an even number of them. */
export function bytesOfHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** Bytes as lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  const units = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    units[2 * i] = digit(byte >> 4);
    units[2 * i + 1] = digit(byte & 15);
  }
  return textOfUnits(units);
}

function digit(value: number): number {
  return value < 10 ? 0x30 + value : 0x57 + value;
}

const padding = 0x3d;

/** Bytes in standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  const units = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let i = 0, at = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    units[at++] = base64Alphabet.charCodeAt(group >> 18);
    units[at++] = base64Alphabet.charCodeAt((group >> 12) & 63);
    units[at++] = left > 1 ? base64Alphabet.charCodeAt((group >> 6) & 63) : padding;
    units[at++] = left > 2 ? base64Alphabet.charCodeAt(group & 63) : padding;
  }
  return textOfUnits(units);
}
