import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { requireKind, requireOptions } from "../diagnostics/require-options.ts";
import { type PrometheusCompatibility, prometheusCompatibility } from "./capabilities.ts";
import { formatDuration, parseDuration } from "./duration.ts";
import { LabelSet } from "./label-set.ts";
import { type Labels, labelsOf } from "./labels.ts";
import { type CompiledRule, type RelabelOptions, relabelRules } from "./relabel.ts";
import type { RelabelRule } from "./relabel-rule.ts";
import type { ScrapeTarget } from "./scrape.ts";
import { targetUrl } from "./target-url.ts";

/** What tells the targets of a job, with the names that it has in YAML. */
export interface TargetsConfig {
  readonly job_name: string;
  /** Default `http`. */
  readonly scheme?: string;
  /** Default `/metrics`. */
  readonly metrics_path?: string;
  readonly params?: Readonly<Record<string, readonly string[]>>;
  /** Default `1m`. */
  readonly scrape_interval?: string;
  /** Default `10s`, or the interval where that is shorter. */
  readonly scrape_timeout?: string;
  readonly static_configs?: readonly StaticGroup[];
  readonly relabel_configs?: readonly RelabelRule[];
  /** Settings for histograms, which newer versions tell in labels before relabelling; default `false`. */
  readonly convert_classic_histograms_to_nhcb?: boolean;
  readonly always_scrape_classic_histograms?: boolean;
  readonly scrape_native_histograms?: boolean;
}

/** Addresses with the labels they share. */
export interface StaticGroup {
  readonly targets?: readonly string[];
  readonly labels?: Readonly<Record<string, string>>;
}

/** Labels by name. */
export type LabelValues = Readonly<Record<string, string>>;

/** A target that is scraped. */
export interface Target extends ScrapeTarget {
  /** Its labels before relabelling: those it was discovered with, and those of its job. */
  readonly discovered: LabelValues;
  /** `host:port`, as relabelled. */
  readonly address: string;
  readonly url: string;
}

export interface Targets {
  readonly targets: readonly Target[];
  /** Targets that a rule drops: their labels before relabelling, the index of the rule, and the labels that it saw. */
  readonly dropped: readonly {
    readonly discovered: LabelValues;
    readonly rule: number;
    readonly labels: LabelValues;
  }[];
  /** Targets that cannot be scraped. */
  readonly failed: readonly { readonly discovered: LabelValues; readonly problem: Diagnostic }[];
  /** The indices of the rules that were skipped, because a target has no label that its discovery would give. */
  readonly skippedRules: readonly number[];
}

const meta = "__meta_";
const param = "__param_";
/** What jobs have that say nothing else, in milliseconds. */
export const defaultInterval = 60_000;
export const defaultTimeout = 10_000;
const ports: Readonly<Record<string, string>> = { "": ":80", http: ":80", https: ":443" };

/** The labels of the targets of `static_configs` as they are discovered. */
export function staticTargets(config: TargetsConfig): readonly LabelValues[] {
  requireConfig(config);
  const { static_configs: groups = [] } = config;
  return groups.flatMap(({ targets = [], labels = {} }) =>
    targets.map((address) => ({ ...labels, __address__: address })),
  );
}

/**
 * The targets of a job, as `relabel_configs` leaves them: of the labels they are discovered with, or of
 * `static_configs`. Where no `__meta_` label is given for a target, the rules that only look at such labels are skipped for
 * it. Throws an `OttlError` of phase `configuration` where rules are invalid.
 */
export function targetsOf(
  config: TargetsConfig,
  discovered: readonly LabelValues[] = staticTargets(config),
  options: RelabelOptions = {},
): Targets {
  requireConfig(config);
  requireKind("discovered", "list", discovered);
  for (const [i, labels] of discovered.entries()) requireKind(`discovered[${i}]`, "textsByName", labels);
  requireKind("options", "object", options);
  const compatibility = prometheusCompatibility(options.compatibility);
  const rules = relabelRules(config.relabel_configs ?? [], options);
  const targets = new Map<string, Target>();
  const dropped: Targets["dropped"][number][] = [];
  const failed: Targets["failed"][number][] = [];
  const skipped = new Set<number>();
  for (const given of discovered) {
    const labels = discoveredLabels(given, config, compatibility);
    const before = valuesOf(labels);
    const guessing = !Object.keys(given).some((name) => name.startsWith(meta) && given[name] !== "");
    const drops = rules.findIndex((rule, i) => {
      if (!(guessing && looksAtMeta(rule))) return !rule.apply(labels);
      skipped.add(i);
      return false;
    });
    const problem = drops < 0 ? settle(labels, compatibility) : undefined;
    if (drops >= 0) dropped.push({ discovered: before, rule: drops, labels: valuesOf(labels) });
    else if (problem !== undefined) failed.push({ discovered: before, problem });
    // Of equal targets one is scraped; it is described as the last of them was discovered.
    else targets.set(JSON.stringify(labels.labels()), target(labels, before, config));
  }
  const skippedRules = [...skipped].sort((a, b) => a - b);
  return { targets: [...targets.values()], dropped, failed, skippedRules };
}

