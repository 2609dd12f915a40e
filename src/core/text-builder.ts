import { requireTextLength } from "./text-length.ts";

/** How many pieces are joined at a time. */
const piecesAtOnce = 4096;

/**
 * Makes a text of many pieces. Engines keep a text that grows by `+=` as a tree of its pieces, which for millions of them
 * takes many times the memory of the text.
 */
export class TextBuilder {
  #length = 0;
  #pieces: string[] = [];
  readonly #chunks: string[] = [];

  /** Throws `text_too_long` where the text would become so. */
  append(piece: string): void {
    if (piece === "") return;
    this.#length += piece.length;
    requireTextLength(this.#length);
    this.#pieces.push(piece);
    if (this.#pieces.length < piecesAtOnce) return;
    this.#chunks.push(this.#pieces.join(""));
    this.#pieces = [];
  }

  /** The text so far. */
  get text(): string {
    return [...this.#chunks, ...this.#pieces].join("");
  }
}
