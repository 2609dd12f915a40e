import { expect, test } from "vitest";
import { meshExposition } from "../../fixtures/mesh/generate.ts";
import { parseExposition, relabelRules, scrape } from "../../src/prometheus.ts";

const fiftyMegabytes = 50_000_000;

test("a scrape of 50 MB becomes metrics", { timeout: 300_000 }, () => {
  const { text, samples } = largeExposition(fiftyMegabytes);
  expect(text.length).toBeGreaterThan(fiftyMegabytes);
  expect(parseExposition(text).samples).toHaveLength(samples);
  const { payload, error } = scrape(text, { job: "j", instance: "i:1" }, { time: 1000 });
  expect(error).toBeUndefined();
  const metrics = payload.resourceMetrics[0]?.scopeMetrics[0]?.metrics ?? [];
  expect(metrics).toHaveLength(163 + 5);
  expect(metrics.at(-3)?.gauge?.dataPoints[0]?.asDouble).toBe(samples);
});

test("a sample with very many labels is mapped", { timeout: 10_000 }, () => {
  const names = Array.from({ length: 30_000 }, (_, i) => `l${i}`);
  const exposition = `m{${names.map((name) => `${name}="v"`).join(",")}} 1\n`;
  const metricRelabelRules = relabelRules([{ action: "labelmap", regex: "l7", replacement: "seven" }]);
  const target = { job: "j", instance: "i:1" };
  const { payload } = scrape(exposition, target, { time: 1000, metricRelabelRules });
  const attributes =
    payload.resourceMetrics[0]?.scopeMetrics[0]?.metrics[0]?.gauge?.dataPoints[0]?.attributes;
  expect(attributes).toHaveLength(names.length + 1);
});

/** The mesh exposition over and over, for one pod after the other. */
function largeExposition(size: number): { text: string; samples: number } {
  const lines = meshExposition().trimEnd().split("\n");
  const series = lines.filter((line) => !line.startsWith("#"));
  const parts = [lines.filter((line) => line.startsWith("# TYPE")).join("\n")];
  let pods = 0;
  for (let length = 0; length <= size; pods++) {
    const label = `pod_number="${pods}"`;
    const part = series.map((line) => {
      return line.includes("{") ? line.replace("{", `{${label},`) : line.replace(" ", `{${label}} `);
    });
    parts.push(part.join("\n"));
    length += (parts.at(-1) ?? "").length;
  }
  return { text: `${parts.join("\n")}\n`, samples: pods * series.length };
}
