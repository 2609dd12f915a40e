import { MapValue, type Value } from "../../core/values.ts";

/** What the parts of a pair at a path of a record mean; throws what is wrong with them. */
export interface PairReader {
  readonly key: (pair: unknown, path: string, index: number) => string;
  readonly value: (pair: unknown, path: string) => Value;
}

/** What was changed, or read before, of the entries of a stored map. */
interface Entries {
  readonly keys: readonly string[];
  readonly decoded: (Value | undefined)[];
}

const unread: readonly string[] = [];
const noValues: readonly Value[] = [];

/**
 * The map that a list of key-value pairs is: keys and values are read when they are asked for, and what was not changed
 * is written back to the list as it is.
 */
export class StoredMap extends MapValue {
  /** The list that the pairs are of. */
  readonly list: readonly unknown[];
  /** The pair of each entry, `undefined` for a changed one. */
  readonly pairs: readonly unknown[];
  readonly #path: string;
  readonly #read: PairReader;
  #decoded: (Value | undefined)[] | undefined;
  #isDecoded = false;

  constructor(
    list: readonly unknown[],
    pairs: readonly unknown[],
    path: string,
    read: PairReader,
    entries?: Entries,
  ) {
    super(entries === undefined ? unread : entries.keys, noValues);
    this.list = list;
    this.pairs = pairs;
    this.#path = path;
    this.#read = read;
    this.#decoded = entries?.decoded;
  }

  override get keys(): readonly string[] {
    if (this.names === unread && this.pairs.length > 0) {
      this.names = this.pairs.map((pair, i) => this.#read.key(pair, this.#path, i));
    }
    return this.names;
  }

  override get size(): number {
    return this.pairs.length;
  }

  override get values(): readonly Value[] {
    if (!this.#isDecoded) {
      for (let i = 0; i < this.keys.length; i++) this.valueAt(i);
      this.#isDecoded = true;
    }
    return (this.#decoded ?? noValues) as readonly Value[]; // all of them are there now
  }

  override get source(): object | undefined {
    return this.pairs === this.list ? this.list : undefined;
  }

  override get(key: string): Value | undefined {
    const index = this.keys.indexOf(key);
    return index < 0 ? undefined : this.valueAt(index);
  }

  /** The value of the entry at an index. */
  valueAt(index: number): Value {
    this.#decoded ??= new Array(this.pairs.length);
    let value = this.#decoded[index];
    if (value === undefined) {
      value = this.#read.value(this.pairs[index], this.#path);
      this.#decoded[index] = value;
    }
    return value;
  }

  override filter(stays: (key: string) => boolean): MapValue {
    if (this.names !== unread || this.#decoded !== undefined) return super.filter(stays);
    const { pairs } = this;
    const kept: unknown[] = [];
    for (let i = 0; i < pairs.length; i++) {
      if (stays(this.#read.key(pairs[i], this.#path, i))) kept.push(pairs[i]);
    }
    return kept.length === pairs.length ? this : new StoredMap(this.list, kept, this.#path, this.#read);
  }

  override without(key: string): MapValue {
    if (this.names !== unread || this.#decoded !== undefined) return super.without(key);
    const { pairs } = this;
    let index = -1;
    // Every key is looked at, for each of them may be none.
    for (let i = 0; i < pairs.length; i++)
      if (this.#read.key(pairs[i], this.#path, i) === key && index < 0) index = i;
    if (index < 0) return this;
    const kept = pairs.slice(0, -1);
    if (index < kept.length) kept[index] = pairs[kept.length];
    return new StoredMap(this.list, kept, this.#path, this.#read);
  }

  override pick(indexes: readonly number[]): MapValue {
    return this.#with(
      indexes.map((i) => this.pairs[i]),
      indexes.map((i) => this.keys[i] as string),
      indexes.map((i) => this.#decoded?.[i]),
    );
  }

  override withChanges(keys: readonly string[], changes: readonly (Value | undefined)[]): MapValue {
    const pairs: unknown[] = [];
    const decoded: (Value | undefined)[] = [];
    for (let i = 0; i < keys.length; i++) {
      const change = changes[i];
      pairs.push(change === undefined ? this.pairs[i] : undefined);
      decoded.push(change === undefined ? this.#decoded?.[i] : change);
    }
    return this.#with(pairs, keys, decoded);
  }

  #with(pairs: readonly unknown[], keys: readonly string[], decoded: (Value | undefined)[]): StoredMap {
    return new StoredMap(this.list, pairs, this.#path, this.#read, { keys, decoded });
  }
}
