/**
 * The reference's strings are bytes. A byte that is not part of valid UTF-8 is carried in a string as the lone
 * surrogate U+DC00 + byte (U+DC80..U+DCFF); any other lone surrogate stands for U+FFFD.
 */
const lowest = 0xdc80;
const highest = 0xdcff;
const loneEscape = /[\udc80-\udcff]/u;
const notAscii = /[^\0-\x7f]/;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Whether the string has only characters below U+0080, so that bytes and code units are the same. */
export function isAscii(text: string): boolean {
  return !notAscii.test(text);
}

/** Whether the string carries bytes that are not UTF-8. */
export function hasByteEscape(text: string): boolean {
  return loneEscape.test(text);
}

/** The byte that the first character of a text carries because it is not UTF-8, such as `0xFF`. */
export function byteOfEscape(text: string): string | undefined {
  const point = text.codePointAt(0) ?? 0;
  return point >= lowest && point <= highest ? `0x${(point - 0xdc00).toString(16).toUpperCase()}` : undefined;
}

/** Whether a text that was decoded as UTF-8 is UTF-16 with a byte order mark, its bytes escaped or replaced. */
export function isUtf16(text: string): boolean {
  return /^(?:\udcff\udcfe|\udcfe\udcff|\ufffd\ufffd(?:\0|[^\0]\0))/.test(text);
}

/** The bytes of a string. */
export function encodeUtf8(text: string): Uint8Array {
  return hasByteEscape(text) ? encodeBroken(text) : encoder.encode(text);
}

/** The string of bytes: each byte that is not part of valid UTF-8 becomes an escape, as Go decodes it. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return decodeBroken(bytes);
  }
}

/** Number of bytes of a string. */
export function byteLength(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) length += 1;
    else if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(i + 1))) {
      length += 2; // four bytes for two code units
      i++;
    } else if (unit < lowest || unit > highest) length += 2;
  }
  return length;
}

/** Puts escapes that have come to form valid UTF-8 together into the characters they are. */
export function joinEscapes(text: string): string {
  return hasByteEscape(text) ? decodeUtf8(encodeUtf8(text)) : text;
}

/** A string with one character U+0000..U+00FF a byte, for searches that bytes decide. */
export function toByteString(text: string): string {
  return textOfUnits(encodeUtf8(text));
}

/** The string of which `toByteString` made this. */
export function fromByteString(bytes: string): string {
  return decodeUtf8(Uint8Array.from(bytes, (c) => c.charCodeAt(0)));
}

/** Number of bytes of the valid UTF-8 sequence that begins at the index, or 0 where there is none. */
export function sequenceLength(bytes: Uint8Array, index: number): number {
  const first = bytes[index] as number;
  if (first < 0x80) return 1;
  const size =
    first >= 0xc2 && first < 0xe0
      ? 2
      : first >= 0xe0 && first < 0xf0
        ? 3
        : first >= 0xf0 && first < 0xf5
          ? 4
          : 0;
  if (size === 0 || index + size > bytes.length) return 0;
  const second = bytes[index + 1] as number;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < size; i++) if (((bytes[index + i] as number) & 0xc0) !== 0x80) return 0;
  return size;
}

function encodeBroken(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number;
    if (point >= lowest && point <= highest) {
      bytes[length++] = point - 0xdc00;
      continue;
    }
    if (point > 0xffff) i++;
    length += writePoint(bytes, length, point >= 0xd800 && point <= 0xdfff ? 0xfffd : point);
  }
  return bytes.slice(0, length);
}

function writePoint(bytes: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    bytes[at] = point;
    return 1;
  }
  const size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  let rest = point;
  for (let i = size - 1; i > 0; i--) {
    bytes[at + i] = 0x80 | (rest & 0x3f);
    rest >>= 6;
  }
  bytes[at] = ((0xf00 >> size) & 0xff) | rest;
  return size;
}

function decodeBroken(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; ) {
    const size = sequenceLength(bytes, i);
    if (size === 0) {
      units[length++] = 0xdc00 + (bytes[i++] as number);
      continue;
    }
    const point = readPoint(bytes, i, size);
    i += size;
    if (point > 0xffff) {
      units[length++] = 0xd800 + ((point - 0x10000) >> 10);
      units[length++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
    } else {
      units[length++] = point;
    }
  }
  return textOfUnits(units.subarray(0, length));
}

function readPoint(bytes: Uint8Array, at: number, size: number): number {
  let point = size === 1 ? (bytes[at] as number) : (bytes[at] as number) & (0x7f >> size);
  for (let i = 1; i < size; i++) point = (point << 6) | ((bytes[at + i] as number) & 0x3f);
  return point;
}

/** As many arguments as a call can surely take. */
const chunk = 8192;

/** The string of UTF-16 code units. */
export function textOfUnits(units: Uint8Array | Uint16Array): string {
  let text = "";
  for (let i = 0; i < units.length; i += chunk) {
    // `apply` takes anything like an array, and is ten times as fast as spreading it.
    text += String.fromCharCode.apply(null, units.subarray(i, i + chunk) as unknown as number[]);
  }
  return text;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
