import { toHex } from "../../core/bytes.ts";
import { doubleLiteral } from "../../core/number-text.ts";
import { printedTime } from "../../core/time-text.ts";
import {
  Duration,
  ListValue,
  MapValue,
  SpanId,
  Telemetry,
  Timestamp,
  TraceId,
  type Value,
} from "../../core/values.ts";
import { quoted } from "../../testing/show-value.ts";

/** A value as the documents write it: as a literal where there is one, a double always with a point. */
export function showResult(value: Value): string {
  if (value === null) return "nil";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return doubleLiteral(value);
  if (typeof value !== "object") return String(value);
  if (value instanceof Uint8Array) return `0x${toHex(value)}`;
  if (value instanceof ListValue) return `[${value.items.map(showResult).join(", ")}]`;
  if (value instanceof MapValue) {
    return `{${[...value.entries()].map(([key, item]) => `${quoted(key)}: ${showResult(item)}`).join(", ")}}`;
  }
  if (value instanceof Timestamp) return printedTime(value);
  if (value instanceof Duration) return showDuration(value.nanos);
  if (value instanceof TraceId || value instanceof SpanId) return value.hex;
  if (value instanceof Telemetry) return value.goType;
  return value;
}

function showDuration(nanos: bigint): string {
  if (nanos === 0n) return "0s";
  const [unit, size] = units.find(([, size]) => nanos % size === 0n) ?? ["ns", 1n];
  return `${nanos / size}${unit}`;
}

const units: readonly (readonly [unit: string, nanos: bigint])[] = [
  ["h", 3_600_000_000_000n],
  ["m", 60_000_000_000n],
  ["s", 1_000_000_000n],
  ["ms", 1_000_000n],
  ["µs", 1_000n],
];
