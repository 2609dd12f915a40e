import { joinEscapes } from "../../core/utf8.ts";

const characters: Readonly<Record<string, string>> = {
  "\\": "\\",
  '"': '"',
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
};

/** A field of a log without the escapes that web servers write; `\x` and two digits are a byte, what is no escape stays. */
export function unescapedLog(text: string): string {
  if (!text.includes("\\")) return text;
  const plain = text.replace(/\\(?:x([0-9A-Fa-f]{2})|(.))/gs, (found, byte?: string, character = "") =>
    byte === undefined ? (characters[character] ?? found) : characterOf(Number.parseInt(byte, 16)),
  );
  return joinEscapes(plain);
}

/** A byte that is no character of its own is carried as an escape, and may become one with others. */
function characterOf(byte: number): string {
  return String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte);
}
