/** Reads and writes numbers as Go's strconv does. */

const maxInt64 = 2n ** 63n - 1n;
const minInt64 = -(2n ** 63n);

/** The text of a finite double as Go's own JSON encoder writes it: `1`, `-0`, `1e+21`, `1.5e-7`. */
export function doubleText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** A double as OTTL writes it, with a point: `1.0`, `-0.0`, `1.0e+21`; NaN and infinities, of which it has none, by name. */
export function doubleLiteral(value: number): string {
  const text = doubleText(value);
  return text.includes(".") ? text : text.replace(/^-?\d+/, "$&.0");
}

/** The shortest decimal of a double without an exponent, as Go's FormatFloat writes it for `f`. */
export function plainDoubleText(value: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const text = doubleText(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign, first, rest = "", power] = match;
  const digits = `${first}${rest}`;
  const exponent = Number(power);
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  return `${sign}${digits}${"0".repeat(exponent - rest.length)}`;
}

/** The shortest decimal of a double as Go prints it, FormatFloat for `g`: plain from 1e-4 to below 1e6. */
export function printedDoubleText(value: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const [mantissa, power] = value.toExponential().split("e") as [string, string]; // a finite number has both
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return doubleText(value);
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

function nonFiniteText(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  return value > 0 ? "+Inf" : "-Inf";
}

/** The int64 nearest to zero of a double; what does not fit becomes the lowest int64, as on amd64. */
export function truncateToInt64(value: number): bigint {
  return value >= -(2 ** 63) && value < 2 ** 63 ? BigInt(Math.trunc(value)) : minInt64;
}

/** What Go's ParseInt answers for base 10, or why it refuses. */
export function parseInt64(text: string): bigint | "syntax" | "range" {
  if (!/^[+-]?[0-9]+$/.test(text)) return "syntax";
  const negative = text[0] === "-";
  const digits = text.replace(/^[+-]?0*/, "");
  if (digits.length > 19) return "range";
  const value = negative ? -BigInt(digits) : BigInt(digits);
  return value > maxInt64 || value < minInt64 ? "range" : value;
}

const special = /^([+-]?)(inf|infinity)$|^nan$/i;
const decimal = /^[+-]?(\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(e[+-]?\d[\d_]*)?$/i;
const hexadecimal = /^([+-]?)0x(_?[\da-f][\da-f_]*(?:\.[\da-f_]*)?|\.[\da-f][\da-f_]*)p([+-]?\d[\d_]*)$/i;
/** Underscores separate digits, or a digit from the base's prefix. */
const misplaced = /(?:^|\D)_|_(?:$|\D)/;
const misplacedHexadecimal = /(?:^|[^\da-fx])_|_(?:$|[^\da-f])/i;

/** What Go's ParseFloat answers for 64 bits, or why it refuses. */
export function parseDouble(text: string): number | "syntax" | "range" {
  const named = special.exec(text);
  if (named) return named[2] === undefined ? Number.NaN : named[1] === "-" ? -Infinity : Infinity;
  const hex = hexadecimal.exec(text);
  if (hex) return misplacedHexadecimal.test(text) ? "syntax" : inRange(parseHexadecimal(hex));
  if (!decimal.test(text) || misplaced.test(text)) return "syntax";
  return inRange(Number(text.replaceAll("_", "")));
}

/** What Go's ParseBool answers, or `undefined` where it refuses. */
export function parseBool(text: string): boolean | undefined {
  if (["1", "t", "T", "true", "TRUE", "True"].includes(text)) return true;
  if (["0", "f", "F", "false", "FALSE", "False"].includes(text)) return false;
  return undefined;
}

function inRange(value: number): number | "range" {
  return Number.isFinite(value) ? value : "range";
}

function parseHexadecimal([, sign, mantissa, exponent]: RegExpExecArray): number {
  const [whole = "", fraction = ""] = (mantissa as string).replaceAll("_", "").split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const power = Number((exponent as string).replaceAll("_", "")) - 4 * fraction.length;
  const magnitude = digits === "" ? 0 : roundedDouble(digits, power);
  return sign === "-" ? -magnitude : magnitude;
}

/** More hexadecimal digits than this can only break a tie. */
const mostDigits = 32;

/** The double nearest to hexadecimal digits times a power of two, ties to even. */
function roundedDouble(digits: string, power: number): number {
  const rest = digits.slice(mostDigits);
  const sticky = /[^0]/.test(rest) ? 1n : 0n;
  const value = (BigInt(`0x${digits.slice(0, mostDigits)}`) << 1n) | sticky;
  const exponent = power - 1 + 4 * rest.length;
  const bits = value.toString(2).length;
  if (bits + exponent > 1024) return Infinity;
  if (bits + exponent < -1080) return 0;
  const dropped = Math.max(bits - 53, -1074 - exponent, 0);
  const kept = value >> BigInt(dropped);
  const lost = 2n * (value - (kept << BigInt(dropped)));
  const unit = 1n << BigInt(dropped);
  const up = lost > unit || (lost === unit && (kept & 1n) === 1n);
  return timesPowerOfTwo(Number(up ? kept + 1n : kept), exponent + dropped);
}

/** In two exact steps, as one factor may be out of range where the product is not. */
function timesPowerOfTwo(value: number, power: number): number {
  const half = Math.trunc(power / 2);
  return value * 2 ** half * 2 ** (power - half);
}
