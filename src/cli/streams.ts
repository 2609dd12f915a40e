import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** Where a command reads and writes. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly columns?: number; readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** Writes a text and waits until there is room for more; answers false where nothing more can be written: `flush` says why. */
export async function write(stream: Writable, text: string): Promise<boolean> {
  if (stream.destroyed || stream.errored) return false;
  if (stream.write(text)) return true;
  try {
    await once(stream, "drain");
    return true;
  } catch {
    return false;
  }
}

/** Waits until everything is written; throws where it cannot be. A reader that went away is no error. */
export async function flush(stream: Writable): Promise<void> {
  const failed = stream.errored ?? (await lastWrite(stream));
  if (failed && !isBrokenPipe(failed)) throw new Error(`the output cannot be written: ${failed.message}`);
}

function lastWrite(stream: Writable): Promise<Error | null | undefined> {
  if (stream.destroyed) return Promise.resolve(undefined);
  return new Promise((resolve) => stream.write("", resolve));
}

/** Leaves the errors of a stream to `flush`. */
export function catchErrors(stream: Writable): void {
  stream.on("error", () => {});
}

function isBrokenPipe(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException; // streams emit Node's errors
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED" || code === "ERR_STREAM_PREMATURE_CLOSE";
}
