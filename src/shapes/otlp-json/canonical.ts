import type { Wire } from "../../contexts/define-context.ts";
import type { Value } from "../../core/values.ts";
import type { LogsData, MetricsData, TracesData } from "../records.ts";
import { decodeAnyValue } from "./any-value.ts";
import { attributesOf } from "./attributes.ts";
import { encodeAnyValue, encodeKeyValues } from "./encode.ts";
import { toWire } from "./expect.ts";
import { type Message, type Part, payload } from "./messages.ts";
import { unsignedOfWire, wireTypes } from "./wire.ts";
import { wrongShape } from "./wrong-shape.ts";

/**
 * A payload of metrics, traces or logs as the reference reads and writes it again: names in camel case, zero values left out, 64-bit
 * integers as text, of several kinds of data the last one. Throws the `record_shape` of the first thing that the
 * reference's decoder refuses, wherever it is in the payload; plain objects of attributes are taken besides.
 */
export function canonicalPayload(raw: unknown): MetricsData & TracesData & LogsData {
  return readMessage(payload, raw, ""); // the table describes the same messages as the types
}

type Written = Record<string, unknown>;

function readMessage(message: Message, raw: unknown, path: string): Written {
  const given: Written = {};
  let chosen: string | undefined;
  if (raw !== null && raw !== undefined) {
    if (typeof raw !== "object" || Array.isArray(raw)) throw wrongShape(path, "an object", raw);
    for (const [key, value] of Object.entries(raw)) {
      const name = Object.hasOwn(message.parts, key) ? key : camelCase(key);
      if (!Object.hasOwn(message.parts, name) || value === undefined) continue;
      given[name] = readPart(message.parts[name] as Part, value, path === "" ? name : `${path}.${name}`);
      if (message.oneOf?.includes(name)) chosen = name;
    }
  }
  const written: Written = {};
  for (const [name, part] of Object.entries(message.parts)) {
    if (message.oneOf?.includes(name) && name !== chosen) continue;
    const value = given[name] ?? (isAlways(part) ? readPart(part, null, name) : undefined);
    if (value !== undefined) written[name] = value;
  }
  return written;
}

function isAlways(part: Part): boolean {
  return part.kind === "value" || (part.kind === "message" && part.always === true);
}

/** What is written for a property, `undefined` where it is left out. */
function readPart(part: Part, raw: unknown, path: string): unknown {
  switch (part.kind) {
    case "scalar": {
      const value = readScalar(part.wire, raw, path, part.names);
      return value === toWire(part.wire, wireTypes[part.wire].zero) ? undefined : value;
    }
    case "explicit":
      return readScalar(part.wire, raw, path);
    case "scalars":
      return unlessEmpty(arrayOf(raw, path).map((item, i) => readScalar(part.wire, item, `${path}[${i}]`)));
    case "attributes": {
      const map = attributesOf(raw, path);
      return unlessEmpty(encodeKeyValues(map));
    }
    case "value":
      return encodeAnyValue(decodeAnyValue(raw, path));
    case "id":
      return readId(part.bytes, raw, path);
    case "message":
      return readMessage(part.message, raw, path);
    case "messages":
      return unlessEmpty(
        arrayOf(raw, path).map((item, i) => readMessage(part.message, item, `${path}[${i}]`)),
      );
  }
}

const noNames = {};

function readScalar(
  wire: Wire,
  raw: unknown,
  path: string,
  names: Readonly<Record<string, number>> = noNames,
) {
  const { decode, nullable, zero, expected } = wireTypes[wire];
  const value: Value | undefined =
    raw === null && nullable ? zero : wire === "uint64" ? unsignedOfWire(raw) : decode(raw, names);
  if (value === undefined) throw wrongShape(path, expected, raw);
  return toWire(wire, value as string | boolean | bigint | number); // what scalars decode to
}

function readId(bytes: number, raw: unknown, path: string): string | undefined {
  if (raw === "") return undefined;
  if (typeof raw !== "string" || raw.length !== 2 * bytes || !/^[0-9a-fA-F]+$/.test(raw)) {
    throw wrongShape(path, `${2 * bytes} hexadecimal digits`, raw);
  }
  return /^0+$/.test(raw) ? undefined : raw.toLowerCase();
}

function arrayOf(raw: unknown, path: string): readonly unknown[] {
  if (raw === null) return [];
  if (!Array.isArray(raw)) throw wrongShape(path, "an array", raw);
  return raw;
}

function unlessEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
