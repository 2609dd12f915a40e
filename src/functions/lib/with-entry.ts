import type { MapValue, Value } from "../../core/values.ts";

/** A map with the value of a key: in place of the first that it has, or behind all others. */
export function withEntry(map: MapValue, key: string, value: Value): MapValue {
  const { keys } = map;
  const index = keys.indexOf(key);
  const changes: (Value | undefined)[] = new Array(keys.length);
  changes[index < 0 ? keys.length : index] = value;
  return map.withChanges(index < 0 ? [...keys, key] : keys, changes);
}
