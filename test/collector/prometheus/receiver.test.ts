import { describe, expect, it, test } from "vitest";
import { readConfiguration } from "../../../src/collector/configuration.ts";
import { prometheusReceiver } from "../../../src/collector/prometheus/receiver.ts";
import { nodeAt } from "../../../src/documents/plain.ts";
import { OttlError } from "../../../src/index.ts";
import { targetsOf } from "../../../src/prometheus.ts";

describe("the settings of a Prometheus receiver", () => {
  it("give a job all that its targets and their scrapes need", () => {
    const [job] = read(`
config:
  global:
    scrape_interval: 15s
    external_labels: { cluster: 1 }
    sample_limit: 7
  scrape_configs:
    - job_name: mesh
      scheme: https
      metrics_path: /m
      params: { module: [a] }
      honor_labels: true
      honor_timestamps: false
      label_limit: 30
      kubernetes_sd_configs: [{ role: pod }]
      of_the_future_sd_configs: anything
      tls_config: { insecure_skip_verify: true }
      static_configs:
        - targets: [127.0.0.1:4191]
          labels: { env: prod }
      metric_relabel_configs:
        - { action: drop, source_labels: [code], regex: 200 }
trim_metric_suffixes: true
`).scrapeConfigs;
    expect(job).toMatchObject({
      name: "mesh",
      relabelling: { compatibility: "0.165.0", nameValidation: "utf8" },
      scraping: {
        honorLabels: true,
        honorTimestamps: false,
        trimMetricSuffixes: true,
        externalLabels: { cluster: "1" },
        limits: { samples: 7, labels: 30, labelName: 0, labelValue: 0 },
        metricRelabelRules: [{ rule: { action: "drop", source_labels: ["code"], regex: "200" } }],
      },
      discoveries: ["kubernetes_sd_configs", "of_the_future_sd_configs"],
    });
    expect(job?.scraping).not.toHaveProperty("extraMetrics");
    if (job === undefined) throw new Error("there is no job");
    expect(targetsOf(job.config, undefined, job.relabelling).targets).toMatchObject([
      {
        job: "mesh",
        instance: "127.0.0.1:4191",
        labels: { env: "prod" },
        url: "https://127.0.0.1:4191/m?module=a",
        discovered: { __scrape_interval__: "15s", __scrape_timeout__: "10s" },
      },
    ]);
  });

  it("keep labels and parameters that are named as what objects inherit", () => {
    const [job] = read(`
config:
  global:
    external_labels: { __proto__: e }
  scrape_configs:
    - job_name: mesh
      params: { __proto__: [m] }
      static_configs:
        - { targets: [a:1], labels: { __proto__: 0x10 } }
      relabel_configs:
        - { source_labels: [__proto__], target_label: seen }
`).scrapeConfigs;
    if (job === undefined) throw new Error("there is no job");
    expect(Object.entries(job.scraping.externalLabels ?? {})).toEqual([["__proto__", "e"]]);
    const [target] = targetsOf(job.config, undefined, job.relabelling).targets;
    expect(target).toMatchObject({ labels: { seen: "16" }, url: "http://a:1/metrics?__proto__=m" });
    const wrong = "config: { scrape_configs: [{ job_name: a, params: { __proto__: 1 } }] }";
    expect(() => read(wrong)).toThrow("expected a list, found the number 1");
  });

  it("take an empty pattern where the pattern is null", () => {
    const [job] = read(jobWith("relabel_configs: [{ action: keep, regex: null }]")).scrapeConfigs;
    expect(job?.config.relabel_configs).toEqual([{ action: "keep", regex: "" }]);
  });

  it("have the further series by a setting of the receiver in old versions, of the job in new ones", () => {
    const job = "config: { scrape_configs: [{ job_name: j, static_configs: [{ targets: [h:1] }]";
    const old = read(`${job}}] }\nreport_extra_scrape_metrics: true`, "0.118.0").scrapeConfigs[0];
    const now = read(`${job}, extra_scrape_metrics: true, scrape_timeout: 1500ms }] }`).scrapeConfigs[0];
    expect(old?.scraping.extraMetrics).toEqual({ timeoutSeconds: 10 });
    expect(now?.scraping.extraMetrics).toEqual({ timeoutSeconds: 1.5 });
    expect(refusals(`${job}}] }\nreport_extra_scrape_metrics: true`)).toEqual([
      "unknown_key receivers.prometheus.report_extra_scrape_metrics",
    ]);
    expect(refusals(`${job}, extra_scrape_metrics: true }] }`, "0.118.0")).toEqual([
      "unknown_key receivers.prometheus.config.scrape_configs[0].extra_scrape_metrics",
    ]);
  });
});

