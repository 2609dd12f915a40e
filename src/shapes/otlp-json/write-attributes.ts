import type { Attributes } from "../../contexts/define-context.ts";
import type { ResolvedPath } from "../../contexts/resolve.ts";
import { Failure } from "../../core/failure.ts";
import { MapValue, typeNameOf, type Value } from "../../core/values.ts";
import type { AnyValue, KeyValue, PlainValue } from "../records.ts";
import type { Write } from "./access.ts";
import { decodePlain } from "./any-value.ts";
import { encodeAnyValue, encodeKeyValues } from "./encode.ts";
import { refuseValue } from "./expect.ts";
import { assign, ownerToWrite } from "./owner.ts";
import { type Setting, setInPairs, setInValue } from "./store.ts";
import { wrongShape } from "./wrong-shape.ts";

type PlainObject = Readonly<Record<string, unknown>>;

/** Writes a map of attributes, or one of them; plain objects of attributes stay plain objects. */
export function writeAttributes(attributes: Attributes, path: ResolvedPath): Write {
  const { owner, text } = path;
  const { property } = attributes;
  const at = owner === "" ? property : `${owner}.${property}`;
  return (record, value, keys) => {
    const target = ownerToWrite(record, owner);
    const old = target[property] ?? [];
    if (typeof old !== "object") throw wrongShape(at, "an array of key-value pairs or an object", old);
    if (keys.length === 0) {
      if (value !== null && !(value instanceof MapValue)) throw refuseValue(text, "map", value);
      const map = value ?? new MapValue([], []);
      assign(target, property, Array.isArray(old) ? encodeKeyValues(map, old) : plainMap(map));
      return;
    }
    const setting: Setting = { value, keys, path: at, failure: undefined };
    const written = Array.isArray(old)
      ? setInPairs(old, 0, setting)
      : setInPlain(old as PlainObject, setting);
    assign(target, property, written);
    if (setting.failure !== undefined) throw setting.failure;
  };
}

function setInPlain(old: PlainObject, setting: Setting): PlainObject {
  const key = setting.keys[0] ?? null;
  if (typeof key !== "string") {
    setting.failure = new Failure("invalid_key", { expected: "string", found: typeNameOf(key) });
    return old;
  }
  const current = Object.hasOwn(old, key) ? encodeAnyValue(decodePlain(old[key], setting.path)) : {};
  // A computed key is always an own property, `__proto__` too.
  return { ...old, [key]: plainOf(setInValue(current, 1, setting)) };
}

function plainMap(map: MapValue): PlainObject {
  return Object.fromEntries(
    map.keys.map((key, i) => [key, plainOf(encodeAnyValue(map.values[i] as Value, 1))]),
  );
}

/** What a plain object holds for an AnyValue: the plain value where it reads back as the same, else the AnyValue. */
export function plainOf(any: AnyValue): PlainValue {
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue } = any;
  if (arrayValue) return (arrayValue.values ?? []).map((item) => plainOf(item ?? {}));
  if (kvlistValue) return plainPairs(kvlistValue.values ?? []) ?? any;
  if (typeof stringValue === "string" || typeof boolValue === "boolean") return stringValue ?? boolValue;
  if (typeof intValue === "string" && Number.isSafeInteger(Number(intValue))) return Number(intValue);
  if (typeof doubleValue === "number" && !Number.isSafeInteger(doubleValue)) return doubleValue;
  return Object.keys(any).length === 0 ? null : any;
}

/** A plain object of pairs; `undefined` where a key comes twice, or it would read back as an AnyValue. */
function plainPairs(pairs: readonly (KeyValue | null)[]): { [key: string]: PlainValue } | undefined {
  const entries = pairs.map((pair) => [pair?.key ?? "", plainOf(pair?.value ?? {})] as const);
  const [only] = entries;
  const isAmbiguous = entries.length === 1 && only !== undefined && only[0].endsWith("Value");
  const isUnique = new Set(entries.map(([key]) => key)).size === entries.length;
  return isUnique && !isAmbiguous ? Object.fromEntries(entries) : undefined;
}
