import type { Piece } from "../piece.ts";

/** Where the items of a list that was made anew were in the list of the caller's payload. */
export type Origins = Map<readonly unknown[], readonly number[]>;

/** Gathers what is left of a list, item by item; the list itself where all of it stays as it is. */
export class Remainder {
  readonly #items: readonly Piece[];
  readonly #origins: Origins | undefined;
  readonly #from: readonly number[] | undefined;
  #left: Piece[] | undefined;
  #leftFrom: number[] | undefined;

  /** Origins are kept where a later walk needs them. */
  constructor(items: readonly Piece[], origins: Origins | undefined) {
    this.#items = items;
    this.#origins = origins;
    this.#from = origins?.get(items);
  }

  /** The index in the caller's payload of an item. */
  origin(index: number): number {
    return this.#from === undefined ? index : (this.#from[index] ?? index);
  }

  /** Takes what is left of the next item, nothing where it goes. */
  take(index: number, item: Piece | undefined): void {
    if (this.#left === undefined) {
      if (item === this.#items[index]) return;
      this.#left = this.#items.slice(0, index);
      if (this.#origins !== undefined) this.#leftFrom = this.#left.map((_, i) => this.origin(i));
    }
    if (item === undefined) return;
    this.#left.push(item);
    this.#leftFrom?.push(this.origin(index));
  }

  /** The list of what is left. */
  list(): readonly Piece[] {
    if (this.#left === undefined) return this.#items;
    if (this.#leftFrom !== undefined) this.#origins?.set(this.#left, this.#leftFrom);
    return this.#left;
  }
}
