import { z } from "zod";
import { parseDuration } from "../../prometheus/duration.ts";
import { type Lifetime, settingsOf } from "./settings-of.ts";

/** The settings of a Prometheus receiver, decoded. */
export type ReceiverConfig = z.infer<ReturnType<typeof receiverSchema>>;
/** A job of `scrape_configs`, decoded. */
export type ScrapeConfig = NonNullable<NonNullable<ReceiverConfig["config"]>["scrape_configs"]>[number];

const given = z.unknown().optional();
const flag = z.boolean().optional();
/** Prometheus takes any scalar for a text. */
export const text = z.union([z.string(), z.bigint(), z.number(), z.boolean()]).transform(String);
const count = z.number().int().min(0).optional();
const duration = z
  .string()
  .refine((value) => parseDuration(value) !== undefined, { error: "a duration is written like 1m30s" })
  .optional();
const names = z.enum(["legacy", "utf8"]).optional();
/** The values of a parameter of a request. */
export const texts = z.array(text);
const labels = z.record(z.string(), text).optional();

const rule = z.strictObject({
  source_labels: z.array(text).optional(),
  separator: text.optional(),
  regex: z.union([text, z.null().transform(() => "")]).optional(),
  modulus: z.union([z.bigint().min(0n), z.number().int().min(0)]).optional(),
  target_label: text.optional(),
  replacement: text.optional(),
  action: text.optional(),
});
const rules = z.array(rule).optional();

const limits = {
  body_size_limit: given,
  sample_limit: count,
  target_limit: count,
  label_limit: count,
  label_name_length_limit: count,
  label_value_length_limit: count,
  keep_dropped_targets: count,
};

/** What a job may have that its requests need, and nothing here. */
const http = {
  basic_auth: given,
  authorization: given,
  oauth2: given,
  bearer_token: given,
  bearer_token_file: given,
  tls_config: given,
  follow_redirects: given,
  enable_http2: given,
  http_headers: given,
  proxy_url: given,
  no_proxy: given,
  proxy_from_environment: given,
  proxy_connect_header: given,
};

const shared = {
  ...limits,
  scrape_interval: duration,
  scrape_timeout: duration,
  scrape_protocols: given,
  scrape_failure_log_file: given,
  scrape_native_histograms: flag,
  convert_classic_histograms_to_nhcb: flag,
  always_scrape_classic_histograms: flag,
  metric_name_validation_scheme: names,
  metric_name_escaping_scheme: given,
  extra_scrape_metrics: flag,
};

const global = {
  ...shared,
  evaluation_interval: given,
  rule_query_offset: given,
  query_log_file: given,
  external_labels: labels,
};

const job = {
  ...shared,
  ...http,
  job_name: text,
  honor_labels: flag,
  honor_timestamps: flag,
  track_timestamps_staleness: given,
  params: z.record(z.string(), texts).optional(),
  fallback_scrape_protocol: given,
  scrape_classic_histograms: given,
  metrics_path: text.optional(),
  scheme: text.optional(),
  enable_compression: given,
  native_histogram_bucket_limit: given,
  native_histogram_min_bucket_factor: given,
  static_configs: z.array(z.strictObject({ targets: z.array(text).optional(), labels })).optional(),
  relabel_configs: rules,
  metric_relabel_configs: rules,
};

/** The schema of a version; `discoveries` are the keys of service discoveries that the jobs have. */
export function receiverSchema(version: string, discoveries: readonly string[]) {
  const discovery = Object.fromEntries(discoveries.map((name) => [name, given]));
  const shape = settingsOf(job, { ...sharedLifetimes, ...jobLifetimes }, version);
  // Nobody reads what the discoveries say: the type need not tell of them.
  const scrapeConfig = z.strictObject({ ...shape, ...discovery } as typeof job);
  const prometheus = {
    global: z
      .strictObject(settingsOf(global, { ...sharedLifetimes, ...globalLifetimes }, version))
      .optional(),
    runtime: given,
    alerting: given,
    rule_files: given,
    scrape_config_files: z.array(z.string()).optional(),
    scrape_configs: z.array(scrapeConfig).optional(),
    storage: given,
    tracing: given,
    remote_write: given,
    remote_read: given,
    otlp: given,
  };
  const receiver = {
    config: z.strictObject(prometheus).optional(),
    trim_metric_suffixes: flag,
    use_start_time_metric: flag,
    start_time_metric_regex: given,
    report_extra_scrape_metrics: flag,
    target_allocator: given,
    api_server: given,
    scrape_on_shutdown: given,
    discovery_reload_on_startup: given,
    initial_scrape_offset: given,
  };
  return z.strictObject(settingsOf(receiver, receiverLifetimes, version));
}

// As the sources of the receiver, and of the Prometheus that each version needs, have them.

const sharedLifetimes: Readonly<Record<string, Lifetime>> = {
  scrape_failure_log_file: { since: "0.120.0" },
  convert_classic_histograms_to_nhcb: { since: "0.120.0" },
  always_scrape_classic_histograms: { since: "0.120.0" },
  metric_name_validation_scheme: { since: "0.120.0" },
  metric_name_escaping_scheme: { since: "0.128.0" },
  scrape_native_histograms: { since: "0.142.0" },
  extra_scrape_metrics: { since: "0.144.0" },
};

const globalLifetimes: Readonly<Record<string, Lifetime>> = {
  convert_classic_histograms_to_nhcb: { since: "0.128.0" },
  always_scrape_classic_histograms: { since: "0.130.0" },
};

const jobLifetimes: Readonly<Record<string, Lifetime>> = {
  fallback_scrape_protocol: { since: "0.120.0" },
  scrape_classic_histograms: { until: "0.120.0" },
};

const receiverLifetimes: Readonly<Record<string, Lifetime>> = {
  api_server: { since: "0.122.0" },
  use_start_time_metric: { until: "0.143.0" },
  start_time_metric_regex: { until: "0.143.0" },
  report_extra_scrape_metrics: { until: "0.149.0" },
  scrape_on_shutdown: { since: "0.155.0" },
  discovery_reload_on_startup: { since: "0.155.0" },
  initial_scrape_offset: { since: "0.155.0" },
};
