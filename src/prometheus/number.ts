import { parseDouble, printedDoubleText } from "../core/number-text.ts";

const digit0 = 48;
const digit9 = 57;
const special: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Infinity,
  "+inf": Infinity,
  "-inf": -Infinity,
  infinity: Infinity,
  "+infinity": Infinity,
  "-infinity": -Infinity,
};

/**
 * The number written in a part of a text, as Prometheus reads values: Go's decimal floats, `NaN` and infinities by
 * name, but neither hexadecimal floats nor underscores.
 */
export function readNumber(text: string, start: number, end: number): number | "syntax" | "range" {
  let integer = 0;
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) integer = integer * 10 + (text.charCodeAt(at++) - digit0);
  if (at === end && at > start && at - start <= 15) return integer;
  if (!isDecimal(text, start, end)) {
    const word = end - start > 9 ? "" : text.slice(start, end).toLowerCase();
    return Object.hasOwn(special, word) ? (special[word] as number) : "syntax";
  }
  const value = Number(text.slice(start, end));
  return Number.isFinite(value) ? value : "range";
}

/** The number of a `le` or `quantile` label as the receiver reads it, or `undefined`. */
export function readBound(text: string): number | undefined {
  let value = readNumber(text, 0, text.length);
  // Go's other notations; a text that long holds none of the numbers that programs write.
  if (value === "syntax" && text.length < 400) value = parseDouble(text);
  return typeof value === "number" ? value : undefined;
}

/** A bound as OpenMetrics writes it: always with a point or an exponent. */
export function canonicalBound(value: number): string {
  const text = value === 0 ? "0" : printedDoubleText(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** Whether the text is digits with an optional sign, point and exponent; one pass, whatever the length. */
function isDecimal(text: string, start: number, end: number): boolean {
  let at = start;
  if (isSign(text.charCodeAt(at))) at++;
  const whole = skipDigits(text, at, end);
  let digits = whole - at;
  at = whole;
  if (at < end && text.charCodeAt(at) === 46) {
    const fraction = skipDigits(text, at + 1, end);
    digits += fraction - at - 1;
    at = fraction;
  }
  if (digits === 0) return false;
  if (at === end) return true;
  if ((text.charCodeAt(at) | 32) !== 101) return false;
  at++;
  if (at < end && isSign(text.charCodeAt(at))) at++;
  return at < end && skipDigits(text, at, end) === end;
}

function skipDigits(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= digit0 && code <= digit9;
}

function isSign(code: number): boolean {
  return code === 43 || code === 45;
}

/** A float as the unsigned 64-bit integer that the reference makes of it on amd64: truncated, negative ones wrapped. */
export function uint64OfDouble(value: number): string {
  if (value >= 0 && value < 2 ** 53) return String(Math.trunc(value));
  if (value >= -(2 ** 63) && value < 2 ** 64) return String(BigInt.asUintN(64, BigInt(Math.trunc(value))));
  return String(2n ** 63n);
}
