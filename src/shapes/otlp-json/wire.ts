/** Values as OTLP JSON writes them: what the reference's decoder takes is taken, and `undefined` says that it is none. */
import {
  asInt64,
  asUint64,
  int64OfDecimal,
  uint64OfDecimal,
  wrappedUint64OfDecimal,
} from "../../core/int64.ts";
import { parseDouble } from "../../core/number-text.ts";
import { SpanId, TraceId, type Value } from "../../core/values.ts";

import { bytesOfBase64 } from "./base64.ts";

/** An int64 written as a decimal string, a number or a bigint. */
export function int64OfWire(raw: unknown): bigint | undefined {
  if (typeof raw === "string") return int64OfDecimal(raw);
  if (typeof raw === "number") return wholeWithin(raw, -(2 ** 63), 2 ** 63);
  return typeof raw === "bigint" ? asInt64(raw) : undefined;
}

/** A uint64 written as a decimal string, a number or a bigint. */
export function unsignedOfWire(raw: unknown): bigint | undefined {
  if (typeof raw === "string") return uint64OfDecimal(raw);
  if (typeof raw === "number") return wholeWithin(raw, 0, 2 ** 64);
  return typeof raw === "bigint" ? asUint64(raw) : undefined;
}

/** The same as the int64 that it is to the language: the upper half wraps to negative numbers. */
export function uint64OfWire(raw: unknown): bigint | undefined {
  if (typeof raw === "string") return wrappedUint64OfDecimal(raw);
  const value = unsignedOfWire(raw);
  return value === undefined ? undefined : BigInt.asIntN(64, value);
}

/** An int32 written as a number or a decimal string. */
export function int32OfWire(raw: unknown): bigint | undefined {
  if (typeof raw === "number") return wholeWithin(raw, -(2 ** 31), 2 ** 31);
  const value = int64OfWire(raw);
  return value !== undefined && value === BigInt.asIntN(32, value) ? value : undefined;
}

/** A uint32 written as a number or a decimal string. */
export function uint32OfWire(raw: unknown): bigint | undefined {
  if (typeof raw === "number") return wholeWithin(raw, 0, 2 ** 32);
  const value = unsignedOfWire(raw);
  return value !== undefined && value === BigInt.asUintN(32, value) ? value : undefined;
}

function wholeWithin(raw: number, from: number, below: number): bigint | undefined {
  return raw >= from && raw < below && Number.isInteger(raw) ? BigInt(raw) : undefined;
}

/** A double written as a number or as a text such as `"NaN"` or `"-Infinity"`. */
export function doubleOfWire(raw: unknown): number | undefined {
  if (typeof raw === "number") return raw;
  if (typeof raw === "bigint") return Number(raw);
  if (typeof raw !== "string") return undefined;
  const value = parseDouble(raw);
  return typeof value === "number" ? value : undefined;
}

/** An enum written as a number or as one of its names. */
export function enumOfWire(raw: unknown, names: Readonly<Record<string, number>>): bigint | undefined {
  if (typeof raw === "string") return Object.hasOwn(names, raw) ? BigInt(names[raw] as number) : undefined;
  return int32OfWire(raw);
}

/** An id of so many hexadecimal digits in lower case; the empty text is all zeros. */
function digitsOfWire(raw: unknown, digits: number): string | undefined {
  if (typeof raw !== "string") return undefined;
  if (raw === "") return "0".repeat(digits);
  if (raw.length !== digits || !/^[0-9a-fA-F]+$/.test(raw)) return undefined;
  return raw.toLowerCase();
}

/** A trace id written as 32 hexadecimal digits. */
export function traceIdOfWire(raw: unknown): TraceId | undefined {
  const digits = digitsOfWire(raw, 32);
  return digits === undefined ? undefined : new TraceId(digits);
}

/** A span id written as 16 hexadecimal digits. */
export function spanIdOfWire(raw: unknown): SpanId | undefined {
  const digits = digitsOfWire(raw, 16);
  return digits === undefined ? undefined : new SpanId(digits);
}

/** A double as OTLP JSON writes it. */
export function doubleToWire(value: number): number | string {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}

/** How a kind of property is decoded, its zero value, and what a message calls it. */
export interface WireType {
  readonly decode: (raw: unknown, names: Readonly<Record<string, number>>) => Value | undefined;
  readonly zero: Value;
  readonly expected: string;
  /** Whether `null` is the zero value; elsewhere it is refused. */
  readonly nullable: boolean;
}

const int = { zero: 0n, nullable: false };

/** The kinds of property by the names that contexts give them. */
export const wireTypes = {
  string: {
    decode: (raw) => (typeof raw === "string" ? raw : undefined),
    zero: "",
    expected: "a string",
    nullable: true,
  },
  bool: {
    decode: (raw) => (typeof raw === "boolean" ? raw : undefined),
    zero: false,
    expected: "true or false",
    nullable: false,
  },
  int32: { ...int, decode: int32OfWire, expected: "a 32-bit integer" },
  uint32: { ...int, decode: uint32OfWire, expected: "an unsigned 32-bit integer" },
  int64: { ...int, decode: int64OfWire, expected: "a 64-bit integer" },
  uint64: { ...int, decode: uint64OfWire, expected: "an unsigned 64-bit integer" },
  double: { decode: doubleOfWire, zero: 0, expected: "a number", nullable: false },
  enum: { ...int, decode: enumOfWire, expected: "an enum's name or number" },
  bytes: {
    decode: (raw) => (typeof raw === "string" ? bytesOfBase64(raw) : undefined),
    zero: new Uint8Array(),
    expected: "base64 text",
    nullable: false,
  },
  "trace id": {
    decode: traceIdOfWire,
    zero: new TraceId("0".repeat(32)),
    expected: "32 hexadecimal digits",
    nullable: false,
  },
  "span id": {
    decode: spanIdOfWire,
    zero: new SpanId("0".repeat(16)),
    expected: "16 hexadecimal digits",
    nullable: false,
  },
} as const satisfies Record<string, WireType>;
