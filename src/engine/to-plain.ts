import { toBase64, toHex } from "../core/bytes.ts";
import { plainObject } from "../core/plain-object.ts";
import { printedTime } from "../core/time-text.ts";
import { Duration, ListValue, MapValue, Telemetry, Timestamp, type Value } from "../core/values.ts";
import { requireKnown } from "../diagnostics/require-known.ts";
import { requireOptions } from "../diagnostics/require-options.ts";
import { durationText } from "../functions/lib/go-time-text.ts";

/** How `toPlain` writes what JSON has no form for. */
export interface PlainOptions {
  /**
   * `"number"` (default): ints are numbers, and decimal texts beyond 2^53, as in OTLP JSON; `"bigint"`: they are bigints,
   * which `JSON.stringify` does not take; `"text"`: they are decimal texts.
   */
  readonly ints?: "number" | "bigint" | "text";
  /** `"base64"` (default), as in OTLP JSON, or `"hex"`: lower-case digits. */
  readonly bytes?: "base64" | "hex";
}

/** A value without classes of ottlkit. */
export type Plain =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain }
  | object;

/**
 * A value as plain data: lists are arrays and maps objects with own properties only, times texts of RFC 3339 with
 * nanoseconds, durations Go's texts such as `1m30s`, ids their digits, doubles that are no number the texts `NaN`,
 * `Infinity` and `-Infinity`. Of pieces of telemetry it is what the record has there, not a copy.
 *
 * @throws {OttlError} of phase `configuration` for unusable options.
 */
export function toPlain(value: Value, options: PlainOptions = {}): Plain {
  requireOptions("options", options, {
    ints: { optional: ["number", "bigint", "text"] },
    bytes: { optional: ["base64", "hex"] },
  });
  requireKnown(options, ["ints", "bytes"]);
  const { ints = "number", bytes = "base64" } = options;
  return plain(value, ints, bytes);
}

function plain(
  value: Value,
  ints: NonNullable<PlainOptions["ints"]>,
  bytes: NonNullable<PlainOptions["bytes"]>,
): Plain {
  switch (typeof value) {
    case "bigint":
      return plainInt(value, ints);
    case "number":
      return Number.isFinite(value) ? value : String(value);
    case "string":
    case "boolean":
      return value;
    default:
  }
  if (value === null) return null;
  if (value instanceof Uint8Array) return bytes === "hex" ? toHex(value) : toBase64(value);
  if (value instanceof ListValue) return value.items.map((item) => plain(item, ints, bytes));
  if (value instanceof MapValue) return plainObject(value, (item) => plain(item, ints, bytes));
  if (value instanceof Timestamp) return printedTime(value);
  if (value instanceof Duration) return durationText(value.nanos);
  if (value instanceof Telemetry) return plainTelemetry(value, ints);
  return value.hex;
}

function plainInt(value: bigint, ints: PlainOptions["ints"]): Plain {
  if (ints === "bigint") return value;
  const number = Number(value);
  return ints === "number" && Number.isSafeInteger(number) ? number : String(value);
}

function plainTelemetry({ raw }: Telemetry, ints: PlainOptions["ints"]): Plain {
  if (typeof raw === "number" || typeof raw === "bigint") return plainInt(BigInt(raw), ints);
  return typeof raw === "string" || (typeof raw === "object" && raw !== null) ? raw : null;
}
