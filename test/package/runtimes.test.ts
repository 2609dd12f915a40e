import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";

const folder = inject("installed");
const program = `
  import { condition } from "ottlkit";
  const c = condition("datapoint", 'IsMatch(metric.name, "(?i)^HTTP") and attributes["n"] > 1');
  const record = { metric: { name: "http.requests" }, dataPoint: { attributes: { n: 2n } } };
  console.log(process.versions.node.split(".")[0], c.matches(record));`;

test.skipIf(process.env.CI === undefined).for(["22", "24", "26"])(
  "the package works on Node.js %s (downloaded in CI only)",
  (version) => {
    writeFileSync(join(folder, "runtime.mjs"), program);
    const args = ["exec", "--yes", `--package=node@${version}`, "--", "node", "runtime.mjs"];
    const { stdout, stderr } = spawnSync("npm", args, { cwd: folder, encoding: "utf8" });
    expect({ stdout, stderr: stdout === "" ? stderr : "" }).toEqual({
      stdout: `${version} true\n`,
      stderr: "",
    });
  },
);
