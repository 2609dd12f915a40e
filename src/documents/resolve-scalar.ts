import { Failure } from "../core/failure.ts";
import { decodeUtf8 } from "../core/utf8.ts";
import { Timestamp } from "../core/values.ts";
import { fixedZone, utc } from "../core/zone.ts";
import type { ScalarValue } from "./node.ts";

/** The kinds of scalar that yaml.v3 tells apart; any other tag makes a string. */
export type ScalarTag =
  | "str"
  | "null"
  | "bool"
  | "int"
  | "float"
  | "timestamp"
  | "merge"
  | "binary"
  | "other";

export interface ResolvedScalar {
  readonly tag: ScalarTag;
  readonly value: ScalarValue;
}

const words: ReadonlyMap<string, ResolvedScalar> = new Map([
  ...entries("bool", true, ["true", "True", "TRUE"]),
  ...entries("bool", false, ["false", "False", "FALSE"]),
  ...entries("null", null, ["", "~", "null", "Null", "NULL"]),
  ...entries("float", Number.NaN, [".nan", ".NaN", ".NAN"]),
  ...entries("float", Infinity, [".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"]),
  ...entries("float", -Infinity, ["-.inf", "-.Inf", "-.INF"]),
  ...entries("merge", "<<", ["<<"]),
]);

function entries(tag: ScalarTag, value: ScalarValue, texts: readonly string[]): [string, ResolvedScalar][] {
  return texts.map((text) => [text, { tag, value }]);
}

/** The type that yaml.v3 gives a plain scalar without tag, as its `resolve` decides (resolve.go). */
export function resolvePlain(text: string): ResolvedScalar {
  const word = words.get(text);
  if (word !== undefined) return word;
  const value = /^[-+\d.]/.test(text) ? (timestampOf(text) ?? intOf(text) ?? floatOf(text)) : undefined;
  if (value === undefined) return { tag: "str", value: text };
  return {
    tag: value instanceof Timestamp ? "timestamp" : typeof value === "bigint" ? "int" : "float",
    value,
  };
}

const tags: Readonly<Record<string, ScalarTag>> = {
  "tag:yaml.org,2002:str": "str",
  "tag:yaml.org,2002:null": "null",
  "tag:yaml.org,2002:bool": "bool",
  "tag:yaml.org,2002:int": "int",
  "tag:yaml.org,2002:float": "float",
  "tag:yaml.org,2002:timestamp": "timestamp",
  "tag:yaml.org,2002:merge": "merge",
  "tag:yaml.org,2002:binary": "binary",
};

/** The value of a scalar with a tag; throws a `Failure` where the text is none of that type. */
export function resolveTagged(tagText: string, text: string): ResolvedScalar {
  const tag = (Object.hasOwn(tags, tagText) ? tags[tagText] : undefined) ?? "other";
  if (tag === "str" || tag === "other" || tag === "merge") return { tag, value: text };
  if (tag === "binary") return { tag, value: binary(text) };
  const resolved = resolvePlain(text);
  if (resolved.tag === tag) return resolved;
  if (tag === "float" && typeof resolved.value === "bigint" && isInt64(resolved.value))
    return { tag, value: Number(resolved.value) };
  throw new Failure("yaml_tag_mismatch", { tag: `!!${tag}`, text });
}

const intForm = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(\d+))$/;

/** The integer that a text is, as Go's `ParseInt` with base 0 reads it once underscores are gone. */
function intOf(text: string): bigint | undefined {
  const match = intForm.exec(text.replaceAll("_", ""));
  if (match === null || !/^[-+\d]/.test(text) || text.length > 100_000) return undefined;
  const [, sign, hex, bits, octal, decimal = ""] = match;
  if (decimal.length > 1 && decimal.startsWith("0")) return undefined;
  const digits = hex ? `0x${hex}` : bits ? `0b${bits}` : octal ? `0o${octal}` : decimal;
  const size = BigInt(digits);
  const value = sign === "-" ? -size : size;
  return isInt64(value) || (sign === "" && value < 1n << 64n) ? value : undefined;
}

function isInt64(value: bigint): boolean {
  return value === BigInt.asIntN(64, value);
}

/** The number that a text is; out of range it is none. */
function floatOf(text: string): number | undefined {
  // Behind a leading dot an underscore must be between digits, as in Go.
  if (text.startsWith(".") && /(?<!\d)_|_(?!\d)/.test(text)) return undefined;
  const plain = text.replaceAll("_", "");
  if (!/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

const date = /^(\d{4})-(\d{1,2})-(\d{1,2})/;
const time =
  /(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?(Z|[-+]\d\d:\d\d)|\x20+(\d{1,2}):(\d{1,2}):(\d{1,2})([.,]\d+)?)$/;

/** The moment that a text is in one of the four forms that yaml.v3 knows. */
function timestampOf(text: string): Timestamp | undefined {
  const day = date.exec(text);
  if (day === null) return undefined;
  const rest = text.slice(day[0].length);
  if (rest === "") return moment(day, ["0", "0", "0"], "", "Z");
  const at = time.exec(rest);
  if (at === null || at[0].length !== rest.length) return undefined;
  const [, h, m, s, fraction, zone, hour, minute, second, part] = at;
  return h === undefined
    ? moment(day, [hour, minute, second], part, "Z")
    : moment(day, [h, m, s], fraction, zone);
}

function moment(
  [, year, month, day]: readonly (string | undefined)[],
  clock: readonly (string | undefined)[],
  fraction = "",
  zone = "Z",
): Timestamp | undefined {
  const [y, mo, d] = [Number(year), Number(month), Number(day)];
  const [h, m, s] = clock.map(Number) as [number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(y, mo - 1, d);
  if (date.getUTCMonth() !== mo - 1 || date.getUTCDate() !== d || h > 23 || m > 59 || s > 59)
    return undefined;
  const offset = zoneMinutes(zone);
  if (offset === undefined) return undefined;
  date.setUTCHours(h, m - offset, s);
  const nanos = BigInt(fraction.slice(1, 10).padEnd(9, "0"));
  return new Timestamp(
    BigInt(date.getTime()) * 1_000_000n + nanos,
    offset === 0 ? utc : fixedZone("", offset * 60),
  );
}

function zoneMinutes(zone: string): number | undefined {
  if (zone === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  if (hours > 24 || minutes > 60) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** The text of base64; line breaks do not count. */
function binary(text: string): string {
  const digits = text.replaceAll(/[\r\n]/g, "");
  if (digits.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(digits)) throw new Failure("yaml_base64", {});
  return decodeUtf8(Uint8Array.from(atob(digits), (c) => c.charCodeAt(0)));
}