function requireConfig(config: TargetsConfig): void {
  const text = { optional: "text" } as const;
  const shape = {
    job_name: "text",
    scheme: text,
    metrics_path: text,
    params: { optional: "object" },
    scrape_interval: text,
    scrape_timeout: text,
    static_configs: { optional: "list" },
  } as const;
  requireOptions("config", config, shape, "config.");
  const { params = {}, static_configs: groups = [] } = config;
  for (const [name, values] of Object.entries(params)) requireKind(`config.params.${name}`, "texts", values);
  for (const [i, group] of groups.entries()) {
    const name = `config.static_configs[${i}]`;
    const shape = { targets: { optional: "texts" }, labels: { optional: "textsByName" } } as const;
    requireOptions(name, group, shape, `${name}.`);
  }
}

function valuesOf(labels: LabelSet): LabelValues {
  return Object.fromEntries(labels.list().map(({ name, value }) => [name, value]));
}

function discoveredLabels(
  given: LabelValues,
  config: TargetsConfig,
  compatibility: PrometheusCompatibility,
): LabelSet {
  const labels = new LabelSet(labelsOf(given));
  const interval = parseDuration(config.scrape_interval ?? "") ?? defaultInterval;
  const timeout = parseDuration(config.scrape_timeout ?? "") ?? Math.min(defaultTimeout, interval);
  const own = {
    job: config.job_name,
    __scrape_interval__: formatDuration(interval),
    __scrape_timeout__: formatDuration(timeout),
    __metrics_path__: config.metrics_path ?? "/metrics",
    __scheme__: config.scheme ?? "http",
    ...(compatibility.has("histogram_labels") ? histogramLabels(config) : {}),
  };
  for (const [name, value] of Object.entries(own)) if (labels.get(name) === "") labels.set(name, value);
  for (const [name, [value]] of Object.entries(config.params ?? {})) {
    if (value === undefined) continue;
    if (!compatibility.has("targets_as_given") || labels.get(param + name) === "")
      labels.set(param + name, value);
  }
  return labels;
}

function histogramLabels(config: TargetsConfig): LabelValues {
  return {
    __convert_classic_histograms_to_nhcb__: String(config.convert_classic_histograms_to_nhcb ?? false),
    __always_scrape_classic_histograms__: String(config.always_scrape_classic_histograms ?? false),
    __scrape_native_histograms__: String(config.scrape_native_histograms ?? false),
  };
}

/** Whether a rule reads nothing but labels that a discovery gives. */
function looksAtMeta({ rule: { source_labels: source = [] } }: CompiledRule): boolean {
  return source.length > 0 && source.every((name) => name.startsWith(meta));
}

/** Brings relabelled labels into the form in which they are scraped, or tells why they cannot be. */
function settle(labels: LabelSet, compatibility: PrometheusCompatibility): Diagnostic | undefined {
  const address = labels.get("__address__");
  if (address === "") return problem("target_address_missing", undefined);
  const whole = compatibility.has("targets_as_given") ? address : withPort(address, labels.get("__scheme__"));
  if (whole === undefined) return problem("target_scheme", { scheme: labels.get("__scheme__") });
  if (whole.includes("/")) return problem("target_address", { address });
  labels.set("__address__", whole);
  const [interval, timeout] = ["interval", "timeout"].map((what) =>
    parseDuration(labels.get(`__scrape_${what}__`)),
  );
  if (!interval)
    return problem("target_duration", { what: "interval", text: labels.get("__scrape_interval__") });
  if (!timeout)
    return problem("target_duration", { what: "timeout", text: labels.get("__scrape_timeout__") });
  if (timeout > interval) return problem("target_timeout", undefined);
  for (const { name } of labels.list()) if (name.startsWith(meta)) labels.set(name, "");
  if (labels.get("instance") === "") labels.set("instance", whole);
  const broken = labels.list().find(({ value }) => /\p{Surrogate}/u.test(value));
  return broken && problem("target_label_value", { label: broken.name });
}

/** The address with the port of its scheme where it has none and takes one; `undefined` for a scheme without. */
function withPort(address: string, scheme: string): string | undefined {
  if (hasPort(address) || !hasPort(`${address}:1234`)) return address;
  return Object.hasOwn(ports, scheme) ? address + ports[scheme] : undefined;
}

/** Whether Go's `net.SplitHostPort` takes an address. */
function hasPort(address: string): boolean {
  return /^(?:\[[^[\]]*\]|[^[\]:]*):[^[\]:]*$/s.test(address);
}

function target(labels: LabelSet, discovered: LabelValues, config: TargetsConfig): Target {
  const all = labels.labels();
  const open = all.filter(({ name }) => !name.startsWith("__") && name !== "job" && name !== "instance");
  const address = labels.get("__address__");
  return {
    job: labels.get("job"),
    instance: labels.get("instance"),
    labels: Object.fromEntries(open.map(({ name, value }) => [name, value])),
    discovered,
    address,
    url: targetUrl({
      scheme: labels.get("__scheme__"),
      address,
      path: labels.get("__metrics_path__"),
      params: paramsOf(all, config),
    }),
  };
}

/** The parameters of the job, of which labels tell the first values. */
function paramsOf(labels: Labels, { params = {} }: TargetsConfig): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>(Object.entries(params));
  for (const { name, value } of labels) {
    if (!name.startsWith(param)) continue;
    const [, ...others] = values.get(name.slice(param.length)) ?? [];
    values.set(name.slice(param.length), [value, ...others]);
  }
  return values;
}

function problem<C extends Parameters<typeof makeDiagnostic>[0]>(
  code: C,
  params: Parameters<typeof makeDiagnostic<C>>[1],
): Diagnostic {
  return makeDiagnostic(code, params, { start: 0, end: 0 });
}
