import { utc, type Zone } from "./zone.ts";

/** Any value that an OTTL expression can have. `null` is nil, `bigint` is int64, `number` is float64. */
export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint8Array
  | ListValue
  | MapValue
  | Timestamp
  | Duration
  | TraceId
  | SpanId
  | Telemetry;

/**
 * What the reference would hold for a list: `slice` is a list of telemetry data (`pcommon.Slice`), `literal` a
 * list written in the text (`[]any`), the others Go slices of one element type, which equal nothing.
 */
export type ListOrigin = "slice" | "literal" | "string" | "int64" | "uint64" | "float64" | "bool" | "bytes";

/** A list value. `origin` decides equality, as in the reference. */
export class ListValue {
  readonly items: readonly Value[];
  readonly origin: ListOrigin;
  readonly #source: object | undefined;

  constructor(items: readonly Value[], origin: ListOrigin, source?: object) {
    this.items = items;
    this.origin = origin;
    this.#source = source;
  }

  /** The part of a record that it was read from and that is still the same; absent where a function made it. */
  get source(): object | undefined {
    return this.#source;
  }
}

/** A map value: entries in insertion order. Data may hold a key twice; the first one is found. */
export class MapValue {
  /** The keys and the values; a subclass may make them when they are asked for. */
  protected names: readonly string[];
  protected held: readonly Value[];
  readonly #source: object | undefined;

  constructor(keys: readonly string[], values: readonly Value[], source?: object) {
    this.names = keys;
    this.held = values;
    this.#source = source;
  }

  get keys(): readonly string[] {
    return this.names;
  }

  /** The part of a record that it was read from and that is still the same; absent where a function made it. */
  get source(): object | undefined {
    return this.#source;
  }

  get values(): readonly Value[] {
    return this.held;
  }

  static of(entries: Iterable<readonly [string, Value]>): MapValue {
    const keys: string[] = [];
    const values: Value[] = [];
    for (const [key, value] of entries) {
      keys.push(key);
      values.push(value);
    }
    return new MapValue(keys, values);
  }

  get size(): number {
    return this.keys.length;
  }

  /** The first value of the key, or `undefined` where the key is absent. */
  get(key: string): Value | undefined {
    const index = this.keys.indexOf(key);
    return index < 0 ? undefined : this.values[index];
  }

  *entries(): IterableIterator<[string, Value]> {
    const { keys, values } = this;
    for (let i = 0; i < keys.length; i++) yield [keys[i] as string, values[i] as Value];
  }

  /** A map of the entries at some indexes, in that order. */
  pick(indexes: readonly number[]): MapValue {
    const { keys, values } = this;
    return new MapValue(
      indexes.map((i) => keys[i] as string),
      indexes.map((i) => values[i] as Value),
    );
  }

  /** A map of more keys that begin with its own, and with other values; it keeps what is `undefined` among them. */
  withChanges(keys: readonly string[], changes: readonly (Value | undefined)[]): MapValue {
    const { values } = this;
    return new MapValue(
      keys,
      keys.map((_, i) => {
        const change = changes[i];
        return change === undefined ? (values[i] as Value) : change; // one of them is there
      }),
    );
  }

  /** A map of the entries whose key stays, in their order. */
  filter(stays: (key: string) => boolean): MapValue {
    const kept: number[] = [];
    for (let i = 0; i < this.keys.length; i++) if (stays(this.keys[i] as string)) kept.push(i);
    return kept.length === this.keys.length ? this : this.pick(kept);
  }

  /** A map without a key, where it comes twice without the first one: the last entry takes its place. */
  without(key: string): MapValue {
    const { keys } = this;
    const index = keys.indexOf(key);
    if (index < 0) return this;
    const last = keys.length - 1;
    const indexes: number[] = [];
    for (let i = 0; i < last; i++) indexes.push(i === index ? last : i);
    return this.pick(indexes);
  }

  /** A map of the same keys with what is made of each value. */
  mapValues(change: (value: Value) => Value): MapValue {
    let isSame = true;
    const changes = this.values.map((value) => {
      const other = change(value);
      if (other === value) return undefined;
      isSame = false;
      return other;
    });
    return isSame ? this : this.withChanges(this.keys, changes);
  }
}

/** A map of Go values that a function made: some numbers in it become ints only where it is stored. */
export class GoMap extends MapValue {
  /** The map as telemetry data. */
  get data(): MapValue {
    return new MapValue(this.keys, this.values.map(dataOfGo));
  }
}

/** A value in a map of Go as telemetry data. */
function dataOfGo(value: Value): Value {
  if (value instanceof GoMap) return value.data;
  if (value instanceof ListValue && value.origin === "literal")
    return new ListValue(value.items.map(dataOfGo), "slice");
  return intOfGo(value);
}

/** A Go number that is no int64, such as a port or a single byte, as an int; any other value as it is. */
export function intOfGo(value: Value): Value {
  if (!(value instanceof Telemetry)) return value;
  return typeof value.raw === "number" || typeof value.raw === "bigint" ? BigInt(value.raw) : value;
}

/** A moment: nanoseconds since the Unix epoch and the time zone by whose clocks it is shown. */
export class Timestamp {
  readonly nanos: bigint;
  readonly zone: Zone;

  constructor(nanos: bigint, zone: Zone = utc) {
    this.nanos = nanos;
    this.zone = zone;
  }
}

/** A length of time in nanoseconds (int64). */
export class Duration {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** A trace id: 32 lower-case hexadecimal digits. */
export class TraceId {
  readonly hex: string;

  constructor(hex: string) {
    this.hex = hex;
  }
}

/** A span id: 16 lower-case hexadecimal digits. */
export class SpanId {
  readonly hex: string;

  constructor(hex: string) {
    this.hex = hex;
  }
}

/**
 * What is no value of the language, such as the data points of a metric or a single byte of bytes. It can be asked
 * for its length and for attributes of its items, and be compared with itself.
 */
export class Telemetry {
  /** The reference's name of the type, such as `pmetric.NumberDataPointSlice`. */
  readonly goType: string;
  /** The record's own array or object, or a number of Go; identity decides equality. */
  readonly raw: unknown;
  /** Number of items, or `undefined` where the piece is no list. */
  readonly length: number | undefined;
  /** An attribute of an item of the list, or `undefined` where the item has no such key. */
  readonly attribute: ((index: number, key: string) => Value | undefined) | undefined;

  constructor(
    goType: string,
    raw: unknown,
    length?: number,
    attribute?: (index: number, key: string) => Value | undefined,
  ) {
    this.goType = goType;
    this.raw = raw;
    this.length = length;
    this.attribute = attribute;
  }
}

/** The names of the types as diagnostics, documents and `typeOf` print them. */
export type TypeName =
  | "nil"
  | "bool"
  | "int"
  | "double"
  | "string"
  | "bytes"
  | "list"
  | "map"
  | "time"
  | "duration"
  | "trace id"
  | "span id"
  | "telemetry"
  | "any";

/** The type of a value. */
export function typeNameOf(value: Value): TypeName {
  switch (typeof value) {
    case "boolean":
      return "bool";
    case "bigint":
      return "int";
    case "number":
      return "double";
    case "string":
      return "string";
    default:
  }
  if (value === null) return "nil";
  if (value instanceof Uint8Array) return "bytes";
  if (value instanceof ListValue) return "list";
  if (value instanceof MapValue) return "map";
  if (value instanceof Timestamp) return "time";
  if (value instanceof Duration) return "duration";
  if (value instanceof TraceId) return "trace id";
  if (value instanceof SpanId) return "span id";
  return "telemetry";
}
