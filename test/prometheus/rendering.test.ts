/**
 * Each code has a file in `fixtures/prometheus/diagnostics`: a line of JSON with options, the scrape or the
 * configuration, a line `---`, and what is printed. `npx vitest run -u` writes the last part anew.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfiguration } from "../../src/collector/configuration.ts";
import { prometheusReceiver } from "../../src/collector/prometheus/receiver.ts";
import { prometheusMessages } from "../../src/diagnostics/codes/prometheus.ts";
import { nodeAt } from "../../src/documents/plain.ts";
import { formatDiagnostics, OttlError } from "../../src/index.ts";
import {
  type RelabelRule,
  relabelRules,
  type ScrapeTarget,
  scrape,
  targetsOf,
} from "../../src/prometheus.ts";

const folder = join(import.meta.dirname, "../../fixtures/prometheus/diagnostics");
const codes = Object.keys(prometheusMessages);

test.for(codes)("%s is drawn as its fixture shows", async (code) => {
  const file = join(folder, `${code}.txt`);
  expect(existsSync(file), `${code}.txt exists`).toBe(true);
  const text = readFileSync(file, "utf8");
  const newline = text.indexOf("\n");
  const head = text.slice(0, newline);
  const source = text.slice(newline + 1, text.indexOf("\n---\n"));
  const drawn = draw(JSON.parse(head), source.replaceAll("�", "\udcff"), source);
  expect(drawn).toContain(`[${code}]`);
  await expect(`${head}\n${source}\n---\n${drawn}\n`).toMatchFileSnapshot(file);
});

interface Head {
  /** A version by which the source is read as a configuration. */
  readonly configuration?: string;
  /** The labels of a target instead of a source. */
  readonly discovered?: Readonly<Record<string, string>>;
  readonly rules?: readonly RelabelRule[];
  readonly target?: Partial<ScrapeTarget>;
  readonly [option: string]: unknown;
}

function draw(
  { configuration, discovered, rules = [], target, ...options }: Head,
  source: string,
  shown: string,
) {
  if (configuration !== undefined) return drawConfiguration(source, configuration);
  if (discovered !== undefined) {
    const [failure] = targetsOf({ job_name: "mesh" }, [discovered], options).failed;
    return failure === undefined ? "accepted" : formatDiagnostics("", [failure.problem]);
  }
  const metricRelabelRules = relabelRules(rules);
  const { error } = scrape(
    source,
    { job: "j", instance: "i:1", ...target },
    { time: 0, metricRelabelRules, ...options },
  );
  return error === undefined ? "accepted" : formatDiagnostics(shown, [error], { file: "scrape.txt" });
}

function drawConfiguration(yaml: string, compatibility: string): string {
  try {
    const settings = nodeAt(readConfiguration(yaml, { compatibility, file: "collector.yaml" }), [
      "receivers",
      "prometheus",
    ]);
    if (settings !== undefined) prometheusReceiver(settings, "receivers.prometheus", { compatibility });
    return "accepted";
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    return String(error);
  }
}

test("every fixture is of a code", () => {
  const names = readdirSync(folder).map((name) => name.replace(/\.txt$/, ""));
  expect(names.filter((name) => !codes.includes(name))).toEqual([]);
});
