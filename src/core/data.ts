import { Failure } from "./failure.ts";
import { GoMap, intOfGo, ListValue, MapValue, typeNameOf, type Value } from "./values.ts";

/**
 * A value as telemetry data stores it (`pcommon.Value.FromRaw`): lists of literals and maps of Go become those of
 * data. Throws `value_not_storable` for maps and lists of data, typed lists, times, durations and ids.
 */
export function storable(value: Value): Value {
  if (value instanceof ListValue && value.origin === "literal")
    return new ListValue(value.items.map(storable), "slice");
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  if (value instanceof GoMap) return value.data;
  const number = intOfGo(value);
  if (number !== value) return number;
  throw new Failure("value_not_storable", { type: typeNameOf(value) });
}

/** A list as a list of telemetry data, as the reference's `PSliceGetter` makes it. */
export function listOfData(list: ListValue): ListValue {
  switch (list.origin) {
    case "slice":
      return list;
    case "literal":
      return new ListValue(list.items.map(storable), "slice");
    default:
      return new ListValue(list.items, "slice");
  }
}

/** A value as a map literal stores it: also maps, and maps directly in a list. */
export function mapLiteralValue(value: Value): Value {
  if (value instanceof GoMap) return value.data;
  if (value instanceof MapValue) return value;
  if (value instanceof ListValue && value.origin === "literal") {
    return new ListValue(
      value.items.map((item) => (item instanceof MapValue ? mapLiteralValue(item) : storable(item))),
      "slice",
    );
  }
  return storable(value);
}

/** A value as the reference copies it into data (`ottlcommon.CopyValueTo`): also maps, lists of data and typed lists. */
export function copied(value: Value): Value {
  if (value instanceof MapValue) return value instanceof GoMap ? value.data : value;
  if (!(value instanceof ListValue) || !isNormal(value)) return storable(value);
  return value.origin === "slice" ? value : new ListValue(value.items, "slice");
}

/** A value as lambdas get it (`ottlcommon.NormalizeValue`): typed lists become lists of any values, a byte an int. */
export function normalised(value: Value): Value {
  if (value instanceof ListValue && value.origin !== "slice" && isNormal(value)) {
    return new ListValue(value.items, "literal");
  }
  return intOfGo(value);
}

function isNormal({ origin }: ListValue): boolean {
  return origin !== "literal" && origin !== "uint64" && origin !== "bytes";
}

/** Data as it is once read and written again (`AsRaw`, then `FromRaw`): of a key that comes twice the last value stays. */
export function rewritten(value: Value): Value {
  if (value instanceof ListValue) return new ListValue(value.items.map(rewritten), "slice");
  if (!(value instanceof MapValue)) return value;
  const entries = new Map<string, Value>();
  for (const [key, item] of value.entries()) entries.set(key, rewritten(item));
  return MapValue.of(entries);
}
