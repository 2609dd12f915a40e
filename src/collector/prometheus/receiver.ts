import type { z } from "zod";
import type { Code } from "../../diagnostics/all-messages.ts";
import { makeDiagnostic } from "../../diagnostics/all-messages.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DocumentNode } from "../../documents/node.ts";
import { keyText, nodeAt } from "../../documents/plain.ts";
import { prometheusCompatibility } from "../../prometheus/capabilities.ts";
import { formatDuration, parseDuration } from "../../prometheus/duration.ts";
import { type CompiledRule, type RelabelOptions, readRelabelRules } from "../../prometheus/relabel.ts";
import { isLabelName, type RelabelRule } from "../../prometheus/relabel-rule.ts";
import type { ScrapeOptions } from "../../prometheus/scrape.ts";
import type { ScrapeLimits } from "../../prometheus/series-check.ts";
import { defaultInterval, defaultTimeout, type TargetsConfig } from "../../prometheus/targets.ts";
import { decode } from "../config.ts";
import { Findings } from "../findings.ts";
import type { ReadingOptions } from "./exporter.ts";
import { type ReceiverConfig, receiverSchema, type ScrapeConfig, text, texts } from "./receiver-schema.ts";
import { withProto } from "./with-proto.ts";

/** What a Prometheus receiver is set up to scrape. */
export interface PrometheusReceiver {
  readonly scrapeConfigs: readonly ReceiverScrapeConfig[];
}

/** One of `scrape_configs`. */
export interface ReceiverScrapeConfig {
  readonly name: string;
  /** What `targetsOf` makes targets of. */
  readonly config: TargetsConfig;
  /** How it does that. */
  readonly relabelling: RelabelOptions;
  /** How `scrape` reads what the targets expose. */
  readonly scraping: Omit<ScrapeOptions, "time" | "durationSeconds" | "previous" | "format">;
  /** The names of its service discoveries, such as `kubernetes_sd_configs`. */
  readonly discoveries: readonly string[];
}

type Path = readonly (string | number)[];
type Global = NonNullable<NonNullable<ReceiverConfig["config"]>["global"]>;

const notTaken = ["remote_write", "remote_read", "rule_files"] as const;

/**
 * Reads the settings of a Prometheus receiver. `setting` is their path, such as `receivers.prometheus/mesh`. Throws an
 * `OttlError` of phase `configuration` with all that is wrong, each at its place.
 */
export function prometheusReceiver(
  settings: DocumentNode,
  setting: string,
  options: ReadingOptions = {},
): PrometheusReceiver {
  return new Reader(settings, setting, options).read();
}

class Reader {
  readonly #settings: DocumentNode;
  readonly #setting: string;
  readonly #version: string;
  readonly #findings: Findings;

  constructor(settings: DocumentNode, setting: string, options: ReadingOptions) {
    this.#settings = settings;
    this.#setting = setting;
    this.#findings = new Findings(settings.source);
    this.#version = prometheusCompatibility(options.compatibility).version;
  }

