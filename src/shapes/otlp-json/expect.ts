import type { Wire } from "../../contexts/define-context.ts";
import { toBase64 } from "../../core/bytes.ts";
import { Failure } from "../../core/failure.ts";
import { SpanId, TraceId, type TypeName, typeNameOf, type Value } from "../../core/values.ts";
import { doubleToWire } from "./wire.ts";

/** The failure of writing a value of a type that a path does not take. */
export function refuseValue(path: string, expected: string, value: Value): Failure {
  return new Failure("value_not_writable", { path, expected, found: typeNameOf(value) });
}

const types: Readonly<Record<Wire, TypeName>> = {
  string: "string",
  bool: "bool",
  int32: "int",
  uint32: "int",
  int64: "int",
  uint64: "int",
  double: "double",
  enum: "int",
  bytes: "bytes",
  "trace id": "trace id",
  "span id": "span id",
};

/** The value where it is of the type that a kind of property takes; nil never is. */
export function expectValue(wire: Wire, value: Value, path: string): Scalar {
  if (typeNameOf(value) !== types[wire]) throw refuseValue(path, types[wire], value);
  return value as Scalar; // its type was just compared
}

/** A value of a plain property. */
export type Scalar = string | boolean | bigint | number | Uint8Array | TraceId | SpanId;

/** The number where a kind of property can hold it; throws `number_out_of_range` otherwise. */
export function withinRange(wire: Wire, value: Scalar): Scalar {
  const bits = { uint32: 32, uint64: 64 }[wire as string];
  if (bits === undefined || typeof value !== "bigint" || value === BigInt.asUintN(bits, value)) return value;
  throw new Failure("number_out_of_range", { type: `unsigned ${bits}-bit integer`, text: String(value) });
}

/** A value as OTLP JSON writes it in a kind of property; integers wrap around as Go's conversions do. */
export function toWire(wire: Wire, value: Scalar): string | boolean | number {
  if (typeof value === "number") return doubleToWire(value);
  if (value instanceof Uint8Array) return toBase64(value);
  if (value instanceof TraceId || value instanceof SpanId) return value.hex;
  if (typeof value !== "bigint") return value;
  switch (wire) {
    case "uint64":
      return BigInt.asUintN(64, value).toString();
    case "uint32":
      return Number(BigInt.asUintN(32, value));
    case "int32":
    case "enum":
      return Number(BigInt.asIntN(32, value));
    default:
      return BigInt.asIntN(64, value).toString();
  }
}
