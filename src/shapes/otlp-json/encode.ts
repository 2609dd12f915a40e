import { toBase64 } from "../../core/bytes.ts";
import { Failure } from "../../core/failure.ts";
import { deepestValue } from "../../core/limits.ts";
import { GoMap, ListValue, MapValue, typeNameOf, type Value } from "../../core/values.ts";
import type { AnyValue, KeyValue } from "../records.ts";
import { StoredMap } from "./stored-map.ts";
import { doubleToWire } from "./wire.ts";

/**
 * A value as OTLP JSON writes it; empty lists and keys are left out, as in the reference. Throws `value_not_storable` for times, durations, ids, counts and telemetry, which
 * attributes cannot hold, and `value_nesting_too_deep`, where what it is in counts as well.
 */
export function encodeAnyValue(value: Value, depth = 0): AnyValue {
  return encode(value, depth);
}

/** A map as a list of key-value pairs; in place of a list that it was read from, with the pairs that are unchanged. */
export function encodeKeyValues(map: MapValue, old?: readonly unknown[]): KeyValue[] {
  return map instanceof StoredMap && map.list === old ? keptPairs(map) : pairs(map, 0);
}

function keptPairs(map: StoredMap): KeyValue[] {
  const { pairs } = map;
  if (!pairs.includes(undefined) && !pairs.includes(null)) return pairs as KeyValue[]; // all are as they were read
  const { keys } = map;
  return keys.map((key, i) => {
    const pair = pairs[i] as KeyValue | null | undefined;
    return pair === undefined ? pairOf(key, encode(map.valueAt(i), 1)) : (pair ?? {});
  });
}

function encode(value: Value, depth: number): AnyValue {
  if (depth > deepestValue) throw new Failure("value_nesting_too_deep", { limit: deepestValue });
  switch (typeof value) {
    case "string":
      return { stringValue: value };
    case "boolean":
      return { boolValue: value };
    case "bigint":
      return { intValue: BigInt.asIntN(64, value).toString() };
    case "number":
      return { doubleValue: doubleToWire(value) };
    default:
  }
  if (value === null) return {};
  if (value instanceof Uint8Array) return { bytesValue: toBase64(value) };
  if (value instanceof MapValue) return { kvlistValue: listed(pairs(value, depth)) };
  if (value instanceof ListValue && value.origin !== "uint64") {
    return { arrayValue: listed(value.items.map((item) => encode(item, depth + 1))) };
  }
  throw new Failure("value_not_storable", { type: typeNameOf(value) });
}

function listed<T>(values: T[]): { values?: T[] } {
  return values.length === 0 ? {} : { values };
}

function pairs(map: MapValue, depth: number): KeyValue[] {
  const { keys, values } = map instanceof GoMap ? map.data : map;
  return keys.map((key, i) => {
    return pairOf(key, encode(values[i] as Value, depth + 1));
  });
}

function pairOf(key: string, value: AnyValue): KeyValue {
  return key === "" ? { value } : { key, value };
}
