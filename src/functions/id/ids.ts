import { toHex } from "../../core/bytes.ts";
import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { SpanId, TraceId } from "../../core/values.ts";
import { defineFunction, type FunctionDefinition, param } from "../define-function.ts";
import { decodeHex } from "../lib/decode-hex.ts";

/** TraceID or SpanID: an id of a number of bytes. */
/* @__NO_SIDE_EFFECTS__ */
function idFunction(
  name: string,
  what: string,
  size: number,
  digits: string,
  make: (hex: string) => TraceId | SpanId,
): FunctionDefinition {
  const idOf = (bytes: Uint8Array | null) => make(hexOfId(bytes ?? new Uint8Array(), size));
  return defineFunction({
    kind: "converter",
    name,
    category: "id",
    summary: `The ${what} id of ${size} bytes, or of ${size * 2} hexadecimal digits.`,
    params: [param("target", t.bytesLike, "The bytes, or a string with the digits.")],
    returns: { ...t.any, label: `${what} id`, name: `${what} id` as "trace id" | "span id" },
    since: "0.104.0",
    examples: [
      { source: `${name}(0x${digits})`, result: make(digits) },
      { source: `${name}("${digits.toUpperCase()}")`, result: make(digits) },
      { source: `${name}("${digits}0")`, error: "call_refused" },
      { source: `${name}(attributes["absent"])`, error: "argument_value" },
    ],
    create(known) {
      if (known === undefined) return idOf;
      const id = idOf(known);
      return () => id;
    },
    formerly: [
      {
        without: "id_texts",
        params: [param("bytes", t.bytesLiteral, "The bytes.")],
        create(bytes: Uint8Array) {
          if (bytes.length !== size) throw wrongSize("bytes", `${size} bytes`, bytes);
          const id = idOf(bytes);
          return () => id;
        },
      },
    ],
  });
}

export const spanID = idFunction("SpanID", "span", 8, "0102030405060708", (hex) => new SpanId(hex));

export const traceID = idFunction(
  "TraceID",
  "trace",
  16,
  "0102030405060708090a0b0c0d0e0f10",
  (hex) => new TraceId(hex),
);

function hexOfId(bytes: Uint8Array, size: number): string {
  if (bytes.length === size) return toHex(bytes);
  const decoded = bytes.length === 2 * size ? decodeHex(bytes) : undefined;
  if (decoded !== undefined) return toHex(decoded);
  const expected = `${size} bytes or ${2 * size} hexadecimal digits`;
  if (bytes.length !== 2 * size) throw wrongSize("target", expected, bytes);
  throw new Failure("argument_value", { argument: "target", expected, found: "other characters" });
}

function wrongSize(argument: string, expected: string, bytes: Uint8Array): Failure {
  return new Failure("argument_value", { argument, expected, found: `${bytes.length} bytes` });
}
