import { MapValue, type Value } from "../../core/values.ts";

/**
 * The map that a list of key-value pairs is: values are decoded when they are asked for, and what was not changed is
 * written back to the list as it is.
 */
export class StoredMap extends MapValue {
  /** The list that the pairs are of. */
  readonly list: readonly unknown[];
  /** The pair of each entry, `undefined` for a changed one. */
  readonly pairs: readonly unknown[];
  readonly #decoded: (Value | undefined)[];
  readonly #decode: (pair: unknown) => Value;
  #isDecoded = false;

  constructor(
    list: readonly unknown[],
    keys: readonly string[],
    pairs: readonly unknown[],
    decoded: (Value | undefined)[],
    decode: (pair: unknown) => Value,
  ) {
    super(keys, []);
    this.list = list;
    this.pairs = pairs;
    this.#decoded = decoded;
    this.#decode = decode;
  }

  override get values(): readonly Value[] {
    if (!this.#isDecoded) {
      for (let i = 0; i < this.keys.length; i++) this.valueAt(i);
      this.#isDecoded = true;
    }
    return this.#decoded as Value[]; // all of them are there now
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
    let value = this.#decoded[index];
    if (value === undefined) {
      value = this.#decode(this.pairs[index]);
      this.#decoded[index] = value;
    }
    return value;
  }

  override pick(indexes: readonly number[]): MapValue {
    return new StoredMap(
      this.list,
      indexes.map((i) => this.keys[i] as string),
      indexes.map((i) => this.pairs[i]),
      indexes.map((i) => this.#decoded[i]),
      this.#decode,
    );
  }

  override withChanges(changed: ReadonlyMap<number, Value>, added?: ReadonlyMap<string, Value>): MapValue {
    const pairs = [...this.pairs];
    const decoded = [...this.#decoded];
    for (const [index, value] of changed) {
      pairs[index] = undefined;
      decoded[index] = value;
    }
    if (added === undefined) return new StoredMap(this.list, this.keys, pairs, decoded, this.#decode);
    const keys = [...this.keys];
    for (const [key, value] of added) {
      decoded[keys.length] = value;
      pairs[keys.length] = undefined;
      keys.push(key);
    }
    return new StoredMap(this.list, keys, pairs, decoded, this.#decode);
  }
}
