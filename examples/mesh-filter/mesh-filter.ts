import { readFileSync } from "node:fs";
import { createFilter } from "ottlkit/collector";

const yaml = readFileSync(new URL("collector.yaml", import.meta.url), "utf8");

/** The filter of the configuration that the Collector runs. */
export const meshFilter = createFilter(yaml, "filter/mesh", { file: "collector.yaml" });

/** The same with a pattern that is bound to the begin of the name. */
export const anchoredFilter = createFilter(
  yaml.replace('"response_latency_ms.*"', '"^response_latency_ms"'),
  "filter/mesh",
  { file: "collector.yaml" },
);