  read(): PrometheusReceiver {
    const discoveries = this.#discoveries();
    const schema = receiverSchema(this.#version, discoveries.flat());
    const receiver = decode(schema, this.#settings, this.#setting);
    const { global = {}, scrape_configs: configs = [], ...others } = receiver.config ?? {};
    this.#checkOthers(receiver, others, configs.length);
    const names = global.metric_name_validation_scheme ?? "utf8";
    const externalLabels = this.#named(global.external_labels, text, ["config", "global", "external_labels"]);
    for (const name of Object.keys(externalLabels))
      if (!isLabelName(name, names))
        this.#refuse("relabel_label_name", { label: name }, ["config", "global", "external_labels", name]);
    const jobs = configs.map((config, i) =>
      this.#job(config, i, receiver, { ...global, external_labels: externalLabels }, discoveries[i] ?? []),
    );
    this.#checkNames(jobs);
    const error = this.#findings.error();
    if (error !== undefined) throw error;
    return { scrapeConfigs: jobs };
  }

  /** The keys of each job that stand for service discoveries. */
  #discoveries(): readonly (readonly string[])[] {
    const list = nodeAt(this.#settings, ["config", "scrape_configs"]);
    const items = list?.kind === "sequence" ? list.items : [];
    return items.map((item) => {
      const keys = item.kind === "map" ? item.entries.map(({ key }) => keyText(key)) : [];
      return keys.filter((key) => /^\w+_sd_configs$/.test(key));
    });
  }

  #checkOthers(
    receiver: ReceiverConfig,
    config: Omit<NonNullable<ReceiverConfig["config"]>, "global" | "scrape_configs">,
    jobs: number,
  ): void {
    for (const name of notTaken)
      if (Array.isArray(config[name]) && config[name].length > 0)
        this.#invalid("the receiver does not take this of Prometheus", ["config", name]);
    if (jobs === 0 && (config.scrape_config_files ?? []).length === 0 && !receiver.target_allocator)
      this.#invalid('"scrape_configs" or a "target_allocator" is needed', ["config", "scrape_configs"]);
  }

  #job(
    config: ScrapeConfig,
    index: number,
    receiver: ReceiverConfig,
    global: Global,
    discoveries: readonly string[],
  ): ReceiverScrapeConfig {
    const path = ["config", "scrape_configs", index];
    const nameValidation =
      config.metric_name_validation_scheme ?? global.metric_name_validation_scheme ?? "utf8";
    const relabelling = { compatibility: this.#version, nameValidation };
    if (config.job_name === "") this.#invalid("a job has a name", [...path, "job_name"]);
    const { interval, timeout } = this.#times(config, global, path);
    const rules = rulesOf(config.relabel_configs);
    this.#rules(rules, relabelling, [...path, "relabel_configs"]);
    const metricRelabelRules = this.#rules(rulesOf(config.metric_relabel_configs), relabelling, [
      ...path,
      "metric_relabel_configs",
    ]);
    const targets: TargetsConfig = {
      job_name: config.job_name,
      scheme: config.scheme ?? "http",
      metrics_path: config.metrics_path ?? "/metrics",
      params: this.#named(config.params, texts, [...path, "params"]),
      scrape_interval: formatDuration(interval),
      scrape_timeout: formatDuration(timeout),
      static_configs: (config.static_configs ?? []).map(({ targets = [], labels }, i) => ({
        targets,
        labels: this.#named(labels, text, [...path, "static_configs", i, "labels"]),
      })),
      relabel_configs: rules,
      ...histograms(config, global),
    };
    if (rules.length === 0) this.#checkAddresses(targets, [...path, "static_configs"]);
    const extra =
      config.extra_scrape_metrics ??
      global.extra_scrape_metrics ??
      receiver.report_extra_scrape_metrics ??
      false;
    return {
      name: config.job_name,
      config: targets,
      relabelling,
      scraping: {
        compatibility: this.#version,
        honorLabels: config.honor_labels ?? false,
        honorTimestamps: config.honor_timestamps ?? true,
        trimMetricSuffixes: receiver.trim_metric_suffixes ?? false,
        nameValidation,
        metricRelabelRules,
        externalLabels: global.external_labels ?? {},
        limits: limitsOf(config, global),
        ...(extra ? { extraMetrics: { timeoutSeconds: timeout / 1_000 } } : {}),
      },
      discoveries,
    };
  }

  #named<T>(decoded: Readonly<Record<string, T>> | undefined, value: z.ZodType<T>, path: Path) {
    return withProto(decoded, value, nodeAt(this.#settings, path), this.#settingOf(path));
  }

  #times(config: ScrapeConfig, global: Global, path: Path): { interval: number; timeout: number } {
    const [own, all] = [config, global].map(({ scrape_interval: i, scrape_timeout: t }) => ({
      interval: parseDuration(i ?? "") || undefined, // 0 is the same as nothing
      timeout: parseDuration(t ?? "") || undefined,
    })) as [Times, Times]; // two in, two out
    const interval = own.interval ?? all.interval ?? defaultInterval;
    if ((own.timeout ?? 0) > interval) this.#refuse("target_timeout", undefined, [...path, "scrape_timeout"]);
    const timeout = own.timeout ?? Math.min(all.timeout ?? defaultTimeout, interval);
    return { interval, timeout };
  }

  #rules(rules: readonly RelabelRule[], options: RelabelOptions, path: Path): readonly CompiledRule[] {
    const { compiled, problems } = readRelabelRules(rules, options);
    for (const { rule, field, ...problem } of problems) {
      const at = [...path, rule, field];
      const node = nodeAt(this.#settings, at);
      const within = node?.kind === "scalar" && problem.span.end > 0 ? node.locate(problem.span) : undefined;
      const span = within ?? node?.span ?? this.#spanOf([...path, rule]);
      this.#findings.add({ ...problem, span, setting: this.#settingOf(at) });
    }
    return compiled;
  }

  /** Without rules that could change them, static addresses must be right. */
  #checkAddresses({ static_configs: groups = [] }: TargetsConfig, path: Path): void {
    for (const [i, { targets = [] }] of groups.entries())
      for (const [k, address] of targets.entries())
        if (address.includes("/")) this.#refuse("target_address", { address }, [...path, i, "targets", k]);
  }

  #checkNames(jobs: readonly ReceiverScrapeConfig[]): void {
    const names = new Set<string>();
    for (const [i, { name }] of jobs.entries()) {
      const path = ["config", "scrape_configs", i, "job_name"];
      if (names.has(name)) this.#invalid(`there already is a job ${JSON.stringify(name)}`, path);
      names.add(name);
    }
  }

  #invalid(problem: string, path: Path): void {
    this.#refuse("invalid_setting", { problem }, path);
  }

  #refuse<C extends Code>(code: C, params: Parameters<typeof makeDiagnostic<C>>[1], path: Path): void {
    const diagnostic = makeDiagnostic(code, params, this.#spanOf(path));
    this.#findings.add({ ...diagnostic, setting: this.#settingOf(path) });
  }

  #spanOf(path: Path): Diagnostic["span"] {
    for (let length = path.length; length > 0; length--) {
      const node = nodeAt(this.#settings, path.slice(0, length));
      if (node !== undefined) return node.span;
    }
    return this.#settings.span;
  }

  #settingOf(path: Path): string {
    return path.reduce<string>(
      (text, step) => (typeof step === "number" ? `${text}[${step}]` : `${text}.${step}`),
      this.#setting,
    );
  }
}

