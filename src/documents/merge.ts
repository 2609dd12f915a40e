import { Failure } from "../core/failure.ts";
import type { DocumentNode, MapEntry, MapNode, ScalarNode } from "./node.ts";
import { keyText } from "./plain.ts";
import { deepestDocument } from "./yaml.ts";

/**
 * Lays a document over another as the Collector does with several configurations: maps key by key, anything else in
 * place of what was there, lists and null included (confmap, `Conf.Merge`).
 */
export function merge(base: MapNode, over: MapNode): MapNode {
  return { ...over, entries: layered([...base.entries, ...over.entries]) };
}

/**
 * A document in which `a::b` stands for `b` of the map `a`, as for the Collector; lists are left as they are. Throws
 * `yaml_too_deep` where keys make it deeper than a document may be.
 */
export function nested(map: MapNode, depth = 1): MapNode {
  const entries = map.entries.map(({ key, value }) => {
    const names = keyText(key).split("::");
    const inside = depth + names.length;
    if (inside - 1 > deepestDocument)
      throw new Failure("yaml_too_deep", { limit: deepestDocument }, key.span);
    return entryAt(key, names, value.kind === "map" ? nested(value, inside) : value);
  });
  return { ...map, entries: layered(entries) };
}

/** Entries of which those with the same key have become one: its last value, or all maps that come last. */
function layered(entries: readonly MapEntry[]): readonly MapEntry[] {
  const byKey = Map.groupBy(entries, ({ key }) => keyText(key));
  return [...byKey.values()].map((same) => {
    const last = same[same.length - 1] as MapEntry; // there is one at least
    const maps: MapNode[] = [];
    for (const { value } of same) {
      if (value.kind === "map") maps.push(value);
      else maps.length = 0;
    }
    if (maps.length < 2) return last;
    return { ...last, value: { ...(last.value as MapNode), entries: layered(maps.flatMap(entriesOf)) } }; // the last of them
  });
}

function entriesOf({ entries }: MapNode): readonly MapEntry[] {
  return entries;
}

function entryAt(key: ScalarNode, names: readonly string[], value: DocumentNode): MapEntry {
  const { source, span } = key;
  const entryOf = (name: string, value: DocumentNode): MapEntry => ({ key: named(key, name), value });
  return names
    .slice(0, -1)
    .reduceRight(
      (inner, name) => entryOf(name, { kind: "map", source, span, entries: [inner] }),
      entryOf(names.at(-1) ?? "", value),
    );
}

function named(key: ScalarNode, name: string): ScalarNode {
  if (keyText(key) === name) return key;
  const { source, span } = key;
  return { kind: "scalar", source, span, value: name, text: name, locate: () => span };
}
