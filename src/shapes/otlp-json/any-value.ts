/**
 * Values of attributes, which OTLP JSON writes as objects of one key such as `{ "intValue": "7" }`. Records written by
 * hand may have plain values where they have plain maps: see `decodePlain`.
 */
import { Failure } from "../../core/failure.ts";
import { asInt64 } from "../../core/int64.ts";
import { deepestValue, mostValues } from "../../core/limits.ts";
import { ListValue, MapValue, type Value } from "../../core/values.ts";
import { bytesOfBase64 } from "./base64.ts";
import { type PairReader, StoredMap } from "./stored-map.ts";
import { doubleOfWire, int64OfWire } from "./wire.ts";
import { wrongShape } from "./wrong-shape.ts";

interface AnyValueParts {
  readonly stringValue?: unknown;
  readonly boolValue?: unknown;
  readonly intValue?: unknown;
  readonly doubleValue?: unknown;
  readonly arrayValue?: unknown;
  readonly kvlistValue?: unknown;
  readonly bytesValue?: unknown;
}

type AnyValueKey = keyof AnyValueParts;

let decoded = 0;

/** The value of an AnyValue of OTLP JSON; `{}` is nil. Of several keys the last one counts. */
export function decodeAnyValue(raw: unknown, path: string): Value {
  if (isOnlyString(raw)) return raw.stringValue;
  decoded = 0;
  return decodeAny(raw, path, 0);
}

/** The map of a list of keys and AnyValues; they are decoded when they are asked for. */
export function decodeKeyValues(raw: readonly unknown[], path: string): MapValue {
  return new StoredMap(raw, raw, path, pairReader);
}

const pairReader: PairReader = {
  key: keyOf,
  value(pair, path) {
    decoded = 0;
    try {
      return decodeAny((pair as { value?: unknown } | null | undefined)?.value, path, 1);
    } catch (error) {
      throw below(error, path, keyOf(pair, path));
    }
  },
};

/** The value of a plain JavaScript value: safe integers and bigints are ints, an object of one AnyValue key is one. */
export function decodePlain(raw: unknown, path: string): Value {
  decoded = 0;
  return decodePlainAt(raw, path, 0);
}

/** The map of a plain object: its own enumerable keys. */
export function decodePlainMap(raw: object, path: string): MapValue {
  decoded = 0;
  return decodeObject(raw, path, 0);
}

/** Whether a raw AnyValue holds a string and nothing else, the case that hot paths look for. */
export function isOnlyString(raw: unknown): raw is { readonly stringValue: string } {
  if (typeof raw !== "object" || raw === null) return false;
  const value: AnyValueParts = raw;
  return (
    typeof value.stringValue === "string" &&
    value.intValue === undefined &&
    value.boolValue === undefined &&
    value.doubleValue === undefined &&
    value.arrayValue === undefined &&
    value.kvlistValue === undefined &&
    value.bytesValue === undefined
  );
}

/** The pairs of a raw AnyValue that holds a map and nothing else, `undefined` of any other. */
export function onlyPairs(raw: unknown): readonly unknown[] | undefined {
  if (typeof raw !== "object" || raw === null) return undefined;
  const value: AnyValueParts = raw;
  const { kvlistValue } = value;
  if (
    typeof kvlistValue !== "object" ||
    kvlistValue === null ||
    value.stringValue !== undefined ||
    value.intValue !== undefined ||
    value.boolValue !== undefined ||
    value.doubleValue !== undefined ||
    value.arrayValue !== undefined ||
    value.bytesValue !== undefined
  ) {
    return undefined;
  }
  const { values } = kvlistValue as { values?: unknown };
  return Array.isArray(values) ? values : undefined;
}

function decodeAny(raw: unknown, path: string, depth: number): Value {
  count(depth);
  if (raw === undefined || raw === null) return null;
  if (typeof raw !== "object" || Array.isArray(raw)) throw wrongShape(path, "an AnyValue object", raw);
  const value: AnyValueParts = raw;
  let key: AnyValueKey | undefined;
  let part: unknown;
  let keys = 0;
  if (value.stringValue !== undefined) {
    key = "stringValue";
    part = value.stringValue;
    keys++;
  }
  if (value.intValue !== undefined) {
    key = "intValue";
    part = value.intValue;
    keys++;
  }
  if (value.boolValue !== undefined) {
    key = "boolValue";
    part = value.boolValue;
    keys++;
  }
  if (value.doubleValue !== undefined) {
    key = "doubleValue";
    part = value.doubleValue;
    keys++;
  }
  if (value.arrayValue !== undefined) {
    key = "arrayValue";
    part = value.arrayValue;
    keys++;
  }
  if (value.kvlistValue !== undefined) {
    key = "kvlistValue";
    part = value.kvlistValue;
    keys++;
  }
  if (value.bytesValue !== undefined) {
    key = "bytesValue";
    part = value.bytesValue;
    keys++;
  }
  return keys === 1 && key !== undefined ? decodePart(key, part, path, depth) : decodeLast(raw, path, depth);
}

/** Of several values the last one written, as in the reference, and protobuf's own names such as `string_value`. */
function decodeLast(raw: object, path: string, depth: number): Value {
  let result: Value = null;
  for (const key of Object.keys(raw)) {
    const name = key.endsWith("_value") ? `${key.slice(0, -6)}Value` : key;
    const part = (raw as Readonly<Record<string, unknown>>)[key];
    if (isAnyValueKey(name) && part !== undefined) result = decodePart(name, part, path, depth);
  }
  return result;
}

function isAnyValueKey(key: string): key is AnyValueKey {
  switch (key) {
    case "stringValue":
    case "boolValue":
    case "intValue":
    case "doubleValue":
    case "arrayValue":
    case "kvlistValue":
    case "bytesValue":
      return true;
    default:
      return false;
  }
}

