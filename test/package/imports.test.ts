import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { runModule } from "./run-node.ts";

const folder = inject("installed");
const root = join(import.meta.dirname, "..", "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
/** The matchers need vitest around them: the examples use them. */
const subpaths = Object.keys(manifest.exports).filter(
  (path) => !path.endsWith(".json") && path !== "./vitest",
);

test("every subpath of the installed package can be imported", () => {
  for (const subpath of subpaths) {
    const specifier = `ottlkit${subpath.slice(1)}`;
    const { stdout, stderr } = runModule(
      folder,
      "import.mjs",
      `import * as all from "${specifier}"; console.log(Object.keys(all).length > 0);`,
    );
    expect({ specifier, stdout, stderr }).toEqual({ specifier, stdout: "true\n", stderr: "" });
  }
});

test("a program on the installed package filters a metric", () => {
  const source = `
    import { condition } from "ottlkit";
    const mesh = condition("metric", 'name == "response_total" or IsMatch(name, "^response_latency_ms")');
    console.log(mesh.matches({ metric: { name: "response_latency_ms" } }), mesh.matches({ metric: { name: "up" } }));`;
  expect(runModule(folder, "program.mjs", source)).toMatchObject({ stdout: "true false\n", stderr: "" });
});

test("the types of every subpath compile in a strict project", () => {
  const lines = subpaths.map(
    (path, i) => `import * as m${i} from "ottlkit${path.slice(1)}";\nexport const x${i} = m${i};`,
  );
  writeFileSync(join(folder, "types.ts"), lines.join("\n"));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const compilerOptions = {
    ...{
      noEmit: true,
      strict: true,
      module: "nodenext",
      target: "es2024",
      lib: ["es2024", "dom"],
      types: [],
    },
    skipLibCheck: false,
    skipDefaultLibCheck: true,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["types.ts"] }));
  const { stdout, status } = spawnSync(process.execPath, [tsc, "-p", "."], { cwd: folder, encoding: "utf8" });
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
});

test("the installed command tells its version", () => {
  const bin = join(folder, "node_modules/.bin/ottlkit");
  const { stdout, status } = spawnSync(process.execPath, [bin, "--version"], { encoding: "utf8" });
  expect({ stdout: stdout.trim(), status }).toEqual({ stdout: manifest.version, status: 0 });
});
