import { Failure } from "./failure.ts";
import { ListValue, MapValue, Telemetry, typeNameOf, type Value } from "./values.ts";

/**
 * Applies one key to a value of the data, as `ctxutil.GetMapValue` does: `undefined` where a map lacks the key, which
 * makes the whole path nil. Throws `invalid_key`, `index_out_of_bounds` or `not_indexable`.
 */
export function indexData(value: Value, key: Value): Value | undefined {
  if (value instanceof MapValue) {
    if (typeof key !== "string")
      throw new Failure("invalid_key", { expected: "string", found: typeNameOf(key) });
    return value.get(key);
  }
  if (value instanceof ListValue && value.origin === "slice") {
    if (typeof key !== "bigint")
      throw new Failure("invalid_key", { expected: "int", found: typeNameOf(key) });
    return itemAt(value.items, key);
  }
  throw new Failure("not_indexable", { type: typeNameOf(value) });
}

/**
 * Applies one key to the result of a converter, as `getIndexedValue` in `expression.go` does: a missing key of a map
 * is an error (`key_not_found`), typed lists and bytes can be indexed too.
 */
export function indexResult(value: Value, key: Value): Value {
  if (typeof key === "string") {
    if (!(value instanceof MapValue)) throw new Failure("not_indexable", { type: typeNameOf(value) });
    const found = value.get(key);
    if (found === undefined) throw new Failure("key_not_found", { key });
    return found;
  }
  if (typeof key !== "bigint") {
    throw new Failure("invalid_key", { expected: "string or int", found: typeNameOf(key) });
  }
  if (value instanceof ListValue && value.origin !== "uint64" && value.origin !== "bytes") {
    return itemAt(value.items, key);
  }
  if (value instanceof Uint8Array) return new Telemetry("uint8", itemAt(value, key));
  throw new Failure("not_indexable", { type: typeNameOf(value) });
}

function itemAt<T>(items: ArrayLike<T>, index: bigint): T {
  if (index < 0n || index >= items.length) {
    throw new Failure("index_out_of_bounds", { index, length: items.length });
  }
  return items[Number(index)] as T; // within bounds
}
