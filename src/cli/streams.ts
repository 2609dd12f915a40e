import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** Where a command reads and writes. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Writes a text and waits until there is room for more; answers false once nobody reads any longer. */
export async function write(stream: Writable, text: string): Promise<boolean> {
  if (stream.destroyed || stream.errored) return false;
  if (stream.write(text)) return true;
  try {
    await once(stream, "drain");
    return true;
  } catch (error) {
    if (isBrokenPipe(error)) return false;
    throw error;
  }
}

/** Lets a stream whose reader went away end quietly; any other error of it is thrown. */
export function tolerateBrokenPipe(stream: Writable): void {
  stream.on("error", (error) => {
    if (!isBrokenPipe(error)) throw error;
  });
}

function isBrokenPipe(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException; // streams emit Node's errors
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED" || code === "ERR_STREAM_PREMATURE_CLOSE";
}
