import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { encodeUtf8 } from "../../core/utf8.ts";
import { fileReason } from "../../testing/node/file-reason.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Puts a text in the place of that of a file at once, so that nobody sees half of it: the file that a link leads to,
 * with the permissions that it has. Throws a `UsageError` that says why it cannot be written.
 */
export function replaceFile(name: string, text: string): void {
  try {
    replace(name, text);
  } catch (error) {
    throw new UsageError(`${name} cannot be written: ${fileReason(error)}`, { isAboutFiles: true });
  }
}

function replace(name: string, text: string): void {
  const path = realpathSync(name);
  // A file that may not be written could still be replaced by another one.
  accessSync(path, constants.W_OK);
  const fresh = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    // Until it has the permissions of the other, nobody else may read it.
    writeFileSync(fresh, encodeUtf8(text), { flag: "wx", mode: 0o600 });
    takePlace(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Puts a new file in the place of another, whose owner and permissions it gets. */
export function takePlace(fresh: string, path: string): void {
  const { mode, uid, gid } = statSync(path);
  keepOwner(fresh, uid, gid);
  chmodSync(fresh, mode & 0o7777);
  renameSync(fresh, path);
}

/** Gives a new file the owner of that which it replaces, as far as the user may. */
function keepOwner(file: string, uid: number, gid: number): void {
  const fresh = statSync(file);
  if (fresh.uid === uid && fresh.gid === gid) return;
  try {
    chownSync(file, uid, gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") throw error; // of the file system
  }
}
