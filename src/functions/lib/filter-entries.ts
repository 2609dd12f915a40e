import { MapValue, type Value } from "../../core/values.ts";

/** The entries of a map whose key stays, in their order. */
export function filterEntries(map: MapValue, stays: (key: string) => boolean): MapValue {
  const keys: string[] = [];
  const values: Value[] = [];
  for (const [key, value] of map.entries()) {
    if (!stays(key)) continue;
    keys.push(key);
    values.push(value);
  }
  return new MapValue(keys, values);
}
