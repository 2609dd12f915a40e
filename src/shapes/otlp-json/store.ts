/**
 * Setting a value inside attributes, as `ctxutil.SetMapValue` does: missing keys are put in, empty values become the
 * map or list that the next key needs, and what was put in stays when a later step fails. Nothing is changed in
 * place: each function answers what should stand there now, so that payloads can share what they do not change.
 */
import { Failure } from "../../core/failure.ts";
import { deepestValue } from "../../core/limits.ts";
import { ListValue, typeNameOf, type Value } from "../../core/values.ts";
import type { AnyValue, KeyValue } from "../records.ts";
import { decodeAnyValue, isOnlyString, keyOf } from "./any-value.ts";
import { encodeAnyValue } from "./encode.ts";

/** The longest list that an index beyond the end may make; the reference has no limit but memory. */
export const longestNewList = 100_000;

/** One setting: the value, the keys that lead to it, and what went wrong, if anything. */
export interface Setting {
  readonly value: Value;
  readonly keys: readonly Value[];
  readonly path: string;
  failure: Failure | undefined;
}

/** What pairs become when the keys from `index` on are followed. */
export function setInPairs(pairs: readonly unknown[], index: number, setting: Setting): unknown[] {
  const key = setting.keys[index] ?? null;
  if (typeof key !== "string") {
    setting.failure = new Failure("invalid_key", { expected: "string", found: typeNameOf(key) });
    return [...pairs];
  }
  const at = indexOfKey(pairs, key, setting.path);
  if (at < 0) return [...pairs, { key, value: setInValue({}, index + 1, setting) }];
  const old = pairs[at] as KeyValue | null;
  const pair: KeyValue = { ...old, key, value: setInValue(old?.value ?? {}, index + 1, setting) };
  const result = pairs.slice();
  result[at] = pair; // `with` is slower
  return result;
}

function indexOfKey(pairs: readonly unknown[], key: string, path: string): number {
  for (let i = 0; i < pairs.length; i++) if (keyOf(pairs[i], path, i) === key) return i;
  return -1;
}

/** What a map or a list becomes; anything else takes no keys, an empty value neither. */
export function setInContainer(given: AnyValue, setting: Setting): AnyValue {
  const current = ownNames(given, setting.path);
  const kind = kindOf(current, setting.path);
  if (kind === "kvlistValue" || kind === "arrayValue") return setInValue(current, 0, setting);
  return fail(current, setting, "not_indexable", { type: kind?.replace("Value", "") ?? "nil" });
}

/** What a value becomes. */
export function setInValue(given: AnyValue, index: number, setting: Setting): AnyValue {
  const { keys, path } = setting;
  const current = ownNames(given, path);
  if (keys.length > deepestValue) {
    return fail(current, setting, "value_nesting_too_deep", { limit: deepestValue });
  }
  if (index === keys.length) return storedOver(current, setting, index);
  const key = keys[index] ?? null;
  const kind = kindOf(current, path);
  if (kind === "kvlistValue") {
    return {
      kvlistValue: { values: setInPairs(current.kvlistValue?.values ?? [], index, setting) as KeyValue[] },
    };
  }
  if (kind === "arrayValue") return setInItems(current, key, index, setting);
  if (kind !== undefined) return fail(current, setting, "not_indexable", { type: kind.replace("Value", "") });
  if (typeof key === "string") {
    return { kvlistValue: { values: [{ key, value: setInValue({}, index + 1, setting) }] } };
  }
  if (typeof key !== "bigint") {
    return fail(current, setting, "invalid_key", { expected: "string or int", found: typeNameOf(key) });
  }
  if (key > longestNewList) return fail(current, setting, "index_out_of_bounds", { index: key, length: 0 });
  const before = Array.from({ length: Math.max(0, Number(key)) }, () => ({}));
  return { arrayValue: { values: [...before, setInValue({}, index + 1, setting)] } };
}

function setInItems(current: AnyValue, key: Value, index: number, setting: Setting): AnyValue {
  const items = current.arrayValue?.values ?? [];
  if (typeof key !== "bigint") {
    return fail(current, setting, "invalid_key", { expected: "int", found: typeNameOf(key) });
  }
  if (key < 0n || key >= items.length) {
    return fail(current, setting, "index_out_of_bounds", { index: key, length: items.length });
  }
  const at = Number(key);
  return { arrayValue: { values: items.with(at, setInValue(items[at] ?? {}, index + 1, setting)) } };
}

/** The value by OTLP JSON's own names, where it has one of protobuf's, such as `string_value`. */
function ownNames(value: AnyValue, path: string): AnyValue {
  if (isOnlyString(value)) return value;
  const hasOthers = Object.keys(value).some((key) => key.endsWith("_value"));
  return hasOthers ? encodeAnyValue(decodeAnyValue(value, path)) : value;
}

/** The key of the value that an AnyValue holds, the last one written; `undefined` where it is empty. */
function kindOf(current: AnyValue, path: string): keyof AnyValue | undefined {
  if (decodeAnyValue(current, path) === null) return undefined; // also refuses what is malformed
  const keys = Object.keys(current).filter((key) => current[key as keyof AnyValue] !== undefined);
  const known = [
    "stringValue",
    "boolValue",
    "intValue",
    "doubleValue",
    "bytesValue",
    "arrayValue",
    "kvlistValue",
  ];
  return keys.findLast((key) => known.includes(key)) as keyof AnyValue | undefined;
}

/**
 * A list written in the text keeps what of it can be stored, and only its last item decides whether that is an error,
 * as in the reference's `SetValue`.
 */
function storedOver(current: AnyValue, setting: Setting, depth: number): AnyValue {
  const { value } = setting;
  if (value instanceof ListValue && value.origin === "literal") {
    const values = value.items.map((item) => {
      const inner: Setting = { ...setting, value: item, failure: undefined };
      const stored = storedOver({}, inner, depth + 1);
      setting.failure = inner.failure;
      return stored;
    });
    return { arrayValue: values.length === 0 ? {} : { values } };
  }
  try {
    return encodeAnyValue(value, depth);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    setting.failure = error;
    return current;
  }
}

function fail(
  current: AnyValue,
  setting: Setting,
  code: string,
  params: Readonly<Record<string, unknown>>,
): AnyValue {
  setting.failure = new Failure(code, params);
  return current;
}
