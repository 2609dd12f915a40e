import * as t from "../../core/types.ts";
import { Duration, ListValue, MapValue, SpanId, Timestamp, TraceId, type Value } from "../../core/values.ts";
import { utc } from "../../core/zone.ts";
import { defineFunction, param } from "../define-function.ts";

export const isEmpty = defineFunction({
  kind: "converter",
  name: "IsEmpty",
  category: "type",
  summary: "Whether a value is nil or the zero value of its type: an empty string, list or map, 0, false.",
  params: [param("target", t.any, "The value.")],
  returns: t.bool,
  since: "0.157.0",
  examples: [
    { source: 'IsEmpty("")', result: true },
    { source: "IsEmpty({})", result: true },
    { source: "IsEmpty(0)", result: true },
    { source: 'IsEmpty(attributes["absent"])', result: true },
    { source: "IsEmpty([nil])", result: false },
  ],
  evaluate: isZero,
});

/** The zero time of Go is the begin of the year 1. */
const zeroTime = -62_135_596_800_000_000_000n;

function isZero(value: Value): boolean {
  if (typeof value !== "object") return value === "" || value === 0 || value === 0n || value === false;
  if (value === null) return true;
  if (value instanceof Uint8Array) return value.length === 0;
  if (value instanceof ListValue) return value.items.length === 0;
  if (value instanceof MapValue) return value.size === 0;
  if (value instanceof Timestamp) return value.nanos === zeroTime && value.zone === utc;
  if (value instanceof Duration) return value.nanos === 0n;
  if (value instanceof TraceId || value instanceof SpanId) return /^0*$/.test(value.hex);
  return value.raw === 0 || value.raw === 0n; // a number of Go; a piece of telemetry is never empty
}
