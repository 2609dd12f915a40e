import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExpositionFormat } from "../../src/prometheus.ts";
import type { ConversionCase, ExportCase } from "./cases/exports.ts";
import type { RelabelledScrapeCase } from "./cases/relabelled-scrapes.ts";
import type { RelabelCase } from "./cases/relabellings.ts";
import type { ScrapeCase } from "./cases/scrapes.ts";
import type { TargetsCase } from "./cases/targets.ts";

/** The Collector releases that were asked. */
export const versions = ["0.118.0", "0.161.0", "0.165.0"] as const;
export type Version = (typeof versions)[number];

/** An answer and the releases that gave it. */
export type Answer<T> = T & { readonly versions: Version[] };

interface Recorded<T> {
  readonly answers: readonly Answer<T>[];
}

/** The content types by which a target says its format. */
export const contentTypes: Readonly<Record<ExpositionFormat, string>> = {
  text: "text/plain",
  openmetrics: "application/openmetrics-text; version=1.0.0",
};

export type RecordedExposition = { readonly format: ExpositionFormat; readonly text: string } & Recorded<{
  readonly samples: number;
  readonly refused: boolean;
}>;
/** The labels that are left, `null` for none; or why the rules are refused. */
export type RecordedRelabelling = RelabelCase &
  Recorded<{ readonly labels?: Readonly<Record<string, string>> | null; readonly error?: string }>;
export type RecordedRelabelledScrape = RelabelledScrapeCase &
  Recorded<{ readonly scrapes: readonly (readonly string[])[] }>;
/** For each target what it is scraped as, `dropped`, or that it fails. */
export type RecordedTargets = TargetsCase & Recorded<{ readonly targets: readonly unknown[] }>;
export type RecordedScrape = ScrapeCase & Recorded<{ readonly scrapes: readonly (readonly string[])[] }>;
export type RecordedExport = ExportCase &
  Recorded<{ readonly series: readonly string[]; readonly errors: number }>;

export const recordedExpositions = () => read<RecordedExposition>("expositions.json");
export const recordedRelabellings = () => read<RecordedRelabelling>("relabel.json");
export const recordedRelabelledScrapes = () => read<RecordedRelabelledScrape>("relabelled-scrapes.json");
export const recordedTargets = () => read<RecordedTargets>("targets.json");
export const recordedScrapes = () => read<RecordedScrape>("scrapes.json");
export const recordedConversions = () =>
  read<ConversionCase & Recorded<{ readonly series: readonly string[] }>>("conversions.json");
export const recordedExports = () => read<RecordedExport>("exports.json");

/** The settings by which a release tells more about a scrape. */
export function extraMetrics(version: Version): {
  readonly receiver?: Readonly<Record<string, unknown>>;
  readonly scrape?: Readonly<Record<string, unknown>>;
} {
  return version === "0.118.0"
    ? { receiver: { report_extra_scrape_metrics: true } }
    : { scrape: { extra_scrape_metrics: true } };
}

/** What a release answered. */
export function answerOf<T>({ answers }: Recorded<T>, version: Version): T {
  const answer = answers.find(({ versions }) => versions.includes(version));
  if (answer === undefined) throw new Error(`version ${version} was not asked`);
  return answer;
}

function read<T>(file: string): readonly T[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, "../../fixtures/prometheus", file), "utf8"));
}
