import type { Span } from "../diagnostics/diagnostic.ts";

const simpleEscapes: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  "\\": 92,
  '"': 34,
};
const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const loneSurrogate = /[\ud800-\udfff]/gu;
const backslash = 92;

/** Tells the offset after a quoted string's closing quote, or -1 where it is not closed. */
export function endOfString(text: string, start: number, close: string, limit = text.length): number {
  const quote = close.charCodeAt(0);
  const end = Math.min(limit, text.length);
  for (let i = start + 1; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === quote) return i + 1;
    if (unit === backslash) i++;
  }
  return -1;
}

/** A string literal's value, or the places of its escapes that do not exist, as offsets in the literal. */
export type Unquoted = { readonly value: string } | { readonly invalid: readonly Span[] };

/** Undoes the escapes of a quoted string as Go's strconv does; what is not UTF-8 becomes U+FFFD. */
export function unquote(literal: string): Unquoted {
  const end = literal.length - 1;
  let next = literal.indexOf("\\");
  if (next < 0) return { value: literal.slice(1, end).replace(loneSurrogate, "\ufffd") };
  let value = "";
  const invalid: Span[] = [];
  let from = 1;
  while (next >= 0) {
    const found = escapeAt(literal, next, end);
    value += literal.slice(from, next);
    if (found.codePoint === null) invalid.push({ start: next, end: found.end });
    else value += String.fromCodePoint(found.codePoint);
    from = found.end;
    next = literal.indexOf("\\", from);
  }
  if (invalid.length > 0) return { invalid };
  return { value: (value + literal.slice(from, end)).replace(loneSurrogate, "\ufffd") };
}

/** Writes a string as a literal that is read as the same string. */
export function quote(value: string): string {
  return `"${value.replace(loneSurrogate, "\ufffd").replace(toEscape, escapeOf)}"`;
}

/** Tells the offset in the text of a UTF-16 offset inside the value of a string literal. */
export function sourceOffset(text: string, literal: Span, valueOffset: number): number {
  const end = literal.end - 1;
  let i = literal.start + 1;
  let left = valueOffset;
  while (left > 0 && i < end) {
    if (text.charCodeAt(i) !== backslash) {
      i++;
      left--;
      continue;
    }
    const found = escapeAt(text, i, end);
    left -= found.codePoint !== null && found.codePoint > 0xffff ? 2 : 1;
    if (left < 0) break;
    i = found.end;
  }
  return Math.min(i, end);
}

function escapeAt(text: string, start: number, limit: number): { codePoint: number | null; end: number } {
  const letter = text.charAt(start + 1);
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return { codePoint: simple, end: start + 2 };
  const wanted = hexDigits[letter];
  if (wanted !== undefined) return digitsAt(text, start + 2, Math.min(start + 2 + wanted, limit), wanted, 16);
  if (letter >= "0" && letter <= "7") return digitsAt(text, start + 1, Math.min(start + 4, limit), 3, 8);
  return { codePoint: null, end: Math.min(start + 1 + (isHighSurrogate(text, start + 1) ? 2 : 1), limit) };
}

function digitsAt(text: string, start: number, limit: number, wanted: number, base: 8 | 16) {
  const allowed = base === 16 ? /[0-9a-fA-F]/ : /[0-7]/;
  let end = start;
  while (end < limit && allowed.test(text.charAt(end))) end++;
  const codePoint = end - start === wanted ? Number.parseInt(text.slice(start, end), base) : Number.NaN;
  const exists =
    base === 8 ? codePoint <= 0xff : codePoint <= 0x10ffff && (codePoint < 0xd800 || codePoint > 0xdfff);
  return { codePoint: exists ? codePoint : null, end };
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit < 0xdc00;
}

const toEscape = /[\p{Cc}"\\]/gu;
const named: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  '"': '\\"',
  "\\": "\\\\",
};

function escapeOf(character: string): string {
  return named[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
}
