// Everything that must hold before a change is taken, but the tests that need the reference implementation.
// TESTS=done leaves out the tests, for who has just run them.
import { spawnSync } from "node:child_process";

const steps = [
  ["format and lint", "biome ci --error-on-warnings --colors=off ."],
  ["types", "tsc -p ."],
  ["tests", "vitest run --project unit --project package", process.env.TESTS === "done"],
  ["build", "tsup --silent", process.env.TESTS === "done"],
  ["unused files and exports", "knip --no-progress"],
  ["package contents", "publint --strict"],
  ["package types", "attw --pack . --profile esm-only --quiet"],
  ["bundle sizes", "size-limit"],
  ["API documents", "typedoc --emit none --logLevel Error"],
];

let failed = 0;
for (const [name, command, skip] of steps) {
  if (skip) continue;
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, { shell: true, encoding: "utf8" });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed++;
  console.log(`${stdout}${stderr}`.trimEnd());
}
process.exitCode = failed === 0 ? 0 : 1;
