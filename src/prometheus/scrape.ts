import { Failure } from "../core/failure.ts";
import { byteLength } from "../core/utf8.ts";
import { type PrometheusCompatibility, prometheusCompatibility } from "./capabilities.ts";
import { type Exposition, type ExpositionError, expositionError, parseExposition } from "./exposition.ts";
import { FamilyTable, type Origin } from "./family-table.ts";
import { LabelSet } from "./label-set.ts";
import { type Label, type Labels, labelsOf, sortedLabels } from "./labels.ts";
import type { Value } from "./metric-group.ts";
import type { MetricsPayload } from "./otlp.ts";
import { type CompiledRule, relabelSet } from "./relabel.ts";
import { isLabelName, type NameValidation } from "./relabel-rule.ts";
import type { Exemplar, ExpositionFormat, Metadata, MetadataLine, Sample } from "./sample.ts";
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
  /** `metric_relabel_configs`: the rules that every sample of the target goes through. */
  readonly metricRelabelRules?: readonly CompiledRule[];
  /** Which names series and labels may have; default `utf8`. */
  readonly nameValidation?: NameValidation;
  /** Labels that every series gets in the end, whatever it has. */
  readonly externalLabels?: Readonly<Record<string, string>>;
  /** What fails the scrape where it is exceeded. */
  readonly limits?: ScrapeLimits;
  /** The series `scrape_timeout_seconds`, `scrape_sample_limit` and `scrape_body_size_bytes`; default: there are none. */
  readonly extraMetrics?: { readonly timeoutSeconds: number };
}

/** Limits on what is left after relabelling; 0 is no limit. */
export interface ScrapeLimits {
  readonly samples?: number;
  /** How many labels a series may have, its name and those of the target included. */
  readonly labels?: number;
  /** In bytes. */
  readonly labelName?: number;
  /** In bytes. */
  readonly labelValue?: number;
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

/** A series with its final labels, the name not among them. */
interface Series {
  readonly name: string;
  readonly labels: Labels;
}

/** A scrape's metrics. A failed one has an error, and only the series about the scrape itself. */
export interface Scrape {
  readonly payload: MetricsPayload;
  readonly error?: ExpositionError;
  readonly state: ScrapeState;
}

const metricName = "__name__";
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
  readonly #tracked: Series[] = [];
  readonly #validNames = new Set<string>();
  readonly #external: Labels;
  /** Whether rules come across the labels that the target adds after those that the series has. */
  readonly #addsLast: boolean;
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
    const maps = options.metricRelabelRules?.some(({ rule }) => rule.action?.toLowerCase() === "labelmap");
    this.#addsLast = maps === true && this.#compatibility.has("target_labels_last");
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
      const series = this.#seriesOf(sample);
      if (series === undefined) continue;
      const problem = this.#problem(sample, series) ?? this.#limitProblem(sample, series);
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

  /** The series of a sample behind metric relabelling, which may drop it. */
  #seriesOf(sample: Sample): Series | undefined {
    const labels = withTargetLabels(sample.labels, this.#labels, this.#options.honorLabels);
    const { metricRelabelRules: rules = [] } = this.#options;
    if (rules.length === 0) return { name: sample.name, labels };
    const set = this.#labelSet(sample, labels);
    if (!relabelSet(set, rules)) return undefined;
    const left = set.labels();
    const named = left.findIndex(({ name }) => name === metricName);
    if (left.length === 0) return undefined;
    if (named < 0) return { name: "", labels: left };
    return { name: (left[named] as Label).value, labels: left.toSpliced(named, 1) };
  }

  /** The labels that rules see. In newer versions they come across those that the target adds last. */
  #labelSet({ name, labels: exposed }: Sample, labels: Labels): LabelSet {
    const own = name === "" ? [] : [{ name: metricName, value: name }];
    if (!this.#addsLast) return new LabelSet(sortedLabels([...own, ...labels]));
    const honors = this.#options.honorLabels === true;
    const isTargets = ({ name }: Label) => this.#labels.some((label) => label.name === name);
    const isExposed = ({ name }: Label) => exposed.some((label) => label.name === name);
    const isAdded = (label: Label) => !isExposed(label) || (!honors && isTargets(label));
    const set = new LabelSet(sortedLabels([...own, ...labels.filter((label) => !isAdded(label))]));
    const added = labels.filter(isAdded);
    for (const { name, value } of [...added.filter(isTargets), ...added.filter((label) => !isTargets(label))])
      set.set(name, value);
    return set;
  }

