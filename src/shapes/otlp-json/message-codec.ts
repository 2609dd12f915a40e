import type { Wire } from "../../contexts/define-context.ts";
import type { MapValue, Value } from "../../core/values.ts";
import type { AttributeList } from "../records.ts";
import { attributesOf } from "./attributes.ts";
import { encodeKeyValues } from "./encode.ts";
import { type Scalar, toWire } from "./expect.ts";
import { objectOf } from "./kinds.ts";
import { comesLast } from "./one-of.ts";
import { unsignedOfWire, wireTypes } from "./wire.ts";
import { wrongShape } from "./wrong-shape.ts";

type Raw = { readonly [property: string]: unknown };
type Written = { [property: string]: unknown };

/** Reads a part of a message, and writes it into one that is made; what is zero is left out. */
export interface PartCodec<T> {
  readonly read: (owner: Raw, at: string) => T;
  readonly write: (value: T, target: Written, isCopy: boolean) => void;
}

/** Reads a message, and writes it; a copy shares no object that a record can have as its part. */
export interface MessageCodec<T> {
  readonly read: (raw: unknown, at: string) => T;
  readonly write: (value: T, isCopy: boolean) => object;
}

/** What was read from an object; a copy with changes is none, so that the object is only written where nothing was changed. */
class Stored {
  readonly #original: object;

  constructor(original: object) {
    this.#original = original;
  }

  static originalOf(value: object): object | undefined {
    return #original in value ? value.#original : undefined;
  }
}

/** The plain objects that maps were read from; maps that were read from lists know those themselves. */
const plainObjects = /* @__PURE__ */ new WeakMap<MapValue, AttributeList>();

/** A message of some parts. */
/* @__NO_SIDE_EFFECTS__ */
export function message<T extends object>(
  parts: {
    readonly [K in keyof T]-?: PartCodec<T[K]>;
  },
): MessageCodec<T> {
  const names = Object.keys(parts) as (keyof T & string)[]; // of an object literal
  return {
    read(raw, at) {
      const owner = objectOf(raw, at);
      const made = (owner === undefined ? {} : new Stored(owner)) as T; // every part is read now
      for (const name of names) made[name] = parts[name].read(owner ?? {}, at);
      return made;
    },
    write(value, isCopy) {
      const original = isCopy ? undefined : Stored.originalOf(value);
      if (original !== undefined) return original;
      const target: Written = {};
      for (const name of names) parts[name].write(value[name], target, isCopy);
      return target;
    },
  };
}

/** A list of messages. */
/* @__NO_SIDE_EFFECTS__ */
export function messages<T>(property: string, codec: MessageCodec<T>): PartCodec<readonly T[]> {
  return {
    read: (owner, at) =>
      arrayOf(owner[property], `${at}.${property}`).map((item, i) =>
        codec.read(item, `${at}.${property}[${i}]`),
      ),
    write(value, target, isCopy) {
      if (value.length > 0) target[property] = value.map((item) => codec.write(item, isCopy));
    },
  };
}

/** A message within another. */
/* @__NO_SIDE_EFFECTS__ */
export function within<T>(property: string, codec: MessageCodec<T>): PartCodec<T> {
  return {
    read: (owner, at) => codec.read(owner[property], `${at}.${property}`),
    write(value, target, isCopy) {
      target[property] = codec.write(value, isCopy);
    },
  };
}

/** Attributes, a map. */
/* @__NO_SIDE_EFFECTS__ */
export function map(property: string): PartCodec<MapValue> {
  return {
    read(owner, at) {
      const raw = owner[property];
      const value = attributesOf(raw, `${at}.${property}`);
      if (typeof raw === "object" && raw !== null && !Array.isArray(raw))
        plainObjects.set(value, raw as AttributeList); // `attributesOf` has taken it
      return value;
    },
    write(value, target) {
      const written = attributesToWrite(value);
      if (written !== undefined) target[property] = written;
    },
  };
}

