import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import { OttlError } from "../../diagnostics/ottl-error.ts";
import { requireKind, requireOptions } from "../../diagnostics/require-options.ts";
import type { MetricsPayload } from "../../prometheus/otlp.ts";
import type { CompiledRule } from "../../prometheus/relabel.ts";
import type { ExpositionFormat } from "../../prometheus/sample.ts";
import { type Scrape, type ScrapeState, scrape } from "../../prometheus/scrape.ts";
import { syntheticMetadata } from "../../prometheus/synthetic.ts";
import { type LabelValues, staticTargets, type Target, targetsOf } from "../../prometheus/targets.ts";
import type { PrometheusReceiver, ReceiverScrapeConfig } from "../prometheus/receiver.ts";
import { type DroppedBy, droppedBy } from "./dropped-by.ts";

/** What was scraped, and when. */
export interface JobScrapeOptions {
  /** When the scrape began, in milliseconds since the Unix epoch. */
  readonly time: number;
  /** `host:port` before relabelling; default: the only target of `static_configs`. */
  readonly address?: string;
  /** More labels before relabelling, such as `__meta_kubernetes_pod_ip`; those without `__` reach the series. */
  readonly labels?: LabelValues;
  /** How long it took; default 0. */
  readonly durationSeconds?: number;
  /** The state after the target's scrape before this one. */
  readonly previous?: ScrapeState;
  /** Default `text`. */
  readonly format?: ExpositionFormat;
}

/** What a job makes of an exposition. */
export interface JobScrape {
  /** Absent where relabelling drops the target. */
  readonly scraped?: { readonly target: Target; readonly result: Scrape };
  /** The rule that drops the target; absent where it is scraped. */
  readonly droppedBy?: DroppedBy;
  /** Tells the names of the metrics that the target exposed, before metric relabelling; where there are rules, it is read once more. */
  readonly families: () => readonly string[];
  /** The rules that were skipped, since no `__meta_` label that they look at is given; one line each. */
  readonly skippedRules: readonly string[];
}

/** One of the `scrape_configs` of a Prometheus receiver. */
export interface ScrapeJob {
  /** Its `job_name`. */
  readonly name: string;
  /** The addresses of `static_configs`. */
  readonly addresses: readonly string[];
  /**
   * Turns what a target exposed into metrics, as the receiver does.
   *
   * @throws {OttlError} of phase `configuration` for options of other types, and where the target has no address, or
   * none that can be scraped.
   */
  scrape(exposition: string, options: JobScrapeOptions): JobScrape;
}

/** The scrape jobs of a receiver. */
export function scrapeJobs({ scrapeConfigs }: PrometheusReceiver): readonly ScrapeJob[] {
  return scrapeConfigs.map((config) => new Job(config));
}

// What else there is, `scrape` looks at itself.
const optionsShape = {
  time: "number",
  address: { optional: "text" },
  labels: { optional: "textsByName" },
} as const;

class Job implements ScrapeJob {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly #job: ReceiverScrapeConfig;
  readonly #static: readonly LabelValues[];

  constructor(job: ReceiverScrapeConfig) {
    this.#job = job;
    this.#static = staticTargets(job.config);
    this.name = job.name;
    this.addresses = this.#static.map(({ __address__: address = "" }) => address);
  }

  scrape(exposition: string, options: JobScrapeOptions): JobScrape {
    requireKind("exposition", "text", exposition);
    requireOptions("options", options, optionsShape);
    const { config, relabelling } = this.#job;
    const { targets, dropped, failed, skippedRules } = targetsOf(
      config,
      [this.#discovered(options)],
      relabelling,
    );
    const skipped = skippedRules.map((i) => this.#skipped(i));
    const [problem] = failed.map((one) => one.problem);
    if (problem !== undefined) throw new OttlError("configuration", [problem], "");
    const [gone] = dropped;
    const by =
      gone === undefined ? {} : { droppedBy: droppedBy(this.name, config.relabel_configs ?? [], gone) };
    const [target] = targets;
    if (target === undefined) return { ...by, families: () => [], skippedRules: skipped };
    const rules = this.#job.scraping.metricRelabelRules ?? [];
    const result = this.#run(exposition, target, options, rules);
    const whole = () => (rules.length === 0 ? result : this.#run(exposition, target, options, []));
    return {
      scraped: { target, result },
      families: () => familiesOf(whole().payload),
      skippedRules: skipped,
    };
  }

  /** The labels of the target before relabelling: what `static_configs` says of its address, and what is given. */
  #discovered({ address, labels }: JobScrapeOptions): LabelValues {
    const [only, second] = this.#static;
    if (address !== undefined) {
      const known = this.#static.find(({ __address__ }) => __address__ === address);
      return { ...known, __address__: address, ...labels };
    }
    if (only !== undefined && second === undefined) return { ...only, ...labels };
    const params = { job: this.name, count: this.#static.length };
    throw new OttlError(
      "configuration",
      [makeDiagnostic("scrape_without_address", params, { start: 0, end: 0 })],
      "",
    );
  }

  #run(
    exposition: string,
    target: Target,
    options: JobScrapeOptions,
    metricRelabelRules: readonly CompiledRule[],
  ): Scrape {
    const { time, durationSeconds, previous, format } = options;
    return scrape(exposition, target, {
      ...this.#job.scraping,
      metricRelabelRules,
      time,
      ...(durationSeconds === undefined ? {} : { durationSeconds }),
      ...(previous === undefined ? {} : { previous }),
      ...(format === undefined ? {} : { format }),
    });
  }

  #skipped(index: number): string {
    const { source_labels: labels = [], action = "replace" } =
      this.#job.config.relabel_configs?.[index] ?? {};
    return `skipped: relabel_configs[${index}] of job ${this.name} (${action}): no ${labels.join(" and no ")} is given`;
  }
}

function familiesOf({ resourceMetrics }: MetricsPayload): readonly string[] {
  const names = resourceMetrics.flatMap(({ scopeMetrics }) =>
    scopeMetrics.flatMap(({ metrics }) => metrics.map(({ name }) => name)),
  );
  return [...new Set(names)].filter((name) => !syntheticMetadata.has(name));
}
