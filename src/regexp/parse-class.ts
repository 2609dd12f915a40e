import { foldSet } from "./fold.ts";
import { negate, type RuneSet, runeSet } from "./rune-set.ts";
import type { Scanner } from "./scanner.ts";
import { unicodeClass } from "./unicode-class.ts";

const digits = "09";
const words = "09AZ__az";
const perl: Readonly<Record<string, string>> = { d: digits, s: "\t\n\f\r  ", w: words };
const posix: Readonly<Record<string, string>> = {
  alnum: "09AZaz",
  alpha: "AZaz",
  ascii: "\0\x7f",
  blank: "\t\t  ",
  cntrl: "\0\x1f\x7f\x7f",
  digit: digits,
  graph: "!~",
  lower: "az",
  print: " ~",
  punct: "!/:@[`{~",
  space: "\t\r  ",
  upper: "AZ",
  word: words,
  xdigit: "09AFaf",
};
const escapes: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** Parses a class in brackets, whose `[` is next. */
export function parseClass(scanner: Scanner, fold: boolean): RuneSet {
  const start = scanner.position;
  scanner.skip("[");
  const negated = scanner.skip("^");
  const ranges: number[] = [];
  for (let first = true; first || !scanner.sees("]"); first = false) {
    const named = parsePosix(scanner, fold) ?? parseUnicode(scanner, fold) ?? parsePerl(scanner, fold);
    if (named === undefined) {
      const range = parseRange(scanner, start);
      for (const rune of fold ? foldSet(range) : range) ranges.push(rune);
    } else for (const rune of named) ranges.push(rune);
  }
  scanner.skip("]");
  const set = runeSet(ranges);
  return negated ? negate(set) : set;
}

/** Parses `\d`, `\s`, `\w` and their negations; `undefined` where something else comes next. */
export function parsePerl(scanner: Scanner, fold: boolean): RuneSet | undefined {
  if (!scanner.sees("\\")) return undefined;
  const letter = scanner.peek(1);
  const name = letter.toLowerCase();
  if (!Object.hasOwn(perl, name)) return undefined;
  scanner.position += 2;
  return group(perl[name] as string, letter !== name, fold);
}

/** Parses `\pN` and `\p{Greek}`; `undefined` where something else comes next. */
export function parseUnicode(scanner: Scanner, fold: boolean): RuneSet | undefined {
  if (!scanner.sees("\\p") && !scanner.sees("\\P")) return undefined;
  const start = scanner.position;
  const { pattern } = scanner;
  let negated = scanner.peek(1) === "P";
  scanner.position += 2;
  let name: string;
  if (scanner.skip("{")) {
    const close = pattern.indexOf("}", start);
    const end = close < 0 ? pattern.length : close;
    scanner.checkUtf8(close < 0 ? start : scanner.position, end);
    if (close < 0) scanner.fail("invalid character class range", start, end);
    name = pattern.slice(scanner.position, close);
    scanner.position = close + 1;
  } else {
    if (!scanner.done) scanner.rune();
    name = pattern.slice(start + 2, scanner.position);
  }
  if (name.startsWith("^")) {
    negated = !negated;
    name = name.slice(1);
  }
  const set = unicodeClass(name, fold) ?? scanner.fail("invalid character class range", start);
  return negated ? negate(set) : set;
}

/** Parses an escape of one character, whose backslash is next. */
export function parseEscape(scanner: Scanner): number {
  const start = scanner.position;
  scanner.skip("\\");
  if (scanner.done) scanner.fail("trailing backslash at end of expression", start);
  const rune = scanner.rune();
  const letter = String.fromCodePoint(rune);
  if (rune < 0x80 && !/[0-9A-Za-z]/.test(letter)) return rune;
  if (letter === "0" || (/[1-7]/.test(letter) && /[0-7]/.test(scanner.peek()))) return parseOctal(scanner);
  if (letter === "x" && !scanner.done) return parseHex(scanner, start);
  if (Object.hasOwn(escapes, letter)) return escapes[letter] as number;
  return scanner.fail("invalid escape sequence", start);
}

function parseOctal(scanner: Scanner): number {
  const start = scanner.position - 1;
  while (scanner.position < start + 3 && /[0-7]/.test(scanner.peek())) scanner.position++;
  return Number.parseInt(scanner.pattern.slice(start, scanner.position), 8);
}

function parseHex(scanner: Scanner, start: number): number {
  if (scanner.skip("{")) return parseHexInBraces(scanner, start);
  const high = hexDigit(scanner);
  const low = hexDigit(scanner);
  return high < 0 || low < 0 ? scanner.fail("invalid escape sequence", start) : high * 16 + low;
}

function parseHexInBraces(scanner: Scanner, start: number): number {
  const first = scanner.position;
  let value = 0;
  while (!scanner.done && !scanner.sees("}")) {
    const digit = hexDigit(scanner);
    value = value * 16 + digit;
    if (digit < 0 || value > 0x10ffff) scanner.fail("invalid escape sequence", start);
  }
  const empty = scanner.position === first;
  if (!scanner.skip("}") || empty) scanner.fail("invalid escape sequence", start);
  return value;
}

/** The value of the next character as a hexadecimal digit, or -1. */
function hexDigit(scanner: Scanner): number {
  if (scanner.done) return -1;
  const letter = String.fromCodePoint(scanner.rune());
  return /[0-9A-Fa-f]/.test(letter) ? Number.parseInt(letter, 16) : -1;
}

function parsePosix(scanner: Scanner, fold: boolean): RuneSet | undefined {
  if (!scanner.sees("[:")) return undefined;
  const start = scanner.position;
  const close = scanner.classEnd();
  if (close < 0) return undefined;
  scanner.position = close + 2;
  const [, caret, name = ""] = /^(\^?)(.*)$/s.exec(scanner.pattern.slice(start + 2, close)) ?? [];
  if (!Object.hasOwn(posix, name)) scanner.fail("invalid character class range", start);
  return group(posix[name] as string, caret === "^", fold);
}

function parseRange(scanner: Scanner, classStart: number): RuneSet {
  const start = scanner.position;
  const low = parseMember(scanner, classStart);
  const next = scanner.peek(1);
  if (!scanner.sees("-") || next === "" || next === "]") return [low, low];
  scanner.position++;
  const high = parseMember(scanner, classStart);
  if (high < low) scanner.fail("invalid character class range", start);
  return [low, high];
}

function parseMember(scanner: Scanner, classStart: number): number {
  if (scanner.done) scanner.fail("missing closing ]", classStart);
  return scanner.sees("\\") ? parseEscape(scanner) : scanner.rune();
}

function group(bounds: string, negated: boolean, fold: boolean): RuneSet {
  const set = runeSet(Array.from(bounds, (bound) => bound.charCodeAt(0)));
  const folded = fold ? foldSet(set) : set;
  return negated ? negate(folded) : folded;
}