  #add(table: FamilyTable, sample: Sample, series: Series): void {
    const timestamp = this.#options.honorTimestamps === false ? undefined : sample.timestamp;
    const caches = this.#compatibility.has("series_cache");
    if (caches && timestamp === undefined && this.#written.has(sample.series)) return;
    if (this.#exceeds(sample)) return;
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
    this.#exceeded ??= expositionError(this.#text, this.#failure("scrape_sample_limit", { limit }, sample));
    return true;
  }

  /** Adds a sample with the labels that every series gets. */
  #append(table: FamilyTable, { name, labels }: Series, time: bigint, value: Value, exemplar?: Exemplar) {
    if (this.#external.length === 0) return table.add(name, labels, time, value, exemplar);
    const set = new LabelSet(labels);
    for (const { name, value } of this.#external) set.set(name, value);
    return table.add(name, set.labels(), time, value, exemplar);
  }

  /** Why a series fails its scrape: a label without a name, names that are not UTF-8, a label twice. */
  #problem(sample: Sample, { name, labels }: Series): Failure | undefined {
    if (name === "") {
      const code = sample.name === "" ? "exposition_name_missing" : "exposition_name_relabelled";
      return this.#failure(code, {}, sample);
    }
    if (!this.#isValidName(name)) return this.#failure("exposition_encoding", { what: "the name" }, sample);
    if (this.#options.nameValidation === "legacy") {
      const wrong = /^[a-zA-Z_:][\w:]*$/.test(name)
        ? labels.find((label) => !isLabelName(label.name, "legacy"))?.name
        : name;
      if (wrong !== undefined) return this.#failure("exposition_name_legacy", { name: wrong }, sample);
    }
    const relabels = (this.#options.metricRelabelRules?.length ?? 0) > 0;
    const twice = repeatedLabel(relabels ? labels : sample.labels);
    if (twice !== undefined) return this.#failure("exposition_label_twice", { label: twice }, sample);
    for (const { name } of labels) {
      if (name === "") return this.#failure("exposition_label_empty", {}, sample);
      if (!this.#isValidName(name))
        return this.#failure("exposition_encoding", { what: "a label name" }, sample);
    }
    return undefined;
  }

  /** Why a series fails its scrape though it is well-formed: it has more than it may have. */
  #limitProblem(sample: Sample, { name, labels }: Series): Failure | undefined {
    const { labels: count = 0, labelName = 0, labelValue = 0 } = this.#options.limits ?? {};
    if (count + labelName + labelValue === 0) return undefined;
    const found = labels.length + 1;
    if (count > 0 && found > count)
      return this.#failure("scrape_label_limit", { found, limit: count }, sample);
    for (const label of [{ name: metricName, value: name }, ...labels]) {
      const about = { label: label.name };
      if (labelName > 0 && byteLength(label.name) > labelName)
        return this.#failure("scrape_label_name_limit", { ...about, limit: labelName }, sample);
      if (labelValue > 0 && byteLength(label.value) > labelValue)
        return this.#failure("scrape_label_value_limit", { ...about, limit: labelValue }, sample);
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

/** The name of a label that a series has twice, or that stands for its metric name; empty labels do not count. */
function repeatedLabel(labels: Labels): string | undefined {
  return labels.find(({ name, value }, i) => {
    const next = labels[i + 1];
    return value !== "" && (name === metricName || (next?.name === name && next.value !== ""));
  })?.name;
}

function seriesKey({ name, labels }: Series): string {
  let key = name;
  for (const label of labels) key += `\xff${label.name}\xff${label.value}`;
  return key;
}
