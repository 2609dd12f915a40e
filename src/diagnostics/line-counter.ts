/** Tells the lines of many offsets of a text, which it reads through once. */
export class LineCounter {
  readonly #text: string;
  #starts: readonly number[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The number of the line that an offset is in, from 1. */
  lineOf(offset: number): number {
    this.#starts ??= [0, ...this.#text.matchAll(/\n/g).map(({ index }) => index + 1)];
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
