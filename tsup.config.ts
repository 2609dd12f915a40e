import { defineConfig } from "tsup";

export default defineConfig({
  entry: {
    index: "src/index.ts",
    core: "src/core.ts",
    prometheus: "src/prometheus.ts",
    collector: "src/collector.ts",
    testing: "src/testing.ts",
    "testing-node": "src/testing-node.ts",
    vitest: "src/vitest.ts",
    schemas: "src/schemas.ts",
    cli: "src/cli/cli.ts",
  },
  format: "esm",
  target: "es2024",
  platform: "neutral",
  dts: true,
  clean: true,
  splitting: true,
  treeshake: true,
  external: [/^node:/, "vitest"],
  // Bundled: importing chevrotain from its own package costs nine times as much at start.
  noExternal: ["chevrotain"],
});
