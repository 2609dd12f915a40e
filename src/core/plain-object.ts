import type { MapValue, Value } from "./values.ts";

/** An object of a map's entries, `__proto__` an own property like the others; of a key that is there twice the first counts. */
export function plainObject<T>(map: MapValue, plain: (value: Value) => T): { [key: string]: T } {
  return Object.fromEntries([...map.entries()].reverse().map(([key, value]) => [key, plain(value)]));
}
