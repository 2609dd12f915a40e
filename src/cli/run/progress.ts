import type { Writable } from "node:stream";

const patience = 500;

/** Tells on a terminal which input a long run is at. */
export class Progress {
  readonly #stream: Writable & { readonly isTTY?: boolean };
  readonly #total: number;
  readonly #start = Date.now();
  #shown = false;

  constructor(stream: Writable & { readonly isTTY?: boolean }, total: number) {
    this.#stream = stream;
    this.#total = total;
  }

  show(done: number, step: string): void {
    if (this.#stream.isTTY !== true || Date.now() - this.#start < patience) return;
    this.#shown = true;
    this.#stream.write(`\r\x1b[K${done + 1}/${this.#total} ${step}`);
  }

  end(): void {
    if (this.#shown) this.#stream.write("\r\x1b[K");
  }
}
