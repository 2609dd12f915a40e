import { defineConfig } from "vitest/config";

const needsReference = "test/**/*.reference.test.ts";
const needsBuild = "test/package/**/*.test.ts";

export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["test/**/*.test.ts"], exclude: [needsReference, needsBuild] },
      },
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
