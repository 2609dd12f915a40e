/**
 * Profiles keep their texts and attributes in tables of the payload's dictionary, which is on the record as
 * `dictionary`, and refer to them by index.
 */
import { Failure } from "../../core/failure.ts";
import { MapValue, type Value } from "../../core/values.ts";
import type { AnyValue } from "../records.ts";
import { decodeAnyValue } from "./any-value.ts";
import { encodeAnyValue } from "./encode.ts";
import { objectOf } from "./kinds.ts";
import { assign } from "./owner.ts";
import { int32OfWire } from "./wire.ts";
import { wrongShape } from "./wrong-shape.ts";

type Loose = Readonly<Record<string, unknown>>;
type Writable = Record<string, unknown>;

const noId = "0".repeat(32);

/** The digits of a profile id in lower case. */
export function profileId(raw: unknown, path: string): string {
  if (raw === undefined || raw === "") return noId;
  if (typeof raw === "string" && /^[0-9a-fA-F]{32}$/.test(raw)) return raw.toLowerCase();
  throw wrongShape(path, "32 hexadecimal digits", raw);
}

/** A list of indices. */
export function indicesOf(raw: unknown, path: string): bigint[] {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) throw wrongShape(path, "an array", raw);
  // `map` would skip the holes of an array made by hand.
  return Array.from(raw, (item: unknown, i) => {
    const index = int32OfWire(item);
    if (index === undefined) throw wrongShape(`${path}[${i}]`, "a 32-bit integer", item);
    return index;
  });
}

/** A text of the dictionary; throws `index_out_of_bounds` where it has none. */
export function textAt(record: object, index: bigint): string {
  const text = itemAt(tableOf(record, "stringTable"), index);
  if (typeof text !== "string") throw wrongShape("dictionary.stringTable[]", "a string", text);
  return text;
}

/** The index of a text in the dictionary, where it is put if it is not there yet. */
export function indexOfText(record: object, text: string): number {
  const table = tableOf(record, "stringTable");
  const found = table.indexOf(text);
  if (found >= 0) return found;
  setTable(record, "stringTable", [...table, text]);
  return table.length;
}

/** The attributes that indices of the dictionary stand for. */
export function attributesAt(record: object, indices: readonly bigint[]): MapValue {
  const table = tableOf(record, "attributeTable");
  return MapValue.of(
    indices.map((index): [string, Value] => {
      const attribute = objectOf(itemAt(table, index), "dictionary.attributeTable[]");
      return [
        keyOf(record, attribute),
        decodeAnyValue(attribute?.value, "dictionary.attributeTable[].value"),
      ];
    }),
  );
}

/** The index of an attribute in the dictionary, where it is put if it is not there yet. */
export function indexOfAttribute(record: object, key: string, value: AnyValue): number {
  const keyStrindex = indexOfText(record, key);
  const table = tableOf(record, "attributeTable");
  const text = JSON.stringify(value);
  const found = table.findIndex((item) => {
    const other = objectOf(item, "dictionary.attributeTable[]");
    if (Number(other?.keyStrindex ?? 0) !== keyStrindex || Number(other?.unitStrindex ?? 0) !== 0)
      return false;
    return JSON.stringify(encodeAnyValue(decodedValue(other))) === text;
  });
  if (found >= 0) return found;
  setTable(record, "attributeTable", [...table, { keyStrindex, value }]);
  return table.length;
}

function decodedValue(attribute: Loose | undefined): Value {
  return decodeAnyValue(attribute?.value, "dictionary.attributeTable[].value");
}

/** The key of the attribute at an index of the dictionary. */
export function keyAt(record: object, index: bigint): string {
  const attribute = itemAt(tableOf(record, "attributeTable"), index);
  return keyOf(record, objectOf(attribute, "dictionary.attributeTable[]"));
}

function keyOf(record: object, attribute: Loose | undefined): string {
  const index = int32OfWire(attribute?.keyStrindex ?? 0);
  if (index === undefined) {
    throw wrongShape("dictionary.attributeTable[].keyStrindex", "a 32-bit integer", attribute?.keyStrindex);
  }
  return textAt(record, index);
}

function tableOf(record: object, name: string): readonly unknown[] {
  const dictionary = objectOf((record as Loose).dictionary, "dictionary");
  const table = dictionary?.[name] ?? [];
  if (!Array.isArray(table)) throw wrongShape(`dictionary.${name}`, "an array", table);
  return table;
}

/** Puts a table in the place of another; the dictionary is the payload's own, so that all its records see it. */
function setTable(record: object, name: string, table: readonly unknown[]): void {
  const parts = record as Writable;
  if (parts.dictionary === undefined || parts.dictionary === null) assign(parts, "dictionary", {});
  assign(parts.dictionary as Writable, name, table);
}

function itemAt(table: readonly unknown[], index: bigint): unknown {
  if (index < 0n || index >= table.length) {
    throw new Failure("index_out_of_bounds", { index, length: table.length });
  }
  return table[Number(index)];
}
