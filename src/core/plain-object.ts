import type { MapValue, Value } from "./values.ts";

/** An object of a map's entries in their order, `__proto__` an own property like the others; of a key that is there twice the first counts. */
export function plainObject<T>(map: MapValue, plain: (value: Value) => T): { [key: string]: T } {
  const entries = new Map<string, T>();
  for (const [key, value] of map.entries()) if (!entries.has(key)) entries.set(key, plain(value));
  return Object.fromEntries(entries);
}
