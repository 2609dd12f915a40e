import type { ResolvedPath } from "../../contexts/resolve.ts";
import { indexData } from "../../core/indexing.ts";
import type { Value } from "../../core/values.ts";
import { attributeOf } from "./attributes.ts";
import { clientKeyReader, lacksCall, requireName } from "./client.ts";
import { checkOwner, placeOf } from "./place.ts";
import { reader } from "./read.ts";

/** Reads one key of a path that takes keys, without building the whole map; `undefined` where the key is absent. */
export function attributeReader(path: ResolvedPath, key: string): (record: object) => Value | undefined {
  const { definition } = path;
  if (definition.kind === "derived") {
    const read = clientKeyReader(definition);
    return (record) => read(record, key);
  }
  if (definition.kind !== "attributes") {
    const read = reader(path);
    return (record) => indexData(read(record), key);
  }
  const place = placeOf(path, definition.property);
  const { load } = place;
  const at = `${place.path}[${JSON.stringify(key)}]`;
  return (record) => {
    const raw = load(record);
    if (raw === undefined) checkOwner(record, place);
    return attributeOf(raw, key, at);
  };
}

/**
 * The same for a key that is only known at each evaluation; throws `invalid_key` where it is no string. The key is
 * evaluated only where the reference does so.
 */
export function dynamicAttributeReader(
  path: ResolvedPath,
  key: (record: object) => Value,
): (record: object) => Value | undefined {
  const { definition } = path;
  if (definition.kind === "derived") {
    const read = clientKeyReader(definition);
    return (record) => (lacksCall(record, definition) ? undefined : read(record, requireName(key(record))));
  }
  if (definition.kind !== "attributes") {
    const read = reader(path);
    return (record) => indexData(read(record), key(record));
  }
  const place = placeOf(path, definition.property);
  const { load } = place;
  return (record) => {
    const name = requireName(key(record));
    const raw = load(record);
    if (raw === undefined) checkOwner(record, place);
    return attributeOf(raw, name, place.path);
  };
}
