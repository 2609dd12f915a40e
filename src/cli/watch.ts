import { type FSWatcher, statSync, watch } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Streams, write } from "./streams.ts";

/** What one of several runs came to. */
export interface Round {
  readonly code: number;
  /** The files that were read or looked for. */
  readonly files: Iterable<string>;
  /** What is waited for, as the line behind the run says it. */
  readonly watching: string;
}

/** Where the runs print, and the files that they write themselves, which is no change. */
export interface Watching {
  readonly stdout: Streams["stdout"];
  readonly written: readonly string[];
}

/**
 * Runs again, on a cleared screen, whenever one of the files changes that the run before has read, or a file beside them
 * comes or goes, until there is an interrupt (Ctrl-C; another one ends a run that takes long). Answers the exit code of the
 * last run.
 */
export async function runWatched(
  run: (number: number) => Promise<Round>,
  { stdout, written }: Watching,
): Promise<number> {
  const changes = new Changes(written);
  const interrupted = changes.end.bind(changes);
  process.once("SIGINT", interrupted);
  try {
    for (let number = 0; ; number++) {
      if (number > 0) await write(stdout, stdout.isTTY ? clearScreen : "\n");
      const begin = Date.now();
      const { code, files, watching } = await run(number);
      await write(stdout, `\nwatching ${watching}, Ctrl-C ends\n`);
      changes.follow(files, begin);
      if (!(await changes.next())) return code;
    }
  } finally {
    process.off("SIGINT", interrupted);
    changes.close();
  }
}

const clearScreen = "\x1b[2J\x1b[3J\x1b[H";

/** How long it has to be quiet before the next run: an editor writes a file in several steps. */
const quietMilliseconds = 80;

/** Tells of changes of files, by the folders that they are in. */
class Changes {
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #written: ReadonlySet<string>;
  #files: ReadonlySet<string> = new Set();
  #timer: NodeJS.Timeout | undefined;
  #changed = false;
  #ended = false;
  #wake: () => void = () => {};

  constructor(written: readonly string[]) {
    this.#written = new Set(written.map((file) => resolve(file)));
  }

  /** Follows these files from now on; one that was written since `begin` has changed already. */
  follow(files: Iterable<string>, begin: number): void {
    this.#files = new Set([...files].map((file) => resolve(file)));
    const folders = new Set([...this.#files].map((file) => dirname(file)));
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) this.#watch(folder);
    for (const file of this.#files) if (timeOf(file) > begin) this.#change();
  }

  #watch(folder: string): void {
    if (this.#watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (event, name) =>
        this.#see(event, name === null ? folder : join(folder, name)),
      );
      watcher.on("error", () => this.#watchers.delete(folder)); // the folder went away
      this.#watchers.set(folder, watcher);
    } catch {
      // A folder that is not there is asked for again behind the next run.
    }
  }

  #see(event: string, path: string): void {
    const isNews = this.#files.has(path) || (event === "rename" && !isScratch(path));
    if (isNews && !this.#written.has(path)) this.#change();
  }

  #change(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#changed = true;
      this.#wake();
    }, quietMilliseconds);
  }

  /** Waits for a change; `false` where there is an interrupt instead. */
  async next(): Promise<boolean> {
    while (!this.#changed && !this.#ended)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    this.#changed = false;
    return !this.#ended;
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers.values()) watcher.close();
  }
}

/** When a file was written; never where it is not there. */
function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Whether a file is one that editors put beside the one that they write. */
function isScratch(path: string): boolean {
  return /^\.|~$|^#|^\d+$|\.(?:tmp|sw[a-z])$/.test(basename(path));
}
