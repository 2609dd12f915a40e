import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll } from "vitest";
import { main } from "../../../src/cli/main.ts";

const folder = mkdtempSync(join(tmpdir(), "ottlkit-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file of a test and answers its path. */
export function file(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** Runs `ottlkit test` in this process; durations are left out, and the tests' folder. */
export async function testCommand(...args: readonly string[]) {
  const texts = { stdout: "", stderr: "" };
  const keep = (name: "stdout" | "stderr") =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        texts[name] += chunk;
        done();
      },
    });
  const stdin = Readable.from([]);
  const code = await main(["test", ...args], { stdin, stdout: keep("stdout"), stderr: keep("stderr") });
  const plain = (text: string) =>
    text
      .replaceAll(new RegExp(`(?:\\.\\./)*${folder.slice(1)}/|${folder}/`, "g"), "")
      .replace(/, \d+ ms\)/, ")");
  return { code, stdout: plain(texts.stdout), stderr: plain(texts.stderr) };
}
