import { lineAt } from "./lines.ts";
import { partIn, type SourceFile } from "./source-file.ts";

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

  constructor(text: string, file?: SourceFile) {
    this.#text = text;
    this.#file = file;
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

  /** The file, line and column of an offset. */
  placeOf(offset: number): ReadablePlace {
    const { start, file, line: first = 1 } = partIn(this.#file, offset);
    const line = this.lineOf(offset) - this.lineOf(start) + first;
    const lineStart = offset === 0 ? 0 : this.#text.lastIndexOf("\n", offset - 1) + 1;
    const before = this.#text.slice(lineStart, offset);
    const { column } = lineAt(before, before.length);
    return { ...(file === undefined ? {} : { file }), line, column };
  }
}
