import { toHex } from "../core/bytes.ts";
import { wallClock } from "../core/calendar.ts";
import { doubleLiteral } from "../core/number-text.ts";
import { printedTime } from "../core/time-text.ts";
import {
  Duration,
  ListValue,
  MapValue,
  SpanId,
  Telemetry,
  Timestamp,
  TraceId,
  type Value,
} from "../core/values.ts";

/** A value as a reader of a report wants it: on one line, as OTTL writes it where it can, and not too long. */
export function showValue(value: Value, width = 60): string {
  return typeof value === "string" ? showText(value, width) : clip(show(value, 0), width);
}

/** A text in quotes; of a long one the part around an offset. */
export function showText(text: string, width = 60, around = 0): string {
  if (text.length <= width) return quoted(text);
  const start = Math.max(0, Math.min(around - Math.floor(width / 3), text.length - width));
  const end = start + width;
  return `${start > 0 ? "…" : ""}${quoted(text.slice(start, end))}${end < text.length ? "…" : ""}`;
}

/** A text in quotes, whatever its length, without the characters that JSON leaves and a terminal would obey. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\x9f]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`);
}

/** Cuts off what is too long. */
export function clip(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

const deepest = 4;
const mostItems = 20;

function show(value: Value, depth: number): string {
  switch (typeof value) {
    case "string":
      return showText(value);
    case "number":
      return doubleLiteral(value);
    case "bigint":
    case "boolean":
      return String(value);
    default:
  }
  if (value === null) return "nil";
  if (value instanceof Uint8Array) return `0x${toHex(value.subarray(0, 40))}`;
  if (value instanceof Timestamp) return showTime(value);
  if (value instanceof Duration) return `${Number(value.nanos) / 1e9}s`;
  if (value instanceof TraceId || value instanceof SpanId) return value.hex;
  if (value instanceof Telemetry) return showTelemetry(value);
  if (depth === deepest) return "…";
  const more = (count: number) => (count > mostItems ? [`… ${count - mostItems} more`] : []);
  if (value instanceof ListValue) {
    const items = value.items.slice(0, mostItems).map((item) => show(item, depth + 1));
    return `[${[...items, ...more(value.items.length)].join(", ")}]`;
  }
  if (value instanceof MapValue) {
    const keys = value.keys.slice(0, mostItems);
    const entries = keys.map(
      (key, i) => `${JSON.stringify(key)}: ${show(value.values[i] ?? null, depth + 1)}`,
    );
    return `{${[...entries, ...more(value.size)].join(", ")}}`;
  }
  return value;
}

/** Years that RFC 3339 cannot write are told in nanoseconds. */
function showTime(time: Timestamp): string {
  const { year } = wallClock(time);
  return year >= 0 && year <= 9999 ? printedTime(time) : `${time.nanos}ns since 1970`;
}

function showTelemetry({ goType, length, raw }: Telemetry): string {
  if (typeof raw === "number") return String(raw);
  return length === undefined ? goType : `${length} ${length === 1 ? "item" : "items"}`;
}
