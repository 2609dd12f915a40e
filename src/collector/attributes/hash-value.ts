import { sha256 } from "@noble/hashes/sha2.js";
import { toHex } from "../../core/bytes.ts";
import { encodeUtf8 } from "../../core/utf8.ts";
import type { Value } from "../../core/values.ts";

/**
 * The SHA-256 of a text, bool, int or double in hexadecimal, numbers as eight bytes from the lowest; the empty text for
 * any other value, as the reference's `attraction/hasher.go`.
 */
export function hashValue(value: Value): string {
  const bytes = bytesOf(value);
  return bytes === undefined ? "" : toHex(sha256(bytes));
}

/** Go's NaN, which is not that of JavaScript. */
const nan = 0x7ff8000000000001n;

function bytesOf(value: Value): Uint8Array | undefined {
  switch (typeof value) {
    case "string":
      return encodeUtf8(value);
    case "boolean":
      return Uint8Array.of(value ? 1 : 0);
    case "bigint":
      return eightBytes((view) => view.setBigInt64(0, value, true));
    case "number":
      if (Number.isNaN(value)) return eightBytes((view) => view.setBigUint64(0, nan, true));
      return eightBytes((view) => view.setFloat64(0, value, true));
    default:
      return undefined;
  }
}

function eightBytes(write: (view: DataView) => void): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  write(view);
  return new Uint8Array(view.buffer);
}
