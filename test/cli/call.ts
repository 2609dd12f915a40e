import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll } from "vitest";
import { main } from "../../src/cli/main.ts";

/** A folder for the files of a test file, which goes away with it. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), "ottlkit-cli-"));

  constructor() {
    afterAll(() => rmSync(this.folder, { recursive: true }));
  }

  /** Removes all files. */
  clear(): void {
    for (const name of readdirSync(this.folder)) rmSync(join(this.folder, name), { recursive: true });
  }

  /** Writes a file and answers its path. */
  file(name: string, content: string | Uint8Array): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Runs the command in this process, on a terminal where columns are given; paths of the folder are shortened. */
  async call(
    args: readonly string[],
    { stdin = "", columns }: { readonly stdin?: string; readonly columns?: number } = {},
  ) {
    const texts = { stdout: "", stderr: "" };
    const keep = (name: "stdout" | "stderr") =>
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          texts[name] += chunk;
          done();
        },
      });
    const terminal = columns === undefined ? {} : { columns, isTTY: true };
    const streams = {
      stdin: Readable.from([Buffer.from(stdin)]),
      stdout: Object.assign(keep("stdout"), terminal),
      stderr: keep("stderr"),
    };
    const code = await main(args, streams);
    const paths = new RegExp(`((\\.\\./)+${this.folder.slice(1)}|${this.folder})/`, "g");
    const short = (text: string) => text.replaceAll(paths, "");
    return { code, stdout: short(texts.stdout), stderr: short(texts.stderr) };
  }
}
