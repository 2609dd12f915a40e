import type { Span } from "../diagnostics/diagnostic.ts";

/** A run of a text and the range of the source that it comes from. */
interface Piece {
  /** Where the run begins in the text; it ends where the next one begins. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  /** Whether the run is the range itself, so that characters can be told apart. */
  readonly verbatim: boolean;
}

/** A text put together from ranges of a source, so that every place in it can be told in the source. */
export class MappedText {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  readonly #end: number;

  constructor(text: string, pieces: readonly Piece[], end: number) {
    this.text = text;
    this.#pieces = pieces;
    this.#end = end;
  }

  /** The range of the source that a range of the text comes from; an empty range is a point. */
  locate({ start, end }: Span): Span {
    const from = this.#startOf(start);
    return end > start ? { start: from, end: Math.max(from, this.#endOf(end)) } : { start: from, end: from };
  }

  #startOf(offset: number): number {
    const piece = this.#pieceAt(offset);
    if (piece === undefined || offset >= this.text.length) return this.#end;
    return piece.verbatim ? piece.start + Math.max(0, offset - piece.at) : piece.start;
  }

  #endOf(offset: number): number {
    if (offset > this.text.length) return this.#end;
    const piece = this.#pieceAt(offset - 1);
    if (piece === undefined) return this.#end;
    return piece.verbatim ? piece.start + (offset - piece.at) : piece.end;
  }

  /** The last piece that begins at or before an offset. */
  #pieceAt(offset: number): Piece | undefined {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle] as Piece).at <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#pieces[Math.max(0, low - 1)];
  }
}

/** Puts a mapped text together, from front to back. */
export class MappedTextBuilder {
  readonly #source: string;
  readonly #texts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;

  constructor(source: string) {
    this.#source = source;
  }

  get length(): number {
    return this.#length;
  }

  /** Appends a range of the source as it is. */
  copy(start: number, end: number): void {
    this.#add(this.#source.slice(start, end), start, end, true);
  }

  /** Appends a text that stands for a range of the source. */
  replace(text: string, start: number, end: number): void {
    this.#add(text, start, end, false);
  }

  /** The text; `end` is where in the source it ends. */
  build(end: number): MappedText {
    return new MappedText(this.#texts.join(""), this.#pieces, end);
  }

  #add(text: string, start: number, end: number, verbatim: boolean): void {
    if (text === "") return;
    const last = this.#pieces.at(-1);
    const continues = verbatim && last?.verbatim && last.start + (this.#length - last.at) === start;
    if (!continues) this.#pieces.push({ at: this.#length, start, end, verbatim });
    this.#texts.push(text);
    this.#length += text.length;
  }
}
