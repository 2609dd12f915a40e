/** Reads and writes numbers as Go's strconv does. */

const maxInt64 = 2n ** 63n - 1n;
const minInt64 = -(2n ** 63n);

/** The text of a finite double as Go's own JSON encoder writes it: `1`, `-0`, `1e+21`, `1.5e-7`. */
export function doubleText(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
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
const decimal = /^[+-]?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(e[+-]?\d[\d_]*)?$/i;
const hexadecimal = /^([+-]?)0x(_?[\da-f][\da-f_]*\.?[\da-f_]*|\.[\da-f][\da-f_]*)p([+-]?\d[\d_]*)$/i;
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

/** Rounds to the nearest double, ties to even. */
function parseHexadecimal([, sign, mantissa, exponent]: RegExpExecArray): number {
  const [whole = "", fraction = ""] = (mantissa as string).replaceAll("_", "").split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const power = Number((exponent as string).replaceAll("_", "")) - 4 * fraction.length;
  const magnitude = digits === "" ? 0 : scaled(digits, power);
  return sign === "-" ? -magnitude : magnitude;
}

function scaled(digits: string, power: number): number {
  const kept = digits.slice(0, 32);
  const rest = digits.slice(32);
  // A digit lost behind the 32nd can only break a tie, so one bit stands for all of them.
  const value = (BigInt(`0x${kept}`) << 1n) | (/[^0]/.test(rest) ? 1n : 0n);
  const exponent = power - 1 + 4 * rest.length;
  const bits = value.toString(2).length;
  const top = bits + exponent;
  if (top > 1024) return Infinity;
  if (top < -1080) return 0;
  const drop = Math.max(bits - 53, -1074 - exponent, 0);
  const half = drop > 0 ? 1n << BigInt(drop - 1) : 0n;
  const kept2 = value >> BigInt(drop);
  const lost = value - (kept2 << BigInt(drop));
  const up = lost > half || (lost === half && drop > 0 && (kept2 & 1n) === 1n);
  const rounded = Number(up ? kept2 + 1n : kept2);
  const shift = exponent + drop;
  return shift < -1000
    ? rounded * 2 ** -1000 * 2 ** (shift + 1000)
    : rounded * 2 ** Math.min(shift, 1000) * 2 ** Math.max(shift - 1000, 0);
}
