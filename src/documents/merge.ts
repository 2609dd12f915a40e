import type { DocumentNode, MapEntry, MapNode, ScalarNode } from "./node.ts";
import { keyText } from "./plain.ts";

/**
 * Lays a document over another as the Collector does with several configurations: maps key by key, anything else in
 * place of what was there, lists and null included (confmap, `Conf.Merge`).
 */
export function merge(base: MapNode, over: MapNode): MapNode {
  const entries = new Map(base.entries.map((entry) => [keyText(entry.key), entry]));
  for (const entry of over.entries) put(entries, entry);
  return { ...over, entries: [...entries.values()] };
}

/** A document in which `a::b` stands for `b` of the map `a`, as for the Collector; lists are left as they are. */
export function nested(map: MapNode): MapNode {
  const entries = new Map<string, MapEntry>();
  for (const { key, value } of map.entries) {
    const inner = value.kind === "map" ? nested(value) : value;
    put(entries, entryAt(key, keyText(key).split("::"), inner));
  }
  return { ...map, entries: [...entries.values()] };
}

function put(entries: Map<string, MapEntry>, { key, value }: MapEntry): void {
  const name = keyText(key);
  const before = entries.get(name)?.value;
  const both = before?.kind === "map" && value.kind === "map" ? merge(before, value) : value;
  entries.set(name, { key, value: both });
}

function entryAt(key: ScalarNode, [name, ...more]: readonly string[], value: DocumentNode): MapEntry {
  if (name === undefined || more.length === 0)
    return { key: name === undefined ? key : named(key, name), value };
  const { source, span } = key;
  const entries = [entryAt(key, more, value)];
  return { key: named(key, name), value: { kind: "map", source, span, entries } };
}

function named(key: ScalarNode, name: string): ScalarNode {
  if (keyText(key) === name) return key;
  const { source, span } = key;
  return { kind: "scalar", source, span, value: name, text: name, locate: () => span };
}
