/** Writes doubles as Go's strconv.FormatFloat does. */

/** The form of the text: as in Go, `g` and `G` choose between the others; `b` and `x` keep powers of two. */
export type DoubleForm = "e" | "E" | "f" | "g" | "G" | "b" | "x" | "X";

/** The text of a double; a negative precision is the least that tells it from every other double. */
export function formatDouble(value: number, form: DoubleForm, precision: number): string {
  if (Number.isNaN(value)) return "NaN";
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  const magnitude = Math.abs(value);
  if (magnitude === Infinity) return sign === "" ? "+Inf" : "-Inf";
  switch (form) {
    case "b":
      return sign + binaryText(magnitude);
    case "x":
      return sign + hexadecimalText(magnitude, precision);
    case "X":
      return sign + hexadecimalText(magnitude, precision).toUpperCase();
    case "f":
      return sign + plainText(magnitude, precision);
    case "e":
    case "E":
      return sign + scientificText(magnitude, form, precision);
    case "g":
    case "G":
      return sign + shorterText(magnitude, form, precision);
  }
}

/** The digits of a number without zeros at either end; it is `0.digits` times ten to the power `point`. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

function plainText(value: number, precision: number): string {
  const decimal = precision < 0 ? shortest(value) : exact(value);
  const places = precision < 0 ? Math.max(decimal.digits.length - decimal.point, 0) : precision;
  return withPoint(precision < 0 ? decimal : rounded(decimal, decimal.point + precision), places);
}

function withPoint({ digits, point }: Decimal, places: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "0";
  if (places <= 0) return whole;
  const fraction = point > 0 ? digits.slice(point) : "0".repeat(Math.min(-point, places)) + digits;
  return `${whole}.${fraction.slice(0, places).padEnd(places, "0")}`;
}

function scientificText(value: number, form: "e" | "E", precision: number): string {
  const decimal = precision < 0 ? shortest(value) : rounded(exact(value), precision + 1);
  return withExponent(decimal, form, precision < 0 ? decimal.digits.length - 1 : precision);
}

function withExponent({ digits, point }: Decimal, form: "e" | "E", places: number): string {
  const exponent = digits === "" ? 0 : point - 1;
  const fraction = places > 0 ? `.${digits.slice(1, places + 1).padEnd(places, "0")}` : "";
  return `${digits.charAt(0) || "0"}${fraction}${form}${exponentText(exponent)}`;
}

function exponentText(exponent: number): string {
  return `${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

function shorterText(value: number, form: "g" | "G", precision: number): string {
  const isShortest = precision < 0;
  const most = precision === 0 ? 1 : precision;
  const decimal = isShortest ? shortest(value) : rounded(exact(value), most);
  const { length } = decimal.digits;
  const exponent = decimal.point - 1;
  const few = most > length && length >= decimal.point;
  const limit = isShortest ? 6 : few ? length : most;
  if (exponent < -4 || exponent >= limit) {
    const places = isShortest ? length : Math.min(most, length);
    return withExponent(decimal, form === "g" ? "e" : "E", places - 1);
  }
  return withPoint(decimal, Math.max(length - decimal.point, 0));
}

/** The fewest digits that tell a double from every other one. */
function shortest(value: number): Decimal {
  const [mantissa = "", exponent] = value.toExponential().split("e");
  return value === 0 ? zero : { digits: mantissa.replace(".", ""), point: Number(exponent) + 1 };
}

const zero: Decimal = { digits: "", point: 0 };

/** Every digit of a double. */
function exact(value: number): Decimal {
  if (value === 0) return zero;
  const { mantissa, exponent } = partsOf(value);
  const whole = exponent >= 0;
  const digits = String(whole ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent));
  return { digits: digits.replace(/0+$/, ""), point: digits.length + (whole ? 0 : exponent) };
}

/** The first digits of a decimal, a half rounded to the even digit. */
function rounded({ digits, point }: Decimal, count: number): Decimal {
  if (count >= digits.length) return { digits, point };
  if (count < 0) return zero;
  const kept = digits.slice(0, count);
  const rest = digits.slice(count);
  const isOdd = "13579".includes(kept.charAt(count - 1) || "0");
  if (rest < "5" || (rest === "5" && !isOdd)) {
    const trimmed = kept.replace(/0+$/, "");
    return trimmed === "" ? zero : { digits: trimmed, point };
  }
  const up = String(BigInt(kept || "0") + 1n);
  return { digits: up.replace(/0+$/, ""), point: point + up.length - count };
}

interface Parts {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** A positive double as a whole number times a power of two, without the zeros that this number may end in. */
function partsOf(value: number): Parts {
  let { mantissa, exponent } = bitsOf(value);
  for (; (mantissa & 0xffffn) === 0n; exponent += 16) mantissa >>= 16n;
  for (; (mantissa & 1n) === 0n; exponent++) mantissa >>= 1n;
  return { mantissa, exponent };
}

function bitsOf(value: number): Parts {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number(bits >> 52n) & 0x7ff;
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

function binaryText(value: number): string {
  const { mantissa, exponent } = bitsOf(value);
  return `${mantissa}p${exponent < 0 ? "" : "+"}${exponent}`;
}

/** Hexadecimal digits behind the point of a double. */
const mostHexDigits = 13;

function hexadecimalText(value: number, precision: number): string {
  if (value === 0) return `0x0${precision > 0 ? `.${"0".repeat(precision)}` : ""}p+00`;
  const bits = bitsOf(value);
  const missing = 53 - bits.mantissa.toString(2).length;
  let mantissa = bits.mantissa << BigInt(missing);
  let exponent = bits.exponent - missing + 52;
  if (precision >= 0 && precision < mostHexDigits) {
    mantissa = roundedBits(mantissa, BigInt(4 * (mostHexDigits - precision)));
    if (mantissa >> 53n !== 0n) {
      mantissa >>= 1n;
      exponent++;
    }
  }
  const digits = (mantissa & 0xf_ffff_ffff_ffffn).toString(16).padStart(mostHexDigits, "0");
  const fraction =
    precision < 0 ? digits.replace(/0+$/, "") : digits.slice(0, precision).padEnd(precision, "0");
  return `0x1${fraction === "" ? "" : `.${fraction}`}p${exponentText(exponent)}`;
}

/** A number without its last bits, a half rounded to the even one. */
function roundedBits(value: bigint, count: bigint): bigint {
  const kept = value >> count;
  const lost = value - (kept << count);
  const half = 1n << (count - 1n);
  const up = lost > half || (lost === half && (kept & 1n) === 1n);
  return (up ? kept + 1n : kept) << count;
}
