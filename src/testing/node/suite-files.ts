import { dirname, relative, resolve } from "node:path";
import type { SuiteFile, SuiteFiles } from "../suite/suite-input.ts";
import { filesOf, readText } from "./load-fixtures.ts";

/**
 * The files that a suite names, relative to it; each is called by its path from the current folder. `onFile` is called with
 * the path of each that is read, and with a pattern that means none.
 */
export function suiteFiles(suite: string, onFile: (file: string) => void = () => {}): SuiteFiles {
  const folder = dirname(resolve(suite));
  const read = new Map<string, readonly SuiteFile[]>();
  return (pattern) => {
    let files = read.get(pattern);
    if (files === undefined) {
      onFile(resolve(folder, pattern));
      files = [...filesOf(pattern, folder)].sort().map((file) => ({
        name: relative(process.cwd(), resolve(folder, file)),
        text: readText(file, folder),
      }));
      for (const { name } of files) onFile(resolve(name));
      read.set(pattern, files);
    }
    return files;
  };
}