function decodePart(key: AnyValueKey, part: unknown, path: string, depth: number): Value {
  switch (key) {
    case "stringValue":
      if (part === null) return "";
      return typeof part === "string" ? part : refuse(path, key, "a string", part);
    case "boolValue":
      return typeof part === "boolean" ? part : refuse(path, key, "true or false", part);
    case "intValue":
      return int64OfWire(part) ?? refuse(path, key, "a 64-bit integer", part);
    case "doubleValue":
      return doubleOfWire(part) ?? refuse(path, key, "a number", part);
    case "bytesValue":
      return (
        (typeof part === "string" ? bytesOfBase64(part) : undefined) ?? refuse(path, key, "base64 text", part)
      );
    case "arrayValue":
      return decodeItems(valuesOf(part, path, key), path, depth, part);
    case "kvlistValue":
      return decodePairs(valuesOf(part, path, key), path, depth, part);
  }
}

const none: readonly unknown[] = [];

function valuesOf(part: unknown, path: string, key: AnyValueKey): readonly unknown[] {
  if (part === null) return none;
  if (typeof part !== "object" || Array.isArray(part)) return refuse(path, key, "an object", part);
  const { values } = part as { values?: unknown };
  if (values === undefined || values === null) return none;
  return Array.isArray(values) ? values : refuse(path, `${key}.values`, "an array", values);
}

function decodeItems(raw: readonly unknown[], path: string, depth: number, part: unknown): ListValue {
  const items: Value[] = [];
  let i = 0;
  try {
    for (; i < raw.length; i++) items.push(decodeAny(raw[i], path, depth + 1));
  } catch (error) {
    throw below(error, path, i);
  }
  return new ListValue(items, "slice", part ?? undefined);
}

function decodePairs(raw: readonly unknown[], path: string, depth: number, part: unknown): MapValue {
  const keys: string[] = [];
  const values: Value[] = [];
  for (let i = 0; i < raw.length; i++) {
    const pair = raw[i];
    const key = keyOf(pair, path, i);
    keys.push(key);
    try {
      values.push(decodeAny((pair as { value?: unknown } | null | undefined)?.value, path, depth + 1));
    } catch (error) {
      throw below(error, path, key);
    }
  }
  return new MapValue(keys, values, part ?? undefined);
}

/** The key of a key-value pair; absent and null are the empty key. */
export function keyOf(pair: unknown, path: string, index?: number): string {
  const known = (pair as { key?: unknown } | null | undefined)?.key;
  if (typeof known === "string") return known;
  if (pair === null || pair === undefined) return "";
  if (typeof pair !== "object" || Array.isArray(pair))
    throw wrongShape(`${path}${index === undefined ? "[]" : `[${index}]`}`, "a key-value pair", pair);
  if (known === undefined || known === null) return "";
  throw wrongShape(`${path}[${index ?? ""}].key`, "a string", known);
}

function decodePlainAt(raw: unknown, path: string, depth: number): Value {
  count(depth);
  switch (typeof raw) {
    case "string":
    case "boolean":
      return raw;
    case "number":
      return Number.isSafeInteger(raw) ? BigInt(raw) : raw;
    case "bigint":
      return asInt64(raw) ?? refuse(path, "", "a 64-bit integer", raw);
    case "undefined":
      return null;
    case "object":
      if (raw === null || raw instanceof Uint8Array) return raw;
      if (Array.isArray(raw)) return decodePlainItems(raw, path, depth);
      return isWrapped(raw) ? decodeAny(raw, path, depth) : decodeObject(raw, path, depth);
    default:
      return refuse(path, "", "a value", raw);
  }
}

/** Whether an object has exactly one own key, one of an AnyValue's. */
function isWrapped(raw: object): boolean {
  let first: string | undefined;
  for (const key in raw) {
    if (!Object.hasOwn(raw, key)) continue;
    if (first !== undefined) return false;
    first = key;
  }
  return first !== undefined && isAnyValueKey(first);
}

// Loops, and not callbacks, so that deep data takes less of the stack.
function decodePlainItems(raw: readonly unknown[], path: string, depth: number): ListValue {
  const items: Value[] = [];
  for (let i = 0; i < raw.length; i++) {
    try {
      items.push(decodePlainAt(raw[i], path, depth + 1));
    } catch (error) {
      throw below(error, path, i);
    }
  }
  return new ListValue(items, "slice");
}

function decodeObject(raw: object, path: string, depth: number): MapValue {
  const keys = Object.keys(raw);
  const values: Value[] = [];
  for (const key of keys) {
    try {
      values.push(decodePlainAt((raw as Readonly<Record<string, unknown>>)[key], path, depth + 1));
    } catch (error) {
      throw below(error, path, key);
    }
  }
  return new MapValue(keys, values);
}

/** What failed below a place, with the index or key that leads there in its path; costs nothing where nothing fails. */
function below(error: unknown, path: string, step: string | number): unknown {
  if (!(error instanceof Failure) || error.code !== "record_shape") return error;
  const { params, span } = error;
  const at = String(params.path);
  if (!at.startsWith(path)) return error;
  return new Failure(
    error.code,
    { ...params, path: `${path}[${JSON.stringify(step)}]${at.slice(path.length)}` },
    span,
  );
}

function count(depth: number): void {
  if (depth > deepestValue) throw new Failure("value_nesting_too_deep", { limit: deepestValue });
  if (++decoded > mostValues) throw new Failure("value_too_large", { limit: mostValues });
}

function refuse(path: string, key: string, expected: string, raw: unknown): never {
  throw wrongShape(key === "" ? path : `${path}.${key}`, expected, raw);
}
