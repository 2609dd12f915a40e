import type { DoubleForm } from "./format-double.ts";
import { formatDouble } from "./format-double.ts";
import { type FormatFlags, pad } from "./format-flags.ts";
import { isPrintable, quoteLikeGo } from "./quote.ts";

const bases: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
const highestPoint = 0x10ffffn;

/** A whole number as Go's `fmt` writes it for a verb, `undefined` where the verb is not for whole numbers. */
export function formatWhole(
  value: bigint,
  isSigned: boolean,
  verb: string,
  flags: FormatFlags,
): string | undefined {
  if (verb === "v" && flags.sharpV && !isSigned) return formatHex(value, true, flags);
  const base = bases[verb];
  if (base !== undefined) return wholeText(value, base, verb, flags);
  if (verb === "c") return pad(characterOf(value), flags);
  if (verb === "q") {
    return pad(quoteLikeGo(characterOf(value), { quote: "'", asciiOnly: flags.plus }), flags);
  }
  return verb === "U" ? unicodeText(value, flags) : undefined;
}

/** A number in hexadecimal with or without `0x` before it, whatever the flags say. */
export function formatHex(value: bigint, prefixed: boolean, flags: FormatFlags): string {
  return wholeText(value, 16, "v", { ...flags, sharp: prefixed });
}

function wholeText(value: bigint, base: number, verb: string, flags: FormatFlags): string {
  const { width = 0, precision } = flags;
  if (precision === 0 && value === 0n) return " ".repeat(width);
  const sign = value < 0n ? "-" : flags.plus ? "+" : flags.space ? " " : "";
  const plain = (value < 0n ? -value : value).toString(base);
  const zeroed = precision === undefined && flags.zero && !flags.minus ? width - sign.length : 0;
  const digits = (verb === "X" ? plain.toUpperCase() : plain).padStart(precision ?? zeroed, "0");
  const prefix = flags.sharp ? prefixOf(base, verb, digits) : "";
  return pad(`${sign}${verb === "O" ? "0o" : ""}${prefix}${digits}`, flags, false);
}

function prefixOf(base: number, verb: string, digits: string): string {
  if (base === 2) return "0b";
  if (base === 16) return verb === "X" ? "0X" : "0x";
  return base === 8 && !digits.startsWith("0") ? "0" : "";
}

/** What is no character becomes U+FFFD. */
function characterOf(value: bigint): string {
  const isCharacter = value >= 0n && value <= highestPoint && !(value >= 0xd800n && value <= 0xdfffn);
  return isCharacter ? String.fromCodePoint(Number(value)) : "\ufffd";
}

function unicodeText(value: bigint, flags: FormatFlags): string {
  const unsigned = BigInt.asUintN(64, value);
  const hex = unsigned
    .toString(16)
    .toUpperCase()
    .padStart(Math.max(flags.precision ?? 4, 4), "0");
  const shown = flags.sharp && unsigned <= highestPoint ? String.fromCodePoint(Number(unsigned)) : "";
  return pad(`U+${hex}${shown !== "" && isPrintable(shown) ? ` '${shown}'` : ""}`, flags, false);
}

const doubleForms: Readonly<Record<string, readonly [form: DoubleForm, precision: number]>> = {
  v: ["g", -1],
  b: ["b", -1],
  g: ["g", -1],
  G: ["G", -1],
  x: ["x", -1],
  X: ["X", -1],
  f: ["f", 6],
  F: ["f", 6],
  e: ["e", 6],
  E: ["E", 6],
};

/** A double as Go's `fmt` writes it for a verb, `undefined` where the verb is not for doubles. */
export function formatFloat(value: number, verb: string, flags: FormatFlags): string | undefined {
  const [form, usual] = doubleForms[verb] ?? [];
  if (form === undefined || usual === undefined) return undefined;
  const precision = flags.precision ?? usual;
  const plain = formatDouble(value, form, precision);
  const sign = plain.startsWith("-") ? "-" : flags.plus ? "+" : flags.space ? " " : "";
  if (!Number.isFinite(value)) {
    const unsigned = sign === "" ? plain : plain.replace(/^[+-]/, ""); // an infinity always has a sign
    return pad(sign + unsigned, flags, false);
  }
  const unsigned = plain.replace(/^-/, "");
  const digits = flags.sharp && form !== "b" ? withAllDigits(unsigned, form, precision) : unsigned;
  if (flags.minus || !flags.zero || sign === "") return pad(sign + digits, flags);
  return sign + digits.padStart((flags.width ?? 0) - 1, "0"); // the zeros stand behind the sign
}

/** With the point and the zeros behind it that `#` asks for. */
function withAllDigits(text: string, form: DoubleForm, precision: number): string {
  const isHex = form === "x" || form === "X";
  const [number = "", tail = ""] = text.split(isHex ? /(?=p)/i : /(?=e)/i);
  const most =
    form === "e" || form === "E" || form === "f" || form === "X" ? 0 : precision < 0 ? 6 : precision;
  const significant = number.replace(/^[0.]+/, "").replace(".", "").length;
  const isZero = number === "0";
  const missing = Math.max(most - significant - (isZero ? 1 : 0), 0);
  return `${number}${number.includes(".") ? "" : "."}${"0".repeat(missing)}${tail}`;
}
