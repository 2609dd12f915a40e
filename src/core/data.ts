import { Failure } from "./failure.ts";
import { ListValue, MapValue, typeNameOf, type Value } from "./values.ts";

/**
 * A value as telemetry data stores it (`pcommon.Value.FromRaw`): lists of literals become lists of data. Throws
 * `value_not_storable` for maps and lists of data, typed lists, times, durations and ids.
 */
export function storable(value: Value): Value {
  if (value instanceof ListValue && value.origin === "literal")
    return new ListValue(value.items.map(storable), "slice");
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
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
  if (value instanceof MapValue) return value;
  if (value instanceof ListValue && value.origin === "literal") {
    return new ListValue(
      value.items.map((item) => (item instanceof MapValue ? item : storable(item))),
      "slice",
    );
  }
  return storable(value);
}
