import type { MapValue, Value } from "../../core/values.ts";
import { decodeAnyValue, decodeKeyValues, decodePlain, decodePlainMap, keyOf } from "./any-value.ts";
import { wrongShape } from "./wrong-shape.ts";

/** The map that attributes are, written as `KeyValue[]` or as a plain object. */
export function attributesOf(raw: unknown, path: string): MapValue {
  if (Array.isArray(raw)) return decodeKeyValues(raw, path);
  if (raw === undefined || raw === null) return decodeKeyValues([], path);
  if (typeof raw === "object") return decodePlainMap(raw, path);
  throw wrongShape(path, "an array of key-value pairs or an object", raw);
}

/** The value of one attribute, without making the map; `undefined` where the key is absent. */
export function attributeOf(raw: unknown, key: string, path: string): Value | undefined {
  if (Array.isArray(raw)) {
    const pair = pairOf(raw, key, path);
    return pair === undefined ? undefined : decodeAnyValue(pair === null ? null : pair.value, path);
  }
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw !== "object") throw wrongShape(path, "an array of key-value pairs or an object", raw);
  return Object.hasOwn(raw, key)
    ? decodePlain((raw as Readonly<Record<string, unknown>>)[key], path)
    : undefined;
}

type Pair = { readonly key?: unknown; value?: unknown };

/** The first pair with a key; pairs may be null, which is the empty key without a value. */
export function pairOf(pairs: readonly unknown[], key: string, path: string): Pair | null | undefined {
  for (let i = 0; i < pairs.length; i++) {
    const pair = pairs[i] as Pair | null | undefined;
    const found = pair?.key;
    if (typeof found === "string" ? found === key : keyOf(pair, path, i) === key) return pair ?? null;
  }
  return undefined;
}
