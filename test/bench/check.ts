/** `node test/bench/check.ts [number]`: how long `ottlkit check` takes for 1,000 dense configurations, and what it finds. */
import { checkSource } from "../../src/cli/check/check-source.ts";
import { denseConfiguration } from "./configurations.ts";

const number = Number(process.argv[2] ?? 1_000);
const settings = { compatibility: undefined, gates: [], rules: {}, env: { OTLP_ENDPOINT: "localhost:4317" } };
const sources = Array.from({ length: number }, (_, seed) => denseConfiguration(seed));
const start = performance.now();
let texts = 0;
let findings = 0;
for (const text of sources) {
  const checked = checkSource({ text }, "yaml", settings);
  texts += checked.texts.length;
  findings += checked.found.length;
}
const seconds = (performance.now() - start) / 1_000;
const each = ((seconds * 1e6) / texts).toFixed(0);
console.log(
  `${number} configurations, ${texts} texts, ${findings} findings: ${seconds.toFixed(1)} s, ${each} µs a text`,
);
