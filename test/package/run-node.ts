import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a program printed and how it ended. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

/** Runs a module in a folder with this Node.js. */
export function runModule(folder: string, name: string, source: string): Outcome {
  const file = join(folder, name);
  writeFileSync(file, source);
  return spawnSync(process.execPath, [file], { cwd: folder, encoding: "utf8" });
}
