import {
  accessSync,
  closeSync,
  constants,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { encodeUtf8 } from "../../core/utf8.ts";
import { fileReason } from "../../testing/node/file-reason.ts";
import { takePlace } from "../fmt/write-file.ts";
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

/**
 * Standard output, or a file: it takes its place when all is written, with the permissions of the one that was there, and
 * until then is beside it.
 */
export function outputTo(file: string | undefined, { stdout }: Streams): Output {
  return file === undefined ? new StandardOutput(stdout) : new OutputFile(file);
}

/** The files that an output to a file touches: it, the one that a link leads to, and what is beside that. */
export function touchedFiles(file: string): readonly string[] {
  const place = placeOf(file);
  return [file, place, besideOf(place)];
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

/** A file that takes its place at the end; what is no regular file, such as a device, is written to at once. */
class OutputFile implements Output {
  readonly #name: string;
  readonly #place: string;
  readonly #known: Stats | undefined;
  readonly #opened: string;
  readonly #descriptor: number;
  #isOpen = true;
  #isEmpty = true;

  constructor(name: string) {
    this.#name = name;
    this.#place = placeOf(name);
    this.#known = this.#attempt(() => statSync(name, { throwIfNoEntry: false }));
    this.#opened = this.#isAtOnce ? name : besideOf(this.#place);
    this.#descriptor = this.#attempt(() => {
      // A file that may not be written could still be replaced by another one.
      if (this.#known !== undefined) accessSync(name, constants.W_OK);
      return openSync(this.#opened, "w");
    });
  }

  get #isAtOnce(): boolean {
    return this.#known !== undefined && !this.#known.isFile();
  }

  async write(text: string): Promise<boolean> {
    const bytes = encodeUtf8(text);
    if (bytes.length > 0) this.#isEmpty = false;
    for (let at = 0; at < bytes.length; ) at += this.#attempt(() => writeSync(this.#descriptor, bytes, at));
    return true;
  }

  finish(): void {
    this.#attempt(() => {
      this.#close();
      if (this.#isAtOnce) return;
      if (this.#known === undefined) renameSync(this.#opened, this.#place);
      else takePlace(this.#opened, this.#place);
    });
  }

  breakOff(): string | undefined {
    this.#close();
    if (this.#isAtOnce) return undefined;
    if (!this.#isEmpty) return this.#opened;
    rmSync(this.#opened, { force: true });
    return undefined;
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }

  #attempt<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw new UsageError(`${this.#name} cannot be written: ${fileReason(error)}`, { isAboutFiles: true });
    }
  }
}

/** The file that a link leads to; the name itself where there is none yet. */
function placeOf(name: string): string {
  try {
    return realpathSync(name);
  } catch {
    return name; // why it cannot be written is told when it is
  }
}

function besideOf(place: string): string {
  return `${place}.partial`;
}
