import type { ResolvedPath } from "../../contexts/resolve.ts";
import { isOnlyString } from "./any-value.ts";
import { hasWrongOwner, placeOf } from "./place.ts";

/** Reads a text as the record's own string; `undefined` where there is none or it is anything else. Never throws. */
export type ReadText = (record: object) => string | undefined;

/**
 * Makes the reader of a path, or of one key of it, for those who compare and match texts: it allocates nothing.
 * `undefined` where the path can have no text.
 */
export function textReader(path: ResolvedPath, key?: string): ReadText | undefined {
  const { definition } = path;
  if (key === undefined) {
    if (definition.kind !== "field" || definition.wire !== "string") return undefined;
    const place = placeOf(path, definition.property);
    const { load } = place;
    return (record) => {
      const raw = load(record);
      if (typeof raw === "string") return raw;
      if (raw === null) return "";
      return raw === undefined && !hasWrongOwner(record, place) ? "" : undefined;
    };
  }
  if (definition.kind !== "attributes") return undefined;
  const { load } = placeOf(path, definition.property);
  return (record) => {
    const raw = load(record);
    if (Array.isArray(raw)) {
      for (let i = 0; i < raw.length; i++) {
        const pair = raw[i] as { readonly key?: unknown; readonly value?: unknown } | null | undefined;
        const found = pair?.key;
        if (found === key) {
          const value = pair?.value;
          return isOnlyString(value) ? value.stringValue : undefined;
        }
        if (typeof found !== "string") return undefined; // an odd pair: leave it to those who may throw
      }
      return undefined;
    }
    if (typeof raw !== "object" || raw === null || !Object.hasOwn(raw, key)) return undefined;
    const value = (raw as Readonly<Record<string, unknown>>)[key];
    return typeof value === "string" ? value : undefined;
  };
}
