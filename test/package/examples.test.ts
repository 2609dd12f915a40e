import { spawnSync } from "node:child_process";
import { cpSync, existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";

const folder = inject("installed");
const root = join(import.meta.dirname, "..", "..");
const examples = ["mesh-filter", "grpc-failures"];

beforeAll(() => {
  for (const name of examples) cpSync(join(root, "examples", name), join(folder, name), { recursive: true });
  // What the examples' own package.json asks for beside ottlkit, from the project's dependencies.
  for (const name of ["vitest", "@types"]) {
    const link = join(folder, "node_modules", name);
    if (!existsSync(link)) symlinkSync(join(root, "node_modules", name), link);
  }
});

test.for(examples)("the tests of the example %s pass on the installed package", (name) => {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const options = {
    cwd: join(folder, name),
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  } as const;
  const { stdout, status } = spawnSync(process.execPath, [vitest, "run"], options);
  expect(stdout).toMatch(/Tests {2}\d+ passed \(\d+\)/);
  expect(status).toBe(0);
});

test("the examples and the matchers' types compile in a strict project", () => {
  const compilerOptions = {
    ...{ noEmit: true, strict: true, module: "nodenext", target: "es2024", types: ["node"] },
    ...{ lib: ["es2024", "dom", "dom.iterable"], allowImportingTsExtensions: true },
  };
  writeFileSync(join(folder, "examples.json"), JSON.stringify({ compilerOptions, include: examples }));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(process.execPath, [tsc, "-p", "examples.json"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stdout).toBe("");
});
