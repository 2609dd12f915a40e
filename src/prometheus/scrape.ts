import { Failure } from "../core/failure.ts";
import { type PrometheusCompatibility, prometheusCompatibility } from "./capabilities.ts";
import { type Exposition, type ExpositionError, expositionError, parseExposition } from "./exposition.ts";
import { FamilyTable, type Origin } from "./family-table.ts";
import { type Labels, labelsOf } from "./labels.ts";
import type { MetricsPayload } from "./otlp.ts";
import type { ExpositionFormat, Metadata, MetadataLine, Sample } from "./sample.ts";
import { type SeriesStart, StartTimes } from "./start-times.ts";
import { syntheticLabels, withTargetLabels } from "./target-labels.ts";

/** What was scraped. */
export interface ScrapeTarget {
  readonly job: string;
  readonly instance: string;
  /** More labels that every series gets. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The labels before relabelling; `__scheme__` (default `http`) and those of Kubernetes become resource attributes. */
  readonly discovered?: Readonly<Record<string, string>>;
}

export interface ScrapeOptions {
  /** When the scrape began, in milliseconds since the Unix epoch. */
  readonly time: number;
  /** How long it took; default 0. */
  readonly durationSeconds?: number;
  /** The state after the target's scrape before this one. */
  readonly previous?: ScrapeState;
  /** The contrib version whose receiver is wanted, such as `"0.118.0"`; default: the newest known. */
  readonly compatibility?: string;
  /** Default `text`. */
  readonly format?: ExpositionFormat;
  /** Whether labels of the exposition win over those of the target; default `false`. */
  readonly honorLabels?: boolean;
  /** Whether timestamps of the exposition are used; default `true`. */
  readonly honorTimestamps?: boolean;
  /** Whether metric names lose `_total` and their unit; default `false`. */
  readonly trimMetricSuffixes?: boolean;
}

/** What a scrape leaves for the next one of the same target. */
export interface ScrapeState {
  readonly metadata: ReadonlyMap<string, Metadata>;
  /** The series as written, so that only new ones count as added. */
  readonly written: ReadonlySet<string>;
  /** The series with their final labels, so that their end can be told. */
  readonly tracked: readonly TrackedSeries[];
  readonly starts: ReadonlyMap<string, SeriesStart>;
}

interface TrackedSeries {
  readonly name: string;
  readonly labels: Labels;
}

/** A scrape's metrics. A failed one has an error, and only the series about the scrape itself. */
export interface Scrape {
  readonly payload: MetricsPayload;
  readonly error?: ExpositionError;
  readonly state: ScrapeState;
}

const noMetadata: Metadata = { type: "unknown", help: "", unit: "" };
/** Samples may be this far in the future, in milliseconds. */
const furthestAhead = 600_000n;

/**
 * Turns a Prometheus text exposition into OTLP JSON metrics as the Collector's Prometheus receiver does. Metrics come
 * in the order in which their families are first met. Throws an `OttlError` only for an unknown `compatibility`.
 */
export function scrape(text: string, target: ScrapeTarget, options: ScrapeOptions): Scrape {
  return new ScrapeRun(text, target, options).result();
}

class ScrapeRun {
  readonly #text: string;
  readonly #options: ScrapeOptions;
  readonly #compatibility: PrometheusCompatibility;
  readonly #origin: Origin;
  readonly #labels: Labels;
  readonly #time: bigint;
  readonly #metadata: Map<string, Metadata>;
  readonly #written = new Set<string>();
  readonly #tracked: TrackedSeries[] = [];
  readonly #validNames = new Set<string>();
  #scraped = 0;
  #kept = 0;
  #added = 0;

  constructor(text: string, target: ScrapeTarget, options: ScrapeOptions) {
    this.#text = text;
    this.#options = options;
    this.#compatibility = prometheusCompatibility(options.compatibility);
    const { job, instance, discovered = {} } = target;
    this.#origin = { job, instance, discovered: { __scheme__: "http", ...discovered } };
    this.#labels = labelsOf({ ...target.labels, job, instance });
    this.#metadata = new Map(options.previous?.metadata);
    this.#time = BigInt(Math.trunc(options.time));
  }

