import { mapLiteralValue } from "../core/data.ts";
import { Failure } from "../core/failure.ts";
import { MapValue, typeNameOf, type Value } from "../core/values.ts";

/** Makes the map of a map literal. A key that comes again replaces the value at its first place. */
export function buildMap(entries: readonly (readonly [key: Value, value: Value])[]): MapValue {
  const map = new Map<string, Value>();
  for (const [key, value] of entries) {
    if (typeof key !== "string") throw new Failure("map_key_type", { found: typeNameOf(key) });
    map.set(key, mapLiteralValue(value));
  }
  return MapValue.of(map);
}
