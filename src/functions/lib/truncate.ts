import { byteLength, decodeUtf8, encodeUtf8, isAscii } from "../../core/utf8.ts";

/** A text of at most so many bytes; one that is cut ends with a marker and, if safe, with a whole character before it. */
export function truncate(text: string, limit: number, marker: string, utf8Safe: boolean): string {
  if (text.length * 3 <= limit || byteLength(text) <= limit) return text;
  let end = limit - byteLength(marker);
  if (isAscii(text)) return text.slice(0, end) + marker;
  const bytes = encodeUtf8(text);
  if (utf8Safe) while (end > 0 && isContinuation(bytes[end] as number)) end--;
  return decodeUtf8(bytes.subarray(0, end)) + marker;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
