import { bytesOfHex, toBase64 } from "./bytes.ts";
import { Failure } from "./failure.ts";
import { deepestValue } from "./limits.ts";
import { doubleText } from "./number-text.ts";
import { requireTextLength } from "./text-length.ts";
import { compareText } from "./text-order.ts";
import { timeText } from "./time-text.ts";
import { hasByteEscape } from "./utf8.ts";
import { Duration, GoMap, ListValue, MapValue, SpanId, Timestamp, TraceId, type Value } from "./values.ts";

/**
 * Which of the reference's two JSON encoders writes: goccy/go-json escapes `<`, `>` and `&`, writes backspace and form
 * feed by number and exponents with two digits; encoding/json as `pcommon.Value.AsString` sets it up does none of it.
 */
export type JsonEncoder = "goccy" | "standard";

/**
 * The JSON of a value: keys in order, bytes as base64, ids as lists of numbers. Throws `no_text` for NaN, infinities
 * and years that JSON cannot say, and `text_too_long`.
 */
export function jsonText(value: Value, encoder: JsonEncoder): string {
  return write(value, encoder, 0);
}

function write(value: Value, encoder: JsonEncoder, depth: number): string {
  switch (typeof value) {
    case "string":
      return quote(value, encoder);
    case "number":
      if (!Number.isFinite(value)) throw new Failure("no_text", { value: String(value) });
      return encoder === "standard" ? doubleText(value) : doubleText(value).replace(/e-(\d)$/, "e-0$1");
    case "bigint":
    case "boolean":
      return String(value);
    default:
  }
  if (value === null) return "null";
  if (value instanceof Uint8Array) return value.length === 0 ? "null" : `"${toBase64(value)}"`;
  if (value instanceof MapValue) return writeMap(value, encoder, depth + 1);
  if (value instanceof ListValue) return writeList(value, encoder, depth + 1);
  if (value instanceof Timestamp) return `"${timeText(value)}"`;
  if (value instanceof Duration) return String(value.nanos);
  if (value instanceof TraceId || value instanceof SpanId) return `[${bytesOfHex(value.hex).join(",")}]`;
  if (typeof value.raw === "number" || typeof value.raw === "bigint") return String(value.raw);
  return "{}"; // a Go struct without exported fields
}

function writeMap(map: MapValue, encoder: JsonEncoder, depth: number): string {
  if (depth > deepestValue) throw new Failure("value_too_deep", { limit: deepestValue });
  const last = new Map<string, Value>();
  for (const [key, value] of map.entries()) last.set(key, value);
  const entries = [...last].map(([key, item]) => ({ key, quoted: quote(key, encoder), item }));
  // goccy/go-json puts the written keys in order, quotes and escapes included.
  entries.sort((a, b) => (encoder === "goccy" ? compareText(a.quoted, b.quoted) : compareText(a.key, b.key)));
  return `{${listed(entries, ({ quoted, item }) => `${quoted}:${write(item, encoder, depth)}`)}}`;
}

function writeList(list: ListValue, encoder: JsonEncoder, depth: number): string {
  if (depth > deepestValue) throw new Failure("value_too_deep", { limit: deepestValue });
  // The reference copies an empty list of numbers of a data point to a Go slice that is nil.
  if (list.items.length === 0 && (list.origin === "uint64" || list.origin === "float64")) return "null";
  return `[${listed(list.items, (item) => writeItem(item, list, encoder, depth))}]`;
}

/** The texts of items with commas between them; no more are made once they are too long. */
function listed<T>(items: readonly T[], textOfItem: (item: T) => string): string {
  let text = "";
  for (const [i, item] of items.entries()) {
    text += i === 0 ? textOfItem(item) : `,${textOfItem(item)}`;
    requireTextLength(text.length);
  }
  return text;
}

/** A map or a list of telemetry data in a list literal is a Go struct without exported fields. */
function writeItem(item: Value, list: ListValue, encoder: JsonEncoder, depth: number): string {
  const isMapOfData = item instanceof MapValue && !(item instanceof GoMap);
  const opaque = isMapOfData || (item instanceof ListValue && item.origin === "slice");
  return opaque && list.origin === "literal" ? "{}" : write(item, encoder, depth);
}

const special = /["\\<>&\u2028\u2029]|[^ -\u{10ffff}]|\p{Surrogate}/gu;
const shortEscapes: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  '"': '\\"',
  "\\": "\\\\",
};

function quote(text: string, encoder: JsonEncoder): string {
  return `"${text.replace(special, (unit) => escapeUnit(unit, encoder))}"`;
}

function escapeUnit(unit: string, encoder: JsonEncoder): string {
  const short = shortEscapes[unit];
  if (short !== undefined) return short;
  if (encoder === "standard") {
    if (unit === "\b") return "\\b";
    if (unit === "\f") return "\\f";
    if (unit === "<" || unit === ">" || unit === "&") return unit;
  }
  if (unit >= "\ud800" && unit <= "\udfff") return hasByteEscape(unit) ? "\\ufffd" : "\ufffd";
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
