import { spawnSync } from "node:child_process";
import type { Encoded } from "./specimens.ts";

/** What the reference answers to one line; `README.md` of `test/reference` describes it. */
export interface Reply {
  readonly ok: boolean;
  readonly panic?: string;
  readonly error?: string;
  readonly results?: readonly { readonly value?: Encoded; readonly error?: string }[];
}

/** Asks the program that a variable of the environment names, one reply for each request. */
export function ask(requests: readonly object[], variable = "OTTLKIT_REFERENCE"): Reply[] {
  const program = process.env[variable];
  if (program === undefined) throw new Error(`${variable} must name the program of the reference`);
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join("");
  const { stdout } = spawnSync(program, { input, encoding: "utf8", maxBuffer: 1 << 30, timeout: 600_000 });
  const replies = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Reply);
  if (replies.length !== requests.length)
    throw new Error(`${replies.length} replies to ${requests.length} requests`);
  return replies;
}
