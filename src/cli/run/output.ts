import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { encodeUtf8 } from "../../core/utf8.ts";
import { fileReason } from "../../testing/node/file-reason.ts";
import { type Streams, write } from "../streams.ts";
import { UsageError } from "../usage-error.ts";

/** Where the output of a run goes. */
export interface Output {
  /** Writes a text and waits until there is room for more; answers false where nothing more can be written. */
  write(text: string): Promise<boolean>;
  /** Says that all is written. */
  finish(): void;
  /** Says that no more comes, and tells where what was written is, if not where it goes. */
  breakOff(): string | undefined;
}

/** Standard output, or a file: it takes its place when all is written, and until then is beside it. */
export function outputTo(file: string | undefined, { stdout }: Streams): Output {
  return file === undefined ? new StandardOutput(stdout) : new OutputFile(file);
}

class StandardOutput implements Output {
  readonly #stdout: Streams["stdout"];

  constructor(stdout: Streams["stdout"]) {
    this.#stdout = stdout;
  }

  write(text: string): Promise<boolean> {
    return write(this.#stdout, text);
  }

  finish(): void {}

  breakOff(): undefined {}
}

class OutputFile implements Output {
  readonly #name: string;
  readonly #beside: string;
  readonly #descriptor: number;

  constructor(name: string) {
    this.#name = name;
    this.#beside = join(dirname(name), `${basename(name)}.partial`);
    this.#descriptor = this.#attempt(() => openSync(this.#beside, "w"));
  }

  async write(text: string): Promise<boolean> {
    const bytes = encodeUtf8(text);
    for (let at = 0; at < bytes.length; ) at += this.#attempt(() => writeSync(this.#descriptor, bytes, at));
    return true;
  }

  finish(): void {
    this.#attempt(() => {
      closeSync(this.#descriptor);
      renameSync(this.#beside, this.#name);
    });
  }

  breakOff(): string {
    closeSync(this.#descriptor);
    return this.#beside;
  }

  #attempt<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw new UsageError(`${this.#name} cannot be written: ${fileReason(error)}`, { isAboutFiles: true });
    }
  }
}
