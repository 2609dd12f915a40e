import { decodePlainMap, keyOf } from "../../shapes/otlp-json/any-value.ts";
import { encodeKeyValues } from "../../shapes/otlp-json/encode.ts";
import { plainOf } from "../../shapes/otlp-json/write-attributes.ts";
import { wrongShape } from "../../shapes/otlp-json/wrong-shape.ts";
import type { AnyValue, AttributeList, KeyValue } from "../../shapes/records.ts";

type Pair = KeyValue | null;

/**
 * Attributes while they are changed, as the reference's `pcommon.Map` is: a list in which a key may repeat, where the
 * first one is found, and in which the last attribute takes the place of one that is removed. The list that it is made
 * of stays as it is; plain objects of attributes stay plain objects.
 */
export class EditedAttributes {
  readonly #raw: AttributeList;
  readonly #given: readonly Pair[];
  readonly #path: string;
  #pairs: readonly Pair[];
  #own: Pair[] | undefined;

  /** Takes attributes as a record has them; the path is for messages. Throws `record_shape` where they are none. */
  constructor(raw: unknown, path: string) {
    const list = raw ?? [];
    if (typeof list !== "object") throw wrongShape(path, "an array of key-value pairs or an object", raw);
    this.#raw = list as AttributeList; // what the pairs are is checked where they are read
    this.#path = path;
    this.#given = Array.isArray(list) ? list : encodeKeyValues(decodePlainMap(list, path));
    this.#pairs = this.#given;
  }

  /** Where the attributes are, for messages. */
  get path(): string {
    return this.#path;
  }

  get changed(): boolean {
    return this.#own !== undefined;
  }

  /** The attributes in the form in which they were given; what was given where nothing was changed. */
  result(): AttributeList {
    const raw = this.#raw;
    if (this.#own === undefined) return raw;
    if (Array.isArray(raw)) return this.#own;
    const given = new Set(this.#given);
    return Object.fromEntries(
      this.#own.map((pair) => {
        const key = pair?.key ?? "";
        return [key, given.has(pair) ? raw[key] : plainOf(pair?.value ?? {})];
      }),
    );
  }

  /** The value of the first attribute with a key, `{}` where it has none; `undefined` where there is no attribute. */
  get(key: string): AnyValue | undefined {
    const at = this.#find(key);
    return at < 0 ? undefined : this.#valueAt(at);
  }

  /** Gives the first attribute with a key a value, or adds one at the end. */
  set(key: string, value: AnyValue): void {
    const at = this.#find(key);
    if (at < 0) this.#edit().push({ key, value });
    else this.#setAt(at, value);
  }

  /** Changes the value of the first attribute with a key, where there is one. */
  change(key: string, change: (value: AnyValue) => AnyValue): void {
    const at = this.#find(key);
    if (at >= 0) this.#setAt(at, change(this.#valueAt(at)));
  }

  /** Changes the value of every attribute whose key passes a test. */
  changeAll(test: (key: string) => boolean, change: (value: AnyValue) => AnyValue): void {
    for (let at = 0; at < this.#pairs.length; at++)
      if (test(this.#keyAt(at))) this.#setAt(at, change(this.#valueAt(at)));
  }

  /** Removes the first attribute with a key: the last one takes its place. */
  remove(key: string): void {
    const at = this.#find(key);
    if (at < 0) return;
    const pairs = this.#edit();
    const last = pairs.pop() as Pair; // there is one, at `at` or later
    if (at < pairs.length) pairs[at] = last;
  }

  /** Removes every attribute whose key passes a test; the others stay in order. */
  removeAll(test: (key: string) => boolean): void {
    const kept = this.#pairs.filter((_, at) => !test(this.#keyAt(at)));
    if (kept.length === this.#pairs.length) return;
    this.#own = kept;
    this.#pairs = kept;
  }

  /** The keys that pass a test, in order, as often as they are there. */
  keys(test: (key: string) => boolean): readonly string[] {
    return this.#pairs.map((_, at) => this.#keyAt(at)).filter(test);
  }

  #find(key: string): number {
    for (let at = 0; at < this.#pairs.length; at++) if (this.#keyAt(at) === key) return at;
    return -1;
  }

  #keyAt(at: number): string {
    return keyOf(this.#pairs[at], this.#path, at);
  }

  #valueAt(at: number): AnyValue {
    return this.#pairs[at]?.value ?? {};
  }

  #setAt(at: number, value: AnyValue): void {
    const pairs = this.#edit();
    pairs[at] = { ...pairs[at], value };
  }

  #edit(): Pair[] {
    this.#own ??= [...this.#pairs];
    this.#pairs = this.#own;
    return this.#own;
  }
}
