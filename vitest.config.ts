import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (entry: string) => fileURLToPath(new URL(`src/${entry}.ts`, import.meta.url));
const needsReference = "test/**/*.reference.test.ts";
const needsBuild = "test/package/**/*.test.ts";

export default defineConfig({
  resolve: {
    // The examples import the package by its name.
    alias: [
      { find: /^ottlkit$/, replacement: source("index") },
      { find: /^ottlkit\/testing\/node$/, replacement: source("testing-node") },
      { find: /^ottlkit\/(\w+)$/, replacement: source("$1") },
    ],
  },
  test: {
    testTimeout: 60_000,
    // Recorded answers are those of a machine that lives by UTC.
    env: { TZ: "UTC" },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["test/**/*.test.ts"], exclude: [needsReference, needsBuild] },
      },
      { extends: true, test: { name: "examples", include: ["examples/**/*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "package",
          include: [needsBuild],
          globalSetup: "test/package/build.ts",
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: "reference",
          include: [needsReference],
          testTimeout: 1_200_000,
          hookTimeout: 1_200_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
