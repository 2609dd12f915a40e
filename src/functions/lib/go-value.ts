import { bytesOfHex } from "../../core/bytes.ts";
import { compareText } from "../../core/text-order.ts";
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
} from "../../core/values.ts";
import { durationText, timeFields, timeLiteral, timeString } from "./go-time-text.ts";

/** A value as Go's `fmt` sees it by reflection: a kind with its content, and the name of the type. */
export type GoValue = { readonly type: string } & (
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "int" | "uint"; readonly value: bigint; readonly methods?: Methods }
  | { readonly kind: "float"; readonly value: number }
  | { readonly kind: "string"; readonly value: string }
  /** A nil pointer. */
  | { readonly kind: "pointer" }
  /** `[]byte`, or an array of bytes with methods. */
  | { readonly kind: "bytes"; readonly value: Uint8Array; readonly methods?: Methods }
  | { readonly kind: "list"; readonly items: readonly (GoValue | null)[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [GoValue, GoValue | null])[] }
  | {
      readonly kind: "struct";
      readonly fields: readonly (readonly [name: string, GoValue])[];
      readonly methods?: Methods;
    }
);

/** What a type says about itself. */
interface Methods {
  /** Go's `String` method. */
  readonly text: () => string;
  /** Go's `GoString` method: the value as an expression of Go. */
  readonly literal?: () => string;
}

const itemTypes: Readonly<Record<Exclude<ListOrigin, "slice" | "literal">, string>> = {
  string: "string",
  int64: "int64",
  uint64: "uint64",
  float64: "float64",
  bool: "bool",
  bytes: "[]uint8",
};

/**
 * A value as Go sees it, `null` of nil. Maps and lists of telemetry data, in which Go sees nothing but addresses, are
 * shown as the plain map or list that they stand for.
 */
export function goValue(value: Value): GoValue | null {
  switch (typeof value) {
    case "boolean":
      return { kind: "bool", type: "bool", value };
    case "bigint":
      return { kind: "int", type: "int64", value };
    case "number":
      return { kind: "float", type: "float64", value };
    case "string":
      return { kind: "string", type: "string", value };
    default:
  }
  if (value === null) return null;
  if (value instanceof Uint8Array) return { kind: "bytes", type: "[]uint8", value };
  if (value instanceof ListValue) return goList(value);
  if (value instanceof MapValue) return goMap(value);
  if (value instanceof Timestamp) return goTime(value);
  if (value instanceof Duration) {
    const { nanos } = value;
    return { kind: "int", type: "time.Duration", value: nanos, methods: { text: () => durationText(nanos) } };
  }
  if (value instanceof TraceId) return goId("pcommon.TraceID", value.hex);
  if (value instanceof SpanId) return goId("pcommon.SpanID", value.hex);
  return goTelemetry(value);
}

function goList({ items, origin }: ListValue): GoValue {
  const type =
    origin === "slice" ? "pcommon.Slice" : origin === "literal" ? "[]interface {}" : `[]${itemTypes[origin]}`;
  const own = origin === "uint64" ? goUnsigned : goValue;
  return { kind: "list", type, items: items.map(own) };
}

function goUnsigned(value: Value): GoValue | null {
  return typeof value === "bigint" ? { kind: "uint", type: "uint64", value } : goValue(value);
}

/** By key, as Go prints maps. */
function goMap(map: MapValue): GoValue {
  const entries = [...new Map(map.entries())].sort(([a], [b]) => compareText(a, b));
  return {
    kind: "map",
    type: map instanceof GoMap ? "map[string]interface {}" : "pcommon.Map",
    entries: entries.map(([key, value]) => [{ kind: "string", type: "string", value: key }, goValue(value)]),
  };
}

function goTime(time: Timestamp): GoValue {
  const { wall, extension } = timeFields(time);
  return {
    kind: "struct",
    type: "time.Time",
    fields: [
      ["wall", { kind: "uint", type: "uint64", value: wall }],
      ["ext", { kind: "int", type: "int64", value: extension }],
      ["loc", { kind: "pointer", type: "*time.Location" }],
    ],
    methods: { text: () => timeString(time), literal: () => timeLiteral(time) },
  };
}

function goId(type: string, hex: string): GoValue {
  return {
    kind: "bytes",
    type,
    value: bytesOfHex(hex),
    methods: { text: () => (/[^0]/.test(hex) ? hex : "") },
  };
}

function goTelemetry({ goType, raw }: Telemetry): GoValue {
  if (typeof raw === "number") return { kind: "uint", type: goType, value: BigInt(raw) };
  if (typeof raw === "bigint") return { kind: "int", type: goType, value: raw };
  return { kind: "struct", type: goType, fields: [] };
}
