import { Readable, Writable } from "node:stream";
import { main } from "../../src/cli/main.ts";

/** A command that watches files, and what it has printed so far. */
export class Watched {
  readonly #code: Promise<number>;
  #printed = "";
  #arrived: () => void = () => {};

  constructor(args: readonly string[], terminal: object = {}) {
    const output = () =>
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          this.#printed += chunk;
          this.#arrived();
          done();
        },
      });
    const streams = { stdin: Readable.from([]), stdout: Object.assign(output(), terminal), stderr: output() };
    this.#code = main(args, streams);
  }

  /** What one run printed, as soon as it waits for changes. */
  async round(): Promise<string> {
    const end = /watching .*: a change runs .*again, Ctrl-C ends\n/;
    for (let found = end.exec(this.#printed); ; found = end.exec(this.#printed)) {
      if (found !== null) {
        const told = this.#printed.slice(0, found.index + found[0].length);
        this.#printed = this.#printed.slice(told.length);
        return told;
      }
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }

  /** The exit code behind Ctrl-C, which this process gets as a signal of its own. */
  async interrupt(): Promise<number> {
    process.emit("SIGINT");
    return this.#code;
  }
}
