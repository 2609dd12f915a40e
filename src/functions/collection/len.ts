import { Failure } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { byteLength } from "../../core/utf8.ts";
import { ListValue, MapValue, Telemetry, typeNameOf, type Value } from "../../core/values.ts";
import { defineFunction, param } from "../define-function.ts";

export const len = defineFunction({
  kind: "converter",
  name: "Len",
  category: "collection",
  summary: "The number of bytes of a string or of bytes, or of the items of a list, a map or data points.",
  params: [param("target", t.any, "What to measure.")],
  returns: t.int,
  since: "0.104.0",
  examples: [
    { source: 'Len("héllo")', result: 6n },
    { source: "Len([1, 2])", result: 2n },
    { source: "Len(1)", error: "no_length" },
  ],
  evaluate: (target) => BigInt(lengthOf(target)),
});

function lengthOf(value: Value): number {
  if (typeof value === "string") return byteLength(value);
  if (value instanceof ListValue) return value.items.length;
  if (value instanceof MapValue) return value.size;
  if (value instanceof Uint8Array) return value.length;
  if (value instanceof Telemetry && value.length !== undefined) return value.length;
  throw new Failure("no_length", { type: typeNameOf(value) });
}
