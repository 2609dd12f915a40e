import { ListValue, MapValue, type Value } from "../../core/values.ts";

/** How `flatten` names and limits what it lifts. */
export interface Flattening {
  readonly prefix: string;
  /** How many levels are lifted. */
  readonly depth: bigint;
  /** Whether a key that is there already gets a number behind it, instead of being overwritten. */
  readonly resolveConflicts: boolean;
}

/** A map with the entries of the maps and lists in it lifted to the top, their keys joined by dots. */
export function flattenMap(map: MapValue, { prefix, depth, resolveConflicts }: Flattening): MapValue {
  const result = new Map<string, Value>();
  const conflicts = new Map<string, number>();

  /** Lists are numbered, except that conflicts count the values of a list under the list's own key. */
  const put = (key: string, value: Value): void => {
    if (!resolveConflicts || !result.has(key)) {
      if (resolveConflicts) conflicts.set(key, 0);
      result.set(key, value);
      return;
    }
    const count = conflicts.get(key) ?? 0;
    conflicts.set(key, count + 1);
    result.set(`${key}.${count}`, value);
  };
  const flattenEntries = (from: MapValue, before: string, level: number): void => {
    const start = before === "" ? "" : `${before}.`;
    for (const [key, value] of from.entries()) flattenValue(start + key, value, level);
  };
  const flattenValue = (key: string, value: Value, level: number): void => {
    if (level < depth && value instanceof MapValue) flattenEntries(value, key, level + 1);
    else if (level < depth && value instanceof ListValue) flattenItems(value, key, level);
    else put(key, value);
  };
  const flattenItems = ({ items }: ListValue, key: string, level: number): void => {
    for (const [i, item] of items.entries()) {
      const own = `${key}.${i}`;
      if (level + 1 < depth && item instanceof MapValue) flattenEntries(item, own, level + 2);
      else if (level + 1 < depth && item instanceof ListValue) {
        // The index of an inner list follows without a dot.
        for (const [j, inner] of item.items.entries()) flattenValue(own + j, inner, level + 3);
      } else put(resolveConflicts ? key : own, item);
    }
  };

  flattenEntries(map, prefix, 0);
  return new MapValue([...result.keys()], [...result.values()]);
}
