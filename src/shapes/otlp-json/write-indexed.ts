import type { IndexedAttributes } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { MapValue } from "../../core/values.ts";
import type { Write } from "./access.ts";
import { requireName } from "./client.ts";
import { attributesAt, indexOfAttribute, indicesOf, keyAt } from "./dictionary.ts";
import { encodeAnyValue } from "./encode.ts";
import { refuseValue } from "./expect.ts";
import { assign, ownerToWrite } from "./owner.ts";
import { type Setting, setInValue } from "./store.ts";

/** Writes the attributes of a profile, or one of them: what is new is put into the tables of the dictionary. */
export function writeIndexed({ property }: IndexedAttributes, { owner, text }: ResolvedPath): Write {
  const path = `${owner}.${property}`;
  return (record, value, keys) => {
    const target = ownerToWrite(record, owner);
    if (keys.length === 0) {
      if (value !== null && !(value instanceof MapValue)) throw refuseValue(text, "map", value);
      const indices = [...(value?.entries() ?? [])].map(([key, item]) =>
        indexOfAttribute(record, key, encodeAnyValue(item)),
      );
      assign(target, property, indices);
      return;
    }
    const key = requireName(keys[0] ?? null);
    const old = indicesOf(target[property], path);
    const setting: Setting = { value, keys, path, failure: undefined };
    const held = attributesAt(record, old).get(key) ?? null;
    const written = setInValue(encodeAnyValue(held), 1, setting);
    if (setting.failure !== undefined) throw setting.failure;
    assign(target, property, withAttribute(record, old, key, indexOfAttribute(record, key, written)));
  };
}

/** The indices with one in the place of the first attribute of the same key. */
function withAttribute(record: object, old: readonly bigint[], key: string, index: number): number[] {
  const indices = old.map(Number);
  if (indices.includes(index)) return indices;
  const at = old.findIndex((other) => keyAt(record, other) === key);
  return at < 0 ? [...indices, index] : indices.with(at, index);
}
