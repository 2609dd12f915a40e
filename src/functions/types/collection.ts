import { TypeMismatch } from "../../core/failure.ts";
import * as t from "../../core/types.ts";
import { ListValue, MapValue, typeNameOf, type Value } from "../../core/values.ts";

/** A map or a list of data. */
export const collection: t.Type<MapValue | ListValue> = {
  label: "map or list",
  name: "any",
  getter: "Getter",
  narrow(value) {
    if (value instanceof MapValue) return t.map.narrow(value);
    if (value instanceof ListValue) return t.list.narrow(value);
    throw new TypeMismatch("map or list", typeNameOf(value));
  },
};

/** The keys and items of a map, or the indexes and items of a list. */
export function* itemsOf(source: MapValue | ListValue): Generator<readonly [key: Value, item: Value]> {
  if (source instanceof MapValue) yield* source.entries();
  else for (const [index, item] of source.items.entries()) yield [BigInt(index), item];
}
