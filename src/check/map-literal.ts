import type { Compatibility } from "../core/compatibility.ts";
import { mapLiteralValue, rewritten, storable } from "../core/data.ts";
import { Failure } from "../core/failure.ts";
import { MapValue, typeNameOf, type Value } from "../core/values.ts";

/** Makes a value one of telemetry data; throws a `Failure` where it cannot be one. */
export type Store = (value: Value) => Value;

/** How the map literals of a version store their values. */
export function storeOf({ has }: Compatibility): Store {
  if (has("maps_in_listed_values")) return mapLiteralValue;
  return (value) => (value instanceof MapValue ? rewritten(mapLiteralValue(value)) : storable(value));
}

/** Makes the map of a map literal. A key that comes again replaces the value at its first place. */
export function buildMap(entries: readonly (readonly [key: Value, value: Value])[], store: Store): MapValue {
  const map = new Map<string, Value>();
  for (const [key, value] of entries) {
    if (typeof key !== "string") throw new Failure("map_key_type", { found: typeNameOf(key) });
    map.set(key, store(value));
  }
  return MapValue.of(map);
}
