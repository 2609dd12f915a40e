import { toBase64, toHex } from "./bytes.ts";
import type { Compatibility } from "./compatibility.ts";
import { Failure } from "./failure.ts";
import { jsonText } from "./json-text.ts";
import { doubleText } from "./number-text.ts";
import { requireTextLength } from "./text-length.ts";
import { ListValue, MapValue, type Value } from "./values.ts";

/**
 * The text of a value as the reference's `StringLikeGetter` makes it, or `null` of nil: bytes in hexadecimal, lists,
 * maps, times and ids as JSON. Throws `no_text` for NaN and infinities, and `text_too_long`.
 */
export function textOf(value: Value): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value === null) return null;
  if (!(value instanceof Uint8Array)) return jsonText(value, "goccy");
  requireTextLength(2 * value.length);
  return toHex(value);
}

/**
 * The text of a value of telemetry data, which the reference reads by `pcommon.Value.AsString`: bytes in base64, nil as
 * the empty text, NaN and infinities by name. Older versions write otherwise what JSON or HTML does not have.
 */
export function dataText(value: Value, { has }: Pick<Compatibility, "has"> = newest): string {
  if (typeof value === "number") return doubleDataText(value, has("named_double_text"));
  if (value === null) return "";
  if (value instanceof Uint8Array) return toBase64(value);
  if (!(value instanceof MapValue || value instanceof ListValue)) return textOf(value) ?? "";
  const json = dataJson(value);
  return has("plain_json_text") ? json : json.replace(/[<>&]/g, escapeForHtml);
}

/** The newest version has every capability. */
const newest: Pick<Compatibility, "has"> = { has: () => true };

function doubleDataText(value: number, named: boolean): string {
  if (Number.isFinite(value)) return doubleText(value);
  if (named) return String(value);
  return `json: unsupported value: ${Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf"}`;
}

function escapeForHtml(character: string): string {
  return `\\u00${character.charCodeAt(0).toString(16)}`;
}

/** What cannot be written as JSON, such as a NaN inside, makes the whole text empty. */
function dataJson(value: MapValue | ListValue): string {
  try {
    return jsonText(value, "standard");
  } catch (error) {
    if (error instanceof Failure && error.code === "no_text") return "";
    throw error;
  }
}
