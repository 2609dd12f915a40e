import { compareText } from "../../../core/text-order.ts";
import { ListValue, MapValue, type Value } from "../../../core/values.ts";

/**
 * Whether two values are the same to `match_type: strict`, as the reference's `attributematcher.go`: of one type, lists and
 * maps by a hash of what they hold, in which NaN is NaN and zeros have signs, and maps have no order.
 */
export function isSameValue(a: Value, b: Value): boolean {
  if (typeof a === "number") return a === b;
  return isSameInside(a, b);
}

function isSameInside(a: Value, b: Value): boolean {
  if (a instanceof ListValue) return b instanceof ListValue && areSame([...a.items], [...b.items]);
  if (a instanceof MapValue) return b instanceof MapValue && areSame(entriesOf(a), entriesOf(b));
  return Object.is(a, b);
}

function areSame(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((value, i) => isSameInside(value, b[i] ?? null));
}

/** Keys and values in the order of the keys. */
function entriesOf(map: MapValue): readonly Value[] {
  return [...map.entries()].toSorted(([a], [b]) => compareText(a, b)).flat();
}
