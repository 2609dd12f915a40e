import { metricKinds, type Variant } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { Failure } from "../../core/failure.ts";
import { ListValue, type Value } from "../../core/values.ts";
import type { Write } from "./access.ts";
import { expectValue, refuseValue, toWire } from "./expect.ts";
import { dataOf, kindName, kindSet, metricKindOf, objectOf, pointKindOf } from "./kinds.ts";
import { assign, ownerToWrite } from "./owner.ts";

/** Writes a property of some kinds of metric: on others a metric's stays as it is and a data point's is an error. */
export function writeVariant(variant: Variant, path: ResolvedPath): Write {
  const { property, within, wire, list, oneOf } = variant;
  const { owner, text } = path;
  const kinds = kindSet(variant.of);
  const encode = (value: Value) =>
    list ? listToWire(variant, value, text) : toWire(wire, expectValue(wire, value, text));
  if (variant.in === "data") {
    return (record, value) => {
      const written = encode(value);
      const kind = metricKindOf(record);
      if (!((kinds >> kind) & 1)) return;
      const data = metricKinds[kind - 1] as string; // a kind of the set is not 0
      assign(ownerToWrite(record, owner), data, { ...dataOf(record, kind), [property]: written });
    };
  }
  return (record, value) => {
    const kind = pointKindOf(record);
    if (!((kinds >> kind) & 1)) throw new Failure("path_not_of_kind", { path: text, kind: kindName(kind) });
    const written = encode(value);
    const point = ownerToWrite(record, owner);
    if (within === undefined) {
      assign(point, property, written);
      for (const other of oneOf ?? []) if (other !== property) Reflect.deleteProperty(point, other);
    } else {
      assign(point, within, { ...objectOf(point[within], `${owner}.${within}`), [property]: written });
    }
  };
}

/** Counts come from lists of ints, bounds from lists of doubles; nil empties them. */
function listToWire(variant: Variant, value: Value, path: string): unknown[] {
  if (value === null) return [];
  const { wire } = variant;
  const item = wire === "double" ? "number" : "bigint";
  const expected = wire === "double" ? "a list of doubles" : "a list of ints";
  const typed = wire === "double" ? ["float64"] : ["int64", "uint64"];
  if (!(value instanceof ListValue)) throw refuseValue(path, expected, value);
  const { origin, items } = value;
  if (origin === "slice" || origin === "literal" || typed.includes(origin)) {
    const wrong = items.find((one) => typeof one !== item);
    if (wrong === undefined) return items.map((one) => toWire(wire, one as bigint | number));
    throw refuseValue(path, expected, wrong);
  }
  throw refuseValue(path, expected, items[0] ?? value);
}
