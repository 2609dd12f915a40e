import { base64Alphabet as digits } from "../../../core/base64-alphabet.ts";

/**
 * The code points of a table by their index, 0 where it has none, from the form that `scripts/charsets.ts` writes:
 * numbers in groups of five bits, a digit of base64 each. A number is the distance from the code point before, its
 * lowest bit the sign. `!` and a number: as many code points more, one after the other; `~` and a number: as many of
 * those that the rest of the table does not have; a space and a number: as many places without any.
 */
export function unpackTable(packed: string): Uint32Array {
  const points: number[] = [];
  const fills: { readonly at: number; readonly count: number }[] = [];
  const reader = new NumberReader(packed);
  let point = 0;
  while (reader.skipLineEnds()) {
    if (reader.take(" ")) {
      for (let count = reader.number(); count > 0; count--) points.push(0);
    } else if (reader.take("!")) {
      for (let count = reader.number(); count > 0; count--) points.push(++point);
    } else if (reader.take("~")) {
      const count = reader.number();
      fills.push({ at: points.length, count });
      for (let i = 0; i < count; i++) points.push(0);
    } else {
      const distance = reader.number();
      point += distance & 1 ? -(distance >> 1) : distance >> 1;
      points.push(point);
    }
  }
  const known = fills.length === 0 ? undefined : new Set(points);
  for (const { at, count } of fills) {
    let next = points[at - 1] as number;
    for (let i = at; i < at + count; i++) {
      do next++;
      while (known?.has(next));
      points[i] = next;
    }
  }
  return Uint32Array.from(points);
}

class NumberReader {
  readonly #text: string;
  readonly #values = new Map(Array.from(digits, (digit, value) => [digit, value]));
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Goes to the next sign and tells whether there is one. */
  skipLineEnds(): boolean {
    while (this.take("\n"));
    return this.#at < this.#text.length;
  }

  take(sign: string): boolean {
    const found = this.#text[this.#at] === sign;
    if (found) this.#at++;
    return found;
  }

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = this.#values.get(this.#text.charAt(this.#at++)) ?? 0;
      value |= (digit & 31) << shift;
      if (digit < 32) return value;
    }
  }
}