/** The list or object that a map was read from, or pairs made of it; nothing of an empty one. */
export function attributesToWrite(value: MapValue): AttributeList | undefined {
  const plain = plainObjects.get(value);
  if (plain !== undefined) return plain;
  const list = value.source;
  return value.size === 0 ? undefined : encodeKeyValues(value, Array.isArray(list) ? list : undefined);
}

/** A property that is zero where it is absent. */
/* @__NO_SIDE_EFFECTS__ */
export function scalar<T extends Scalar>(
  property: string,
  wire: Wire,
  names: Readonly<Record<string, number>> = {},
): PartCodec<T> {
  const { zero } = wireTypes[wire];
  return {
    read: (owner, at) => (decoded(owner[property], wire, `${at}.${property}`, names) ?? zero) as T, // of its wire type
    write(value, target) {
      const written = toWire(wire, value);
      if (!Object.is(value, zero)) target[property] = written;
    },
  };
}

/** A 32-bit property as a number. */
/* @__NO_SIDE_EFFECTS__ */
export function small(property: string): PartCodec<number> {
  const { read, write } = scalar<bigint>(property, "int32");
  return {
    read: (owner, at) => Number(read(owner, at)),
    write: (value, target, isCopy) => write(BigInt(value), target, isCopy),
  };
}

/** A double that may be absent, which is not the same as zero. */
/* @__NO_SIDE_EFFECTS__ */
export function maybe(property: string): PartCodec<number | undefined> {
  return {
    read: (owner, at) => decoded(owner[property], "double", `${at}.${property}`) as number | undefined,
    write(value, target) {
      if (value !== undefined) target[property] = toWire("double", value);
    },
  };
}

/** The value of a point: a double or an int, of both the last one written. */
/* @__NO_SIDE_EFFECTS__ */
export function number(): PartCodec<bigint | number | undefined> {
  const asDouble = maybe("asDouble");
  return {
    read(owner, at) {
      const int = decoded(owner.asInt, "int64", `${at}.asInt`) as bigint | undefined;
      const double = asDouble.read(owner, at);
      if (int === undefined || double === undefined) return int ?? double;
      return comesLast(owner, "asInt", "asDouble") ? int : double;
    },
    write(value, target, isCopy) {
      if (typeof value === "bigint") target.asInt = toWire("int64", value);
      else asDouble.write(value, target, isCopy);
    },
  };
}

/** A list of numbers. */
/* @__NO_SIDE_EFFECTS__ */
export function scalars<T extends bigint | number>(property: string, wire: Wire): PartCodec<readonly T[]> {
  const { expected } = wireTypes[wire];
  return {
    read(owner, at) {
      const place = `${at}.${property}`;
      return arrayOf(owner[property], place).map((item, i) => {
        const value = decoded(item, wire, `${place}[${i}]`);
        if (value === undefined) throw wrongShape(`${place}[${i}]`, expected, item);
        return value as T; // of its wire type
      });
    },
    write(value, target) {
      if (value.length > 0) target[property] = value.map((item) => toWire(wire, item));
    },
  };
}

function arrayOf(raw: unknown, at: string): readonly unknown[] {
  if (raw === undefined || raw === null) return [];
  if (!Array.isArray(raw)) throw wrongShape(at, "an array", raw);
  return raw;
}

const noNames: Readonly<Record<string, number>> = {};

/** What a property holds, `undefined` where it is absent; unsigned numbers do not wrap around. */
function decoded(raw: unknown, wire: Wire, at: string, names = noNames): Value | undefined {
  if (raw === undefined) return undefined;
  const { decode, nullable, zero, expected } = wireTypes[wire];
  if (raw === null && nullable) return zero;
  const value = wire === "uint64" ? unsignedOfWire(raw) : decode(raw, names);
  if (value === undefined) throw wrongShape(at, expected, raw);
  return value;
}