  result(): Scrape {
    const { previous, trimMetricSuffixes = false } = this.#options;
    const exposition = parseExposition(this.#text, {
      format: this.#options.format ?? "text",
      canonicalBounds: this.#compatibility.has("canonical_bounds"),
    });
    let table = this.#table();
    const error = this.#addAll(table, exposition) ?? exposition.error;
    if (error !== undefined) table = this.#table();
    this.#endSeries(table);
    this.#addSynthetic(table, error === undefined);
    const starts = new StartTimes(previous?.starts, this.#compatibility);
    const payload = table.payload(starts, trimMetricSuffixes);
    // A failed or empty scrape forgets no series.
    const kept = error === undefined && this.#text !== "" ? [] : (previous?.written ?? []);
    const state = {
      metadata: this.#metadata,
      written: new Set([...kept, ...this.#written]),
      tracked: this.#tracked,
      starts: starts.known,
    };
    return error === undefined ? { payload, state } : { payload, error, state };
  }

  /** Adds samples up to the first that no scrape may have. */
  #addAll(table: FamilyTable, { samples, metadata }: Exposition): ExpositionError | undefined {
    let next = 0;
    const learn = (before: number) => {
      for (; next < metadata.length && (metadata[next] as MetadataLine).offset < before; next++)
        this.#learn(metadata[next] as MetadataLine);
    };
    for (const sample of samples) {
      learn(sample.offset);
      this.#scraped++;
      const labels = withTargetLabels(sample.labels, this.#labels, this.#options.honorLabels);
      const problem = this.#problem(sample, labels);
      if (problem !== undefined) return expositionError(this.#text, problem);
      this.#kept++;
      this.#add(table, sample, labels);
    }
    learn(Infinity);
    return undefined;
  }

  #learn({ name, offset: _, ...told }: MetadataLine): void {
    this.#metadata.set(name, { ...noMetadata, ...this.#metadata.get(name), ...told });
  }

  #table(): FamilyTable {
    return new FamilyTable(this.#metadata, this.#origin, this.#compatibility);
  }

  #add(table: FamilyTable, sample: Sample, labels: Labels): void {
    const timestamp = this.#options.honorTimestamps === false ? undefined : sample.timestamp;
    const caches = this.#compatibility.has("series_cache");
    if (caches && timestamp === undefined && this.#written.has(sample.series)) return;
    const time = timestamp ?? this.#time;
    if (time > this.#time + furthestAhead) return;
    const taken = table.add(
      sample.name,
      labels,
      time,
      { number: sample.value, stale: false },
      sample.exemplar,
    );
    if (!caches || !(this.#written.has(sample.series) || this.#options.previous?.written.has(sample.series)))
      this.#added++;
    if (caches) this.#written.add(sample.series);
    if (timestamp === undefined && (taken || !caches)) this.#tracked.push({ name: sample.name, labels });
  }

  /** Why a series fails its scrape: a label without a name, names that are not UTF-8, a label twice. */
  #problem(sample: Sample, labels: Labels): Failure | undefined {
    if (sample.name === "") return this.#failure("exposition_name_missing", {}, sample);
    if (!this.#isValidName(sample.name))
      return this.#failure("exposition_encoding", { what: "the name" }, sample);
    const twice = repeatedLabel(sample.labels);
    if (twice !== undefined) return this.#failure("exposition_label_twice", { label: twice }, sample);
    for (const { name } of labels) {
      if (name === "") return this.#failure("exposition_label_empty", {}, sample);
      if (!this.#isValidName(name))
        return this.#failure("exposition_encoding", { what: "a label name" }, sample);
    }
    return undefined;
  }

  #isValidName(name: string): boolean {
    if (this.#validNames.has(name)) return true;
    if (/\p{Surrogate}/u.test(name)) return false;
    this.#validNames.add(name);
    return true;
  }

  #failure(code: string, params: Readonly<Record<string, unknown>>, { offset, series }: Sample): Failure {
    const failure = new Failure(code, params);
    failure.span = { start: offset, end: offset + series.length };
    return failure;
  }

  /** Tells the end of the series that the scrape before had and this one has not. */
  #endSeries(table: FamilyTable): void {
    const { previous } = this.#options;
    if (previous === undefined) return;
    const here = new Set(this.#tracked.map(seriesKey));
    for (const series of previous.tracked) {
      const key = seriesKey(series);
      if (!here.has(key))
        table.add(series.name, series.labels, this.#time, { number: Number.NaN, stale: true });
      here.add(key);
    }
  }

  #addSynthetic(table: FamilyTable, succeeded: boolean): void {
    const values = {
      up: succeeded ? 1 : 0,
      scrape_duration_seconds: this.#options.durationSeconds ?? 0,
      scrape_samples_scraped: this.#scraped,
      scrape_samples_post_metric_relabeling: this.#kept,
      scrape_series_added: this.#added,
    };
    const labels = syntheticLabels(this.#labels);
    for (const [name, number] of Object.entries(values))
      table.add(name, labels, this.#time, { number, stale: false });
  }
}

/** The name of a label that a series has twice, or that stands for its metric name; empty labels do not count. */
function repeatedLabel(labels: Labels): string | undefined {
  return labels.find(({ name, value }, i) => {
    const next = labels[i + 1];
    return value !== "" && (name === "__name__" || (next?.name === name && next.value !== ""));
  })?.name;
}

function seriesKey({ name, labels }: TrackedSeries): string {
  let key = name;
  for (const label of labels) key += `\xff${label.name}\xff${label.value}`;
  return key;
}
