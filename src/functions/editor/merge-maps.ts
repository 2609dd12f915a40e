import * as t from "../../core/types.ts";
import { ListValue, MapValue, type Value } from "../../core/values.ts";
import { zeroed } from "../../core/zeroed.ts";
import { defineFunction, param } from "../define-function.ts";
import { choiceOf } from "../lib/choice-of.ts";
import { map, resourceWith } from "../lib/example-values.ts";
import { withEntry } from "../lib/with-entry.ts";

export const mergeMaps = defineFunction({
  kind: "editor",
  name: "merge_maps",
  category: "editor",
  summary: "Merges a map into the map of a path.",
  params: [
    param("target", t.place(t.map), "The path of the map."),
    param("source", t.map, "The map whose entries are merged into it."),
    param(
      "strategy",
      t.stringLiteral,
      '"insert" adds keys that are missing, "update" overwrites those that are there, "upsert" does both.',
    ),
  ],
  returns: t.any,
  since: "0.104.0",
  examples: [
    {
      source: 'merge_maps(attributes, {"a": 2, "deployment": "blue"}, "upsert")',
      result: map({ a: 2n, deployment: "blue" }),
      data: resourceWith({ a: 1 }),
    },
    {
      source: 'merge_maps(attributes, {"a": 2, "deployment": "blue"}, "insert")',
      result: map({ a: 1n, deployment: "blue" }),
      data: resourceWith({ a: 1 }),
    },
    { source: 'merge_maps(attributes, {"deployment": "blue"}, "replace")', error: "call_refused" },
  ],
  create: (_, __, strategy) => merging(strategy),
  formerly: [
    {
      without: "copied_before_made",
      create: (_, __, strategy: string) => merging(strategy, { makesFirst: true }),
    },
    {
      without: "bytes_copied_onto_themselves",
      create: (_, __, strategy: string) => merging(strategy, { makesFirst: true, zeroes: true }),
    },
  ],
});

type Merging = (target: t.Place<MapValue>, source: MapValue) => null;

function merging(strategy = "", former: Former = {}): Merging {
  const chosen = choiceOf("strategy", ["insert", "update", "upsert"], strategy);
  const how = { ...former, inserts: chosen !== "update", updates: chosen !== "insert" };
  return (target, source) => {
    const around = target.around?.(source);
    if (around === undefined) target.set(merged(target.get(), source, how));
    else mergeSurrounding(target, around, how);
    return null;
  };
}

/** What old versions do. */
interface Former {
  /** Whether an empty map or list is made before one is copied there. */
  readonly makesFirst?: boolean;
  /** Whether zeros are left of the bytes in what is copied onto itself. */
  readonly zeroes?: boolean;
}

interface Strategy extends Former {
  readonly inserts: boolean;
  readonly updates: boolean;
}

function merged(target: MapValue, source: MapValue, { inserts, updates }: Strategy): MapValue {
  const all = new KeyTable(target.keys);
  const changes: (Value | undefined)[] = new Array(target.size);
  const { keys, values } = source;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    const index = all.indexOf(key);
    if (index < 0 && inserts) changes[all.add(key)] = values[i];
    if (index >= 0 && updates) changes[index] = values[i];
  }
  return target.withChanges(all.keys, changes);
}

/** Keys and where they first are: among few they are looked for one by one, among many in a table. */
class KeyTable {
  readonly keys: string[];
  #indexes: Map<string, number> | undefined;

  constructor(keys: readonly string[]) {
    this.keys = keys.slice();
  }

  indexOf(key: string): number {
    if (this.keys.length <= 32) return this.keys.indexOf(key);
    this.#indexes ??= new Map(this.keys.map((one, i) => [one, i] as const).toReversed());
    return this.#indexes.get(key) ?? -1;
  }

  /** Adds a key that is not there yet, and answers its index. */
  add(key: string): number {
    this.#indexes?.set(key, this.keys.length);
    return this.keys.push(key) - 1;
  }
}

/**
 * Merges a map into a map inside of it, or into itself. The reference empties each entry before it copies there, so
 * that it copies what it has just changed, and a map that is merged into itself loses its values.
 */
function mergeSurrounding(
  target: t.Place<MapValue>,
  around: () => Value,
  { inserts, updates, makesFirst, zeroes }: Strategy,
): void {
  const source = () => t.map.narrow(around());
  const isItself = zeroes && isSameMap(source(), target.get());
  target.set(target.get()); // it must be a map that can be written, even where nothing is merged
  const { size } = source();
  for (let i = 0; i < size; i++) {
    const key = source().keys[i] as string;
    const isThere = target.get().get(key) !== undefined;
    if (isThere ? !updates : !inserts) continue;
    if (inserts) target.set(withEntry(target.get(), key, null));
    const made = makesFirst && emptyOf(source().values[i] as Value, target.get().get(key) ?? null);
    if (made) target.set(withEntry(target.get(), key, made));
    const value = source().values[i] as Value;
    const isCopied = isItself && target.get().keys.indexOf(key) === i;
    target.set(withEntry(target.get(), key, isCopied ? zeroed(value) : value));
  }
}

/** Whether two maps are the same part of a record. */
function isSameMap(one: MapValue, other: MapValue): boolean {
  return one.source !== undefined && one.source === other.source;
}

/** The empty map or list that is made for one, where there is none. */
function emptyOf(value: Value, current: Value): Value {
  if (value instanceof MapValue && !(current instanceof MapValue)) return new MapValue([], []);
  return value instanceof ListValue && !(current instanceof ListValue) ? new ListValue([], "slice") : null;
}