interface Times {
  readonly interval: number | undefined;
  readonly timeout: number | undefined;
}

function rulesOf(rules: ScrapeConfig["relabel_configs"]): readonly RelabelRule[] {
  return (rules ?? []) as readonly RelabelRule[]; // a setting that is absent has no key
}

function histograms(config: ScrapeConfig, global: Global): Partial<TargetsConfig> {
  const of = (name: HistogramSetting) => config[name] ?? global[name] ?? false;
  return {
    convert_classic_histograms_to_nhcb: of("convert_classic_histograms_to_nhcb"),
    always_scrape_classic_histograms: of("always_scrape_classic_histograms"),
    scrape_native_histograms: of("scrape_native_histograms"),
  };
}

type HistogramSetting =
  | "convert_classic_histograms_to_nhcb"
  | "always_scrape_classic_histograms"
  | "scrape_native_histograms";

function limitsOf(config: ScrapeConfig, global: Global): ScrapeLimits {
  return {
    samples: config.sample_limit || (global.sample_limit ?? 0),
    labels: config.label_limit || (global.label_limit ?? 0),
    labelName: config.label_name_length_limit || (global.label_name_length_limit ?? 0),
    labelValue: config.label_value_length_limit || (global.label_value_length_limit ?? 0),
  };
}
