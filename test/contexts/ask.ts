import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import type { EncodedValue } from "../../src/cli/encode-value.ts";

/** A reply of the reference, see the protocol in `test/reference`. */
export interface Reply {
  readonly ok: boolean;
  readonly error?: string;
  readonly panic?: string;
  readonly stage?: string;
  readonly payload?: unknown;
  readonly results?: readonly {
    readonly value?: EncodedValue;
    readonly error?: string;
    readonly statements?: readonly { readonly error?: string }[];
    readonly cache?: EncodedValue;
  }[];
}

const folder = new URL("../../fixtures/contexts/", import.meta.url);
const reference = "pkg/ottl v1.4.0";

/** The program that an environment variable names, or an error that says so. */
export function programOf(variable: string): string {
  const program = process.env[variable];
  if (program === undefined) throw new Error(`${variable} must name a program of the reference`);
  return program;
}

/** Asks a program of the reference, one reply a request. */
export function askProgram(program: string, requests: readonly object[]): Reply[] {
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join("");
  const { stdout } = spawnSync(program, {
    input,
    encoding: "utf8",
    maxBuffer: 1 << 30,
    timeout: 300_000,
  });
  const replies = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Reply);
  if (replies.length !== requests.length)
    throw new Error(`${replies.length} replies to ${requests.length} requests`);
  return replies;
}

/** Writes a file of `fixtures/contexts`, one case a line. */
export function save(name: string, content: Readonly<Record<string, unknown>>): void {
  const lines = Object.entries({ reference, ...content }).map(([key, value]) => {
    const rows = Array.isArray(value)
      ? `[\n${value.map((row) => `  ${JSON.stringify(row)}`).join(",\n")}\n ]`
      : JSON.stringify(value);
    return ` ${JSON.stringify(key)}: ${rows}`;
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${name}.json`, folder), `{\n${lines.join(",\n")}\n}\n`);
}
