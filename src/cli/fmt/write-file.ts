import {
  accessSync,
  chmodSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { encodeUtf8 } from "../../core/utf8.ts";

/**
 * Puts a text in the place of that of a file at once, so that nobody sees half of it: the file that a link leads to,
 * with the permissions that it has.
 */
export function replaceFile(name: string, text: string): void {
  const path = realpathSync(name);
  // A file that may not be written could still be replaced by another one.
  accessSync(path, constants.W_OK);
  const { mode } = statSync(path);
  const fresh = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(fresh, encodeUtf8(text), { flag: "wx" });
    chmodSync(fresh, mode & 0o7777);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}
