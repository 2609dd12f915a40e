import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { Duration, ListValue, MapValue, SpanId, Timestamp, TraceId, type Value } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";
import { resourceWith } from "../lib/example-values.ts";

export const clear = defineFunction({
  kind: "editor",
  name: "clear",
  category: "editor",
  summary: "Writes the zero value of what a path holds: an empty text, map or list, 0, false.",
  params: [param("target", t.place(t.any), "The path.")],
  returns: t.any,
  since: "0.160.0",
  examples: [
    { source: 'clear(attributes["user"])', result: "", data: resourceWith({ user: "ada" }) },
    { source: 'clear("user")', error: "argument_type" },
  ],
  evaluate(target) {
    target.set(zeroOf(target.get()));
    return null;
  },
});

/** The zero of Go's `time.Time`: the first of January of the year 1. */
const zeroTime = -62_135_596_800_000_000_000n;

function zeroOf(value: Value): Value {
  switch (typeof value) {
    case "string":
      return "";
    case "bigint":
      return 0n;
    case "number":
      return 0;
    case "boolean":
      return false;
    default:
  }
  if (value === null) return null;
  if (value instanceof Uint8Array) return new Uint8Array();
  if (value instanceof ListValue) return new ListValue([], value.origin);
  if (value instanceof MapValue) return new MapValue([], []);
  if (value instanceof Timestamp) return new Timestamp(zeroTime);
  if (value instanceof Duration) return new Duration(0n);
  if (value instanceof TraceId) return new TraceId("0".repeat(32));
  if (value instanceof SpanId) return new SpanId("0".repeat(16));
  if (value.length === undefined) return value; // the reference's zero of a status or of buckets changes nothing
  // The reference crashes where it is given the zero of a list of telemetry.
  throw new Failure("argument_value", {
    argument: "target",
    expected: "a path of a value",
    found: value.goType,
  });
}