test.each([
  [
    "job_name: j\n      relabel_configs: [{ action: kep }, { action: keep, regex: '(' }]",
    ["relabel_action relabel_configs[0].action", "invalid_regex relabel_configs[1].regex"],
  ],
  [
    "job_name: j\n      metric_relabel_configs: [{ target_lable: x }]",
    ["unknown_key metric_relabel_configs[0].target_lable"],
  ],
  ["job_name: j\n      relabel_configs: [null]", ["missing_key relabel_configs[0]"]],
  ["honor_labels: true", ["missing_key job_name"]],
  ["job_name: ''", ["invalid_setting job_name"]],
  ["job_name: j\n      scrape_interval: 1 minute", ["invalid_setting scrape_interval"]],
  ["job_name: j\n      scrape_interval: 1s\n      scrape_timeout: 2s", ["target_timeout scrape_timeout"]],
  ["job_name: j\n      sample_limit: -1", ["invalid_setting sample_limit"]],
  ["job_name: j\n      honor_labels: yes", ["wrong_type honor_labels"]],
  [
    "job_name: j\n      static_configs: [{ targets: [a:1, http://b] }]",
    ["target_address static_configs[0].targets[1]"],
  ],
  ["job_name: j\n    - job_name: j", ["invalid_setting"]],
])("the job %o is refused", (settings, expected) => {
  const found = refusals(`config:\n  scrape_configs:\n    - ${settings}`);
  const prefix = "receivers.prometheus.config.scrape_configs[0].";
  const shown = found.map((one) => one.replace(prefix, ""));
  expect(shown).toHaveLength(expected.length);
  for (const [i, one] of expected.entries()) expect(shown[i]).toContain(one);
});

test.each([
  ["{}", "invalid_setting receivers.prometheus.config.scrape_configs"],
  ["config: {}", "invalid_setting receivers.prometheus.config.scrape_configs"],
  [
    `${jobWith("")}\n  remote_write: [{ url: x }]`,
    "invalid_setting receivers.prometheus.config.remote_write",
  ],
  [
    `${jobWith("")}\n  global: { external_labels: { '': x } }`,
    "relabel_label_name receivers.prometheus.config.global.external_labels.",
  ],
  [`${jobWith("")}\nuse_start_time_metric: true`, "unknown_key receivers.prometheus.use_start_time_metric"],
])("the receiver %o is refused", (yaml, expected) => {
  expect(refusals(yaml)).toEqual([expected]);
});

test.each([
  ["api_server: {}", "0.121.0", "0.122.0"],
  ["use_start_time_metric: true", "0.143.0", "0.142.0"],
  ["report_extra_scrape_metrics: true", "0.149.0", "0.148.0"],
  ["scrape_on_shutdown: true", "0.154.0", "0.155.0"],
])("the receiver's %s is not known to %s but to %s", (setting, without, having) => {
  const yaml = `${jobWith("")}\n${setting}`;
  expect(refusals(yaml, without)).toEqual([expect.stringContaining("unknown_key")]);
  expect(read(yaml, having).scrapeConfigs).toHaveLength(1);
});

test.each([
  ["metric_name_escaping_scheme: dots", ["0.127.0", "0.128.0"], ["0.127.0", "0.128.0"]],
  ["extra_scrape_metrics: true", ["0.143.0", "0.144.0"], ["0.143.0", "0.144.0"]],
  ["convert_classic_histograms_to_nhcb: true", ["0.118.0", "0.120.0"], ["0.127.0", "0.128.0"]],
  ["always_scrape_classic_histograms: true", ["0.118.0", "0.120.0"], ["0.129.0", "0.130.0"]],
  ["scrape_native_histograms: true", ["0.141.0", "0.142.0"], ["0.141.0", "0.142.0"]],
])("%s of a job and of all is known to the second version alone", (setting, ofJob, ofAll) => {
  for (const [[without, having], yaml] of [
    [ofJob, jobWith(setting)],
    [ofAll, `${jobWith("")}\n  global: { ${setting} }`],
  ] as const) {
    expect(refusals(yaml, without ?? "")).toEqual([expect.stringContaining("unknown_key")]);
    expect(read(yaml, having).scrapeConfigs).toHaveLength(1);
  }
});

test("a mistake in a pattern is shown within its scalar", () => {
  const yaml = `config:\n  scrape_configs:\n    - job_name: j\n      relabel_configs:\n        - action: drop\n          regex: "a\\tb(?=c)"`;
  const { diagnostics, source } = refused(yaml, "0.165.0");
  const [{ span }] = diagnostics;
  expect(source.slice(span.start, span.end)).toBe("(?=");
});

function jobWith(settings: string): string {
  return `config:\n  scrape_configs:\n    - job_name: j\n      ${settings}`;
}

function read(yaml: string, compatibility = "0.165.0") {
  const text = `receivers:\n  prometheus:\n${yaml.replace(/^/gm, "    ")}\n`;
  const settings = nodeAt(readConfiguration(text, { compatibility }), ["receivers", "prometheus"]);
  if (settings === undefined) throw new Error("there are no settings");
  return prometheusReceiver(settings, "receivers.prometheus", { compatibility });
}

function refusals(yaml: string, compatibility = "0.165.0"): readonly string[] {
  return refused(yaml, compatibility).diagnostics.map(({ code, setting }) => `${code} ${setting}`);
}

function refused(yaml: string, compatibility: string): OttlError {
  try {
    read(yaml, compatibility);
  } catch (error) {
    if (error instanceof OttlError) return error;
    throw error;
  }
  throw new Error("not refused");
}
