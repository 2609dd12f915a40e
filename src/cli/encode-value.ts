import { toHex } from "../core/bytes.ts";
import { printedDoubleText } from "../core/number-text.ts";
import { printedTime } from "../core/time-text.ts";
import { encodeUtf8, hasByteEscape } from "../core/utf8.ts";
import {
  Duration,
  GoMap,
  type ListOrigin,
  ListValue,
  MapValue,
  SpanId,
  type Telemetry,
  Timestamp,
  TraceId,
  type Value,
} from "../core/values.ts";

/** A value in the protocol of the reference: one property tells the type, `go` a Go type that is none of OTTL's own. */
export type EncodedValue = (
  | { readonly nil: true }
  | { readonly bool: boolean }
  | { readonly int: string }
  | { readonly double: string }
  | { readonly string: string }
  | { readonly stringHex: string }
  | { readonly bytes: string }
  | { readonly list: readonly EncodedValue[] }
  | { readonly map: readonly (readonly [string, EncodedValue])[] }
  | { readonly time: string }
  | { readonly duration: string }
  | { readonly traceID: string }
  | { readonly spanID: string }
  | { readonly len?: number }
) & { readonly go?: string };

/** The Go type of a list, where it is not one that any value may hold. */
const goTypes: Readonly<Record<ListOrigin, string | undefined>> = {
  slice: undefined,
  literal: undefined,
  string: "[]string",
  int64: "[]int64",
  uint64: "[]uint64",
  float64: "[]float64",
  bool: "[]bool",
  bytes: "[][]uint8",
};

/** Encodes a value for the protocol. */
export function encodeValue(value: Value): EncodedValue {
  switch (typeof value) {
    case "boolean":
      return { bool: value };
    case "bigint":
      return { int: String(value) };
    case "number":
      return { double: printedDoubleText(value) };
    case "string":
      return hasByteEscape(value) ? { stringHex: toHex(encodeUtf8(value)) } : { string: value };
    default:
  }
  if (value === null) return { nil: true };
  if (value instanceof Uint8Array) return { bytes: toHex(value) };
  if (value instanceof ListValue) return encodeList(value);
  if (value instanceof GoMap) return encodeValue(value.data);
  if (value instanceof MapValue) return { map: entriesOf(value) };
  if (value instanceof Timestamp) return { time: printedTime(value) };
  if (value instanceof Duration) return { duration: String(value.nanos) };
  if (value instanceof TraceId) return { traceID: value.hex };
  if (value instanceof SpanId) return { spanID: value.hex };
  return encodeTelemetry(value);
}

function entriesOf(map: MapValue): (readonly [string, EncodedValue])[] {
  return Array.from(map.entries(), encodeEntry);
}

/** JSON has no place for the bytes of a key that are not UTF-8. */
function encodeEntry([key, value]: readonly [string, Value]): readonly [string, EncodedValue] {
  return [key.replace(/[\udc80-\udcff]/gu, "\ufffd"), encodeValue(value)];
}

function encodeList({ items, origin }: ListValue): EncodedValue {
  const go = goTypes[origin];
  const list = items.map((item) => {
    // Maps of Go stay what they are in lists of Go.
    const encoded =
      origin === "literal" && item instanceof GoMap ? { map: entriesOf(item) } : encodeValue(item);
    return origin === "uint64" ? { ...encoded, go: "uint64" } : encoded;
  });
  return go === undefined ? { list } : { list, go };
}

function encodeTelemetry({ goType, length, raw }: Telemetry): EncodedValue {
  if (typeof raw === "number" || typeof raw === "bigint") return { int: String(raw), go: goType };
  return length === undefined ? { go: goType } : { go: goType, len: length };
}
