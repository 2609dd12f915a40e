import { execSync } from "node:child_process";
import { join } from "node:path";

/** Builds the package once before the tests that use what is built. */
export function setup(): void {
  execSync("npx tsup --silent", { cwd: join(import.meta.dirname, "..", ".."), stdio: "inherit" });
}
