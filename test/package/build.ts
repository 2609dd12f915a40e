import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** A folder outside the project where the packed package is installed. */
    installed: string;
  }
}

const root = join(import.meta.dirname, "..", "..");

/** Builds and packs the package and installs the tarball in an empty folder, as a new user would. */
export function setup(project: TestProject): () => void {
  const run = (command: string, args: readonly string[], cwd: string) =>
    execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  run("npx", ["tsup", "--silent"], root);
  const folder = mkdtempSync(join(tmpdir(), "ottlkit-package-"));
  const pack = ["pack", "--ignore-scripts", "--json", "--silent", "--pack-destination", folder];
  const [packed] = JSON.parse(run("npm", pack, root));
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "user", private: true, type: "module" }),
  );
  run("npm", ["install", "--no-audit", "--no-fund", "--silent", join(folder, packed.filename)], folder);
  project.provide("installed", folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
