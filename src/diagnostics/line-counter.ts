import { type FilePlace, partIn, type SourceFile } from "./source-file.ts";

/** A place as a reader would look for it: line and column from 1, the column in code points. */
export interface ReadablePlace {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** Tells the lines of many offsets of a text, which it reads through once. */
export class LineCounter {
  readonly #text: string;
  readonly #file: SourceFile | undefined;
  #starts: readonly number[] | undefined;
  #seconds: readonly number[] | undefined;

  constructor(text: string, file?: SourceFile) {
    this.#text = text;
    this.#file = file;
  }

  /** The number of the line that an offset is in, from 1. */
  lineOf(offset: number): number {
    this.#starts ??= [0, ...offsetsOf(/\n/g, this.#text).map((at) => at + 1)];
    return countUpTo(this.#starts, offset);
  }

  /** The file, line and column of an offset. */
  placeOf(offset: number): ReadablePlace {
    const { file, line, column } = this.lineAt(offset);
    return { ...(file === undefined ? {} : { file }), line, column };
  }

  /** The file and the line of an offset. */
  lineAt(offset: number): FilePlace {
    const at = Math.max(0, Math.min(offset, this.#text.length));
    const { start: from, file, line: first = 1 } = partIn(this.#file, at);
    const line = this.lineOf(at);
    const start = this.#starts?.[line - 1] ?? 0;
    const next = this.#starts?.[line];
    const text = this.#text.slice(start, next === undefined ? undefined : next - 1);
    return {
      ...(file === undefined ? {} : { file }),
      line: line - this.lineOf(from) + first,
      column: this.#charactersIn(start, at) + 1,
      text: text.endsWith("\r") ? text.slice(0, -1) : text,
      start,
    };
  }

  /** The number of code points: the second unit of a pair counts for none. */
  #charactersIn(start: number, end: number): number {
    this.#seconds ??= offsetsOf(/[\udc00-\udfff]/g, this.#text);
    return end - start - (countUpTo(this.#seconds, end - 1) - countUpTo(this.#seconds, start - 1));
  }
}

function offsetsOf(what: RegExp, text: string): readonly number[] {
  return Array.from(text.matchAll(what), ({ index }) => index);
}

/** How many of ascending numbers are not above another. */
function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
