import { byteOfEscape } from "../../core/utf8.ts";

/** How a text or a character is quoted. */
export interface QuoteOptions {
  readonly quote: '"' | "'";
  /** Whether what is not ASCII is escaped, too. */
  readonly asciiOnly: boolean;
}

/** A text in quotes with Go's escapes, as strconv.Quote writes it; bytes that are not UTF-8 become `\xff`. */
export function quoteLikeGo(text: string, { quote, asciiOnly }: QuoteOptions): string {
  const special = asciiOnly ? notPlainAscii : notPlain;
  return quote + text.replace(special, (character) => escaped(character, quote, asciiOnly)) + quote;
}

/** Whether a text can stand between backquotes, where Go knows no escapes. */
export function canBackquote(text: string): boolean {
  return !/[^\t -_a-~\x80-\ud7ff\ue000-\ufefe\uff00-\u{10ffff}]/u.test(text);
}

/** Whether a character is printable to Go: a letter, mark, number, punctuation or symbol of Unicode 15, or a space. */
export function isPrintable(character: string): boolean {
  return character === " " || (printable.test(character) && !newer.test(character));
}

const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

/** What became printable after Unicode 15.0, up to version 17.0, with what is still unassigned between. */
const newerThanUnicode15 = /* @__PURE__ */ [
  "\\u088f-\\u0897\\u0c5c\\u0cdc\\u1acf-\\u1aeb\\u1b4e-\\u1b4f\\u1b7f\\u1c89-\\u1c8a\\u20c1",
  "\\u2427-\\u2429\\u2b96\\u2ffc-\\u2fff\\u31e4-\\u31ef\\ua7cb-\\ua7cf\\ua7d2\\ua7d4",
  "\\ua7da-\\ua7f1\\ufbc3-\\ufbd2\\ufd90-\\ufd91\\ufdc8-\\ufdce\\u{105c0}-\\u{105f3}",
  "\\u{10940}-\\u{10959}\\u{10d40}-\\u{10d8f}\\u{10ec2}-\\u{10efc}\\u{11380}-\\u{113e2}",
  "\\u{116d0}-\\u{116e3}\\u{11b60}-\\u{11bf9}\\u{11db0}-\\u{11de9}\\u{11f5a}",
  "\\u{13460}-\\u{143fa}\\u{16100}-\\u{16139}\\u{16d40}-\\u{16d79}\\u{16ea0}-\\u{16ed3}",
  "\\u{16ff2}-\\u{16ff6}\\u{187f8}-\\u{187ff}\\u{18cff}\\u{18d09}-\\u{18df2}",
  "\\u{1cc00}-\\u{1cef0}\\u{1e5d0}-\\u{1e6ff}\\u{1f6d8}\\u{1f777}-\\u{1f77a}",
  "\\u{1f8b2}-\\u{1f8d8}\\u{1fa54}-\\u{1fa57}\\u{1fa89}-\\u{1fa8f}\\u{1fabe}",
  "\\u{1fac6}-\\u{1facd}\\u{1fadc}-\\u{1fadf}\\u{1fae9}-\\u{1faef}\\u{1fbcb}-\\u{1fbef}",
  "\\u{1fbfa}\\u{2b73a}-\\u{2b73f}\\u{2cea2}-\\u{2cead}\\u{2ebf0}-\\u{2ee5d}",
  "\\u{323b0}-\\u{33479}",
].join("");

const newer = /* @__PURE__ */ new RegExp(`[${newerThanUnicode15}]`, "u");
/** What may have to be escaped. */
const notPlainAscii = /["'\\]|[^ -~]/gu;
const notPlain = /* @__PURE__ */ new RegExp(
  `["'\\\\]|[^ \\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]|[${newerThanUnicode15}]`,
  "gu",
);

const letters: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};

function escaped(character: string, quote: string, asciiOnly: boolean): string {
  if (character === quote || character === "\\") return `\\${character}`;
  const point = character.codePointAt(0) as number; // an iteration yields no empty characters
  if (point >= 0xd800 && point <= 0xdfff) {
    const byte = byteOfEscape(character);
    return byte === undefined ? (asciiOnly ? "\\ufffd" : "\ufffd") : `\\x${byte.slice(2).toLowerCase()}`;
  }
  if (!(asciiOnly && point >= 0x80) && isPrintable(character)) return character;
  const letter = letters[character];
  if (letter !== undefined) return letter;
  if (point < 0x20 || point === 0x7f) return `\\x${hex(point, 2)}`;
  return point < 0x10000 ? `\\u${hex(point, 4)}` : `\\U${hex(point, 8)}`;
}

function hex(point: number, digits: number): string {
  return point.toString(16).padStart(digits, "0");
}
