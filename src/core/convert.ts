import { Failure, TypeMismatch } from "./failure.ts";
import { parseBool, parseDouble, parseInt64, truncateToInt64 } from "./number-text.ts";
import { encodeUtf8 } from "./utf8.ts";
import { intOfGo, Telemetry, typeNameOf, type Value } from "./values.ts";

/** The int64 of a value as the reference's `IntLikeGetter` makes it, `null` of nil. */
export function convertToInt(value: Value): bigint | null {
  switch (typeof value) {
    case "bigint":
      return value;
    case "string":
      return parsed("int", value, parseInt64(value));
    case "number":
      return truncateToInt64(value);
    case "boolean":
      return value ? 1n : 0n;
    default:
      return nilOrMismatch("int-like", value);
  }
}

/** The float64 of a value as the reference's `FloatLikeGetter` makes it, `null` of nil. */
export function convertToDouble(value: Value): number | null {
  switch (typeof value) {
    case "number":
      return value;
    case "bigint":
      return Number(value);
    case "string":
      return parsed("double", value, parseDouble(value));
    case "boolean":
      return value ? 1 : 0;
    default:
      return nilOrMismatch("double-like", value);
  }
}

/** The bool of a value as the reference's `BoolLikeGetter` makes it, `null` of nil; NaN is true. */
export function convertToBool(value: Value): boolean | null {
  switch (typeof value) {
    case "boolean":
      return value;
    case "bigint":
      return value !== 0n;
    case "number":
      return value !== 0;
    case "string":
      return parsed("bool", value, parseBool(value) ?? "syntax");
    default:
      if (value instanceof Telemetry && value.goType === "int") return intOfGo(value) !== 0n;
      return nilOrMismatch("bool-like", value);
  }
}

/** The bytes of a value as the reference's `ByteSliceLikeGetter` makes them, `null` of nil; numbers are big-endian. */
export function convertToBytes(value: Value): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  switch (typeof value) {
    case "string":
      return encodeUtf8(value);
    case "boolean":
      return Uint8Array.of(value ? 1 : 0);
    case "bigint":
    case "number":
      return eightBytes(value);
    default:
      return nilOrMismatch("bytes-like", value);
  }
}

function eightBytes(value: bigint | number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  if (typeof value === "bigint") view.setBigInt64(0, value);
  else if (Number.isNaN(value))
    view.setBigUint64(0, 0x7ff8000000000001n); // Go's NaN
  else view.setFloat64(0, value);
  return new Uint8Array(view.buffer);
}

function parsed<T>(type: "int" | "double" | "bool", text: string, result: T | "syntax" | "range"): T {
  if (result === "syntax") throw new Failure("unreadable_text", { type, text });
  if (result === "range") throw new Failure("number_out_of_range", { type, text });
  return result as T; // the two words are no result
}

function nilOrMismatch(expected: string, value: Value): null {
  if (value === null) return null;
  throw new TypeMismatch(expected, typeNameOf(value));
}
