import type { Writable } from "node:stream";

const patience = 500;
const pause = 100;

/** Tells on a terminal which input a long run is at. */
export class Progress {
  readonly #stream: Writable & { readonly isTTY?: boolean };
  readonly #total: number;
  readonly #start = Date.now();
  #shown = false;
  #last = 0;

  constructor(stream: Writable & { readonly isTTY?: boolean }, total: number) {
    this.#stream = stream;
    this.#total = total;
  }

  show(done: number, step: () => string): void {
    const now = Date.now();
    if (this.#stream.isTTY !== true || now - this.#start < patience || now - this.#last < pause) return;
    this.#shown = true;
    this.#last = now;
    this.#stream.write(`\r\x1b[K${done + 1}/${this.#total} ${step()}`);
  }

  end(): void {
    if (this.#shown) this.#stream.write("\r\x1b[K");
    this.#shown = false;
  }
}
