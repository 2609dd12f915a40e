import { plainObject } from "../core/plain-object.ts";
import { ListValue, MapValue, type Value } from "../core/values.ts";

/** A value as a test writes it: lists as arrays, maps as objects, everything else as the engine gives it. */
export type PlainResult =
  | Exclude<Value, ListValue | MapValue>
  | readonly PlainResult[]
  | { readonly [key: string]: PlainResult };

/** Lists as arrays and maps as objects, all the way down; of a key that is there twice the first counts. */
export function plainValue(value: unknown): unknown {
  if (value instanceof ListValue) return value.items.map(plainValue);
  if (value instanceof MapValue) return plainObject(value, plainValue);
  if (Array.isArray(value)) return value.map(plainValue);
  return value;
}
