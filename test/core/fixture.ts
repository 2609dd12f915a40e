import { readFileSync } from "node:fs";
import { bytesOfHex } from "../../src/core/bytes.ts";
import { decodeUtf8, encodeUtf8, hasByteEscape } from "../../src/core/utf8.ts";
import {
  Duration,
  type ListOrigin,
  ListValue,
  MapValue,
  SpanId,
  Telemetry,
  Timestamp,
  TraceId,
  type Value,
} from "../../src/core/values.ts";
import type { Encoded, Specimen } from "./specimens.ts";

/** Reads a file of `fixtures/core`. */
export function fixture<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../fixtures/core/${name}.json`, import.meta.url), "utf8")) as T;
}

/** The recorded specimens with their values. */
export function readSpecimens(): readonly { readonly expression: string; readonly value: Value }[] {
  const { specimens } = fixture<{ specimens: Specimen[] }>("specimens");
  return specimens.map(({ expression, value }) => ({ expression, value: decode(value) }));
}

const infinite: Readonly<Record<string, number>> = { NaN: Number.NaN, "+Inf": Infinity, "-Inf": -Infinity };

/** A value of its encoding. */
export function decode(encoded: Encoded): Value {
  const [[kind, content]] = Object.entries(encoded) as [[string, unknown]];
  switch (kind) {
    case "nil":
      return null;
    case "bool":
      return content as boolean;
    case "int":
      return BigInt(content as string);
    case "double":
      return infinite[content as string] ?? Number(content);
    case "string":
      return content as string;
    case "stringHex":
      return decodeUtf8(bytesOfHex(content as string));
    case "bytes":
      return bytesOfHex(content as string);
    case "list":
      return new ListValue(
        (content as Encoded[]).map(decode),
        (encoded.origin as ListOrigin | undefined) ?? "slice",
      );
    case "map":
      return MapValue.of((content as [string, Encoded][]).map(([key, value]) => [key, decode(value)]));
    case "time":
      return new Timestamp(nanosOf(content as string));
    case "duration":
      return new Duration(BigInt(content as string));
    case "traceID":
      return new TraceId(content as string);
    case "spanID":
      return new SpanId(content as string);
    case "go":
      return telemetry(content as string, encoded.len as number);
    default:
      throw new Error(`no value is encoded as ${kind}`);
  }
}

const pieces = new Map<string, Telemetry>();

/** The same piece each time: its identity decides equality. */
function telemetry(goType: string, length: number): Telemetry {
  const known = pieces.get(goType) ?? new Telemetry(goType, {}, length);
  pieces.set(goType, known);
  return known;
}

function nanosOf(text: string): bigint {
  const [seconds, fraction = ""] = text.replace("Z", "").split(".");
  return BigInt(Date.parse(`${seconds}Z`)) * 1_000_000n + BigInt(fraction.padEnd(9, "0"));
}

/** A result as the fixtures write it, numbers in one notation. */
export function encode(value: Value): unknown {
  if (value === null) return { nil: true };
  if (typeof value === "boolean") return { bool: value };
  if (typeof value === "bigint") return { int: String(value) };
  if (typeof value === "number") return { double: Object.is(value, -0) ? "-0" : String(value) };
  if (typeof value === "string") {
    return hasByteEscape(value)
      ? { stringHex: Buffer.from(encodeUtf8(value)).toString("hex") }
      : { string: value };
  }
  if (value instanceof Duration) return { duration: String(value.nanos) };
  if (value instanceof Timestamp) return { time: String(value.nanos) };
  throw new Error(`no result is a ${value.constructor.name}`);
}

/** The same notation for a recorded result. */
export function normalized(recorded: unknown): unknown {
  return typeof recorded === "object" ? encode(decode(recorded as Encoded)) : recorded;
}
