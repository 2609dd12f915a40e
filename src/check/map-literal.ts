import { Failure } from "../core/failure.ts";
import { ListValue, MapValue, typeNameOf, type Value } from "../core/values.ts";

/**
 * Makes the map of a map literal. A key that comes again replaces the value at its first place. Values become data:
 * what data cannot hold (times, durations, ids, lists that come from data) is refused, as in the reference
 * (`expression.go`, map literals).
 */
export function buildMap(entries: readonly (readonly [key: Value, value: Value])[]): MapValue {
  const map = new Map<string, Value>();
  for (const [key, value] of entries) {
    if (typeof key !== "string") throw new Failure("map_key_type", { found: typeNameOf(key) });
    map.set(key, entryValue(value));
  }
  return MapValue.of(map);
}

function entryValue(value: Value): Value {
  if (value instanceof MapValue) return value;
  if (!(value instanceof ListValue)) return dataValue(value);
  if (value.origin !== "literal") throw refused(value);
  return new ListValue(
    value.items.map((item) => (item instanceof MapValue ? item : dataValue(item))),
    "slice",
  );
}

/** What can be put into data as it is: scalars, bytes and written lists of such. */
function dataValue(value: Value): Value {
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  if (value instanceof ListValue && value.origin === "literal")
    return new ListValue(value.items.map(dataValue), "slice");
  throw refused(value);
}

function refused(value: Value): Failure {
  return new Failure("map_value_type", { found: typeNameOf(value) });
}
