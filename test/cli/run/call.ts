import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll } from "vitest";
import { main } from "../../../src/cli/main.ts";

const folder = mkdtempSync(join(tmpdir(), "ottlkit-run-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file of a test and answers its path. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Runs `ottlkit run` in this process; paths of the tests' folder are shortened. */
export async function run(args: readonly string[], stdin = "") {
  const texts = { stdout: "", stderr: "" };
  const keep = (name: "stdout" | "stderr") =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        texts[name] += chunk;
        done();
      },
    });
  const streams = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: keep("stdout"),
    stderr: keep("stderr"),
  };
  const code = await main(["run", ...args], streams);
  const short = (text: string) => text.replaceAll(`${folder}/`, "");
  return { code, stdout: short(texts.stdout), stderr: short(texts.stderr) };
}
