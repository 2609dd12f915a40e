import { Failure } from "../core/failure.ts";
import { byteLength } from "../core/utf8.ts";
import { invalidOption } from "../diagnostics/invalid-option.ts";
import { requireKind, requireOptions } from "../diagnostics/require-options.ts";
import { type PrometheusCompatibility, prometheusCompatibility } from "./capabilities.ts";
import { type Exposition, type ExpositionError, expositionError, parseExposition } from "./exposition.ts";
import { FamilyTable, type Origin } from "./family-table.ts";
import { LabelSet } from "./label-set.ts";
import { type Labels, labelsOf } from "./labels.ts";
import type { Value } from "./metric-group.ts";
import type { MetricsPayload } from "./otlp.ts";
import { requireCompiled } from "./relabel.ts";
import { nameValidations } from "./relabel-rule.ts";
import {
  type Exemplar,
  type ExpositionFormat,
  expositionFormats,
  type Metadata,
  type MetadataLine,
  type Sample,
} from "./sample.ts";
import { type Series, type SeriesOptions, seriesMaker } from "./series.ts";
import { type CheckOptions, sampleFailure, seriesCheck } from "./series-check.ts";
import { type SeriesStart, StartTimes } from "./start-times.ts";
import { syntheticLabels } from "./target-labels.ts";

/** What was scraped. */
export interface ScrapeTarget {
  readonly job: string;
  readonly instance: string;
  /** More labels that every series gets. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The labels before relabelling; `__scheme__` (default `http`) and those of Kubernetes become resource attributes. */
  readonly discovered?: Readonly<Record<string, string>>;
}

export interface ScrapeOptions extends SeriesOptions, CheckOptions {
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
  /** Whether timestamps of the exposition are used; default `true`. */
  readonly honorTimestamps?: boolean;
  /** Whether metric names lose `_total` and their unit; default `false`. */
  readonly trimMetricSuffixes?: boolean;
  /** Labels that every series gets in the end, whatever it has. */
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** Whether the series that a scrape adds about itself (`up`, `scrape_samples_scraped`, …) are there; default `true`. */
  readonly synthetic?: boolean;
  /** The series `scrape_timeout_seconds`, `scrape_sample_limit` and `scrape_body_size_bytes`; default: there are none. */
  readonly extraMetrics?: { readonly timeoutSeconds: number };
}

