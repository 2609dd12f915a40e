// Everything that must hold before a change is taken, but the tests that need the reference implementation.
// Two lanes run side by side. TESTS=done leaves out the tests, for who has just run them (they build the package).
import { spawn } from "node:child_process";

const tested = process.env.TESTS === "done";
const lanes = [
  [
    ["tests and build", "vitest run --project unit --project examples --project package", tested],
    ["build", "tsup --silent", !tested],
    ["package contents", "publint --strict"],
    ["package types", "attw --pack . --profile esm-only --quiet"],
    ["bundle sizes", "size-limit"],
  ],
  [
    ["format and lint", "biome ci --error-on-warnings --colors=off ."],
    ["types", "tsc -p . --incremental --tsBuildInfoFile node_modules/.cache/verify.tsbuildinfo"],
    ["unused files and exports", "knip --no-progress"],
    ["API documents", "typedoc --emit none --logLevel Error"],
  ],
];

// What packs the package does not build it again.
const env = { ...process.env, npm_config_ignore_scripts: "true" };

function run(command) {
  const child = spawn(command, { shell: true, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, output })));
}

let failed = 0;
async function runLane(steps) {
  for (const [name, command, skip] of steps) {
    if (skip) continue;
    const start = performance.now();
    const { status, output } = await run(command);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
    if (status === 0) continue;
    failed++;
    console.log(output.trimEnd());
  }
}

await Promise.all(lanes.map(runLane));
process.exitCode = failed === 0 ? 0 : 1;