/** What a scrape leaves for the next one of the same target. */
export interface ScrapeState {
  readonly metadata: ReadonlyMap<string, Metadata>;
  /** The series as written, so that only new ones count as added. */
  readonly written: ReadonlySet<string>;
  /** The series with their final labels, so that their end can be told. */
  readonly tracked: readonly Series[];
  readonly starts: ReadonlyMap<string, SeriesStart>;
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
 * in the order in which their families are first met. What is wrong with the text is told by the result's `error`.
 *
 * @throws {OttlError} of phase `configuration` for arguments of other types and an unknown `compatibility`.
 */
export function scrape(text: string, target: ScrapeTarget, options: ScrapeOptions): Scrape {
  requireKind("text", "text", text);
  requireOptions("target", target, targetShape, "target.");
  requireScrapeOptions(options);
  return new ScrapeRun(text, target, options).result();
}

const targetShape = {
  job: "text",
  instance: "text",
  labels: { optional: "textsByName" },
  discovered: { optional: "textsByName" },
} as const;

function requireScrapeOptions(options: ScrapeOptions): void {
  requireOptions("options", options, {
    time: "number",
    durationSeconds: { optional: "number" },
    format: { optional: expositionFormats },
    honorLabels: { optional: "flag" },
    honorTimestamps: { optional: "flag" },
    trimMetricSuffixes: { optional: "flag" },
    synthetic: { optional: "flag" },
    externalLabels: { optional: "textsByName" },
    nameValidation: { optional: nameValidations },
  });
  const { metricRelabelRules, limits, extraMetrics, previous } = options;
  if (metricRelabelRules !== undefined) requireCompiled("metricRelabelRules", metricRelabelRules);
  if (extraMetrics !== undefined)
    requireOptions("extraMetrics", extraMetrics, { timeoutSeconds: "number" }, "extraMetrics.");
  const limit = { optional: "number" } as const;
  const limitsShape = { samples: limit, labels: limit, labelName: limit, labelValue: limit };
  if (limits !== undefined) requireOptions("limits", limits, limitsShape, "limits.");
  if (previous !== undefined && !isState(previous))
    throw invalidOption("previous", "the state of an earlier scrape, as it was", previous);
}

/** A state is not JSON: its maps and sets would be lost. */
function isState(given: unknown): boolean {
  if (typeof given !== "object" || given === null) return false;
  const { metadata, written, tracked, starts } = given as Readonly<Record<string, unknown>>; // an object
  return metadata instanceof Map && written instanceof Set && Array.isArray(tracked) && starts instanceof Map;
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
  readonly #tracked: Series[] = [];
  readonly #external: Labels;
  readonly #seriesOf: ReturnType<typeof seriesMaker>;
  readonly #check: ReturnType<typeof seriesCheck>;
  #scraped = 0;
  #kept = 0;
  #added = 0;
  #appended = 0;
  #exceeded: ExpositionError | undefined;

  constructor(text: string, target: ScrapeTarget, options: ScrapeOptions) {
    this.#text = text;
    this.#options = options;
    this.#compatibility = prometheusCompatibility(options.compatibility);
    const { job, instance, discovered = {} } = target;
    this.#origin = { job, instance, discovered: { __scheme__: "http", ...discovered } };
    this.#labels = labelsOf({ ...target.labels, job, instance });
    this.#external = labelsOf(options.externalLabels ?? {});
    this.#seriesOf = seriesMaker(this.#labels, options, this.#compatibility);
    this.#check = seriesCheck(options, this.#compatibility);
    this.#metadata = new Map(options.previous?.metadata);
    this.#time = BigInt(Math.trunc(options.time));
  }

  result(): Scrape {
    if (this.#origin.job === "" || this.#origin.instance === "") return this.#nothing();
    const { previous, trimMetricSuffixes = false } = this.#options;
    const exposition = parseExposition(this.#text, {
      format: this.#options.format ?? "text",
      canonicalBounds: this.#compatibility.has("canonical_bounds"),
    });
    let table = this.#table();
    const error = this.#addAll(table, exposition) ?? exposition.error;
    if (error !== undefined) table = this.#table();
    this.#endSeries(table);
    if (this.#options.synthetic !== false) this.#addSynthetic(table, error === undefined);
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

  /** Without a job and an instance the receiver cannot even tell how the scrape went. */
  #nothing(): Scrape {
    const { previous } = this.#options;
    const error = expositionError(this.#text, new Failure("scrape_target_unnamed"));
    const state = previous ?? { metadata: new Map(), written: new Set(), tracked: [], starts: new Map() };
    return { payload: { resourceMetrics: [] }, error, state };
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
      const series = this.#seriesOf(sample);
      if (series === undefined) continue;
      const problem = this.#check(sample, series);
      if (problem !== undefined) return expositionError(this.#text, problem);
      this.#kept++;
      this.#add(table, sample, series);
    }
    learn(Infinity);
    return this.#exceeded;
  }

  #learn({ name, offset: _, ...told }: MetadataLine): void {
    this.#metadata.set(name, { ...noMetadata, ...this.#metadata.get(name), ...told });
  }

  #table(): FamilyTable {
    return new FamilyTable(this.#metadata, this.#origin, this.#compatibility);
  }

  #add(table: FamilyTable, sample: Sample, series: Series): void {
    const timestamp = this.#options.honorTimestamps === false ? undefined : sample.timestamp;
    const caches = this.#compatibility.has("series_cache");
    if (caches && timestamp === undefined && this.#written.has(sample.series)) return;
    if (this.#exceeds(sample)) {
      if (!caches && timestamp === undefined) this.#tracked.push(series);
      return;
    }
    const time = timestamp ?? this.#time;
    if (time > this.#time + furthestAhead) return;
    const taken = this.#append(table, series, time, { number: sample.value, stale: false }, sample.exemplar);
    if (!caches || !(this.#written.has(sample.series) || this.#options.previous?.written.has(sample.series)))
      this.#added++;
    if (caches) this.#written.add(sample.series);
    if (timestamp === undefined && (taken || !caches)) this.#tracked.push(series);
  }

  /** Whether a sample is one too many; the scrape then fails in the end. */
  #exceeds(sample: Sample): boolean {
    const { samples: limit = 0 } = this.#options.limits ?? {};
    this.#appended++;
    if (limit === 0 || this.#appended <= limit) return false;
    this.#exceeded ??= expositionError(this.#text, sampleFailure("scrape_sample_limit", { limit }, sample));
    return true;
  }

  /** Adds a sample with the labels that every series gets. */
  #append(table: FamilyTable, { name, labels }: Series, time: bigint, value: Value, exemplar?: Exemplar) {
    if (this.#external.length === 0) return table.add(name, labels, time, value, exemplar);
    const set = new LabelSet(labels);
    for (const { name, value } of this.#external) set.set(name, value);
    return table.add(name, set.labels(), time, value, exemplar);
  }

  /** Tells the end of the series that the scrape before had and this one has not. */
  #endSeries(table: FamilyTable): void {
    const { previous } = this.#options;
    if (previous === undefined) return;
    const here = new Set(this.#tracked.map(seriesKey));
    for (const series of previous.tracked) {
      const key = seriesKey(series);
      if (!here.has(key)) this.#append(table, series, this.#time, { number: Number.NaN, stale: true });
      here.add(key);
    }
  }

  #addSynthetic(table: FamilyTable, succeeded: boolean): void {
    const { extraMetrics, limits } = this.#options;
    const extra = extraMetrics && {
      scrape_timeout_seconds: extraMetrics.timeoutSeconds,
      scrape_sample_limit: limits?.samples ?? 0,
      scrape_body_size_bytes: byteLength(this.#text),
    };
    const values = {
      up: succeeded ? 1 : 0,
      scrape_duration_seconds: this.#options.durationSeconds ?? 0,
      scrape_samples_scraped: this.#scraped,
      scrape_samples_post_metric_relabeling: this.#kept,
      scrape_series_added: this.#added,
      ...extra,
    };
    const labels = syntheticLabels(this.#labels);
    for (const [name, number] of Object.entries(values))
      this.#append(table, { name, labels }, this.#time, { number, stale: false });
  }
}

function seriesKey({ name, labels }: Series): string {
  let key = name;
  for (const label of labels) key += `\xff${label.name}\xff${label.value}`;
  return key;
}
