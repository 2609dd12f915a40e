/** The recorded experiment, from the text of the configuration to the series that arrive. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createPipeline, type Pipeline } from "../../../src/collector.ts";
import { OttlError } from "../../../src/index.ts";
import type { SeriesSample } from "../../../src/prometheus.ts";
import { generated, results, type Version, versions } from "../../mesh/golden-data.ts";
import { seriesLines } from "../../mesh/series-lines.ts";

interface Config {
  receivers: {
    "prometheus/mesh": { report_extra_scrape_metrics?: true; config: { scrape_configs: object[] } };
  };
  processors: { "filter/mesh"?: { error_mode?: string; metrics: { metric: string[] } } };
  exporters: { prometheusremotewrite: { target_info?: object } };
}

const folder = join(import.meta.dirname, "../../../fixtures/mesh/golden/config");
const load = (route: string): Config => JSON.parse(readFileSync(join(folder, `${route}.json`), "utf8"));
const jobOf = (config: Config) => config.receivers["prometheus/mesh"].config.scrape_configs[0] as object;

const post = load("ottl").processors["filter/mesh"]?.metrics.metric[0] as string;
const failing = 'ParseJSON(name)["x"] == "y"';
const failingForShort = 'not(Substring(name, 0, 12) == "tcp_open_con")';

const filtering = (metric: string[], mode?: string): Config => {
  const config = load("ottl");
  const error_mode = mode === undefined ? {} : { error_mode: mode };
  config.processors["filter/mesh"] = { ...error_mode, metrics: { metric } };
  return config;
};
const failingForMost = [post.replace('IsMatch(name, "response_latency_ms.*")', failing)];
const withoutTargetInfo = (config: Config): Config => {
  config.exporters.prometheusremotewrite.target_info = { enabled: false };
  return config;
};
const withExtraMetrics = (config: Config, version: Version): Config => {
  if (version === "0.118.0") config.receivers["prometheus/mesh"].report_extra_scrape_metrics = true;
  else Object.assign(jobOf(config), { extra_scrape_metrics: true });
  return config;
};

const routes: Readonly<Record<string, (version: Version) => Config>> = {
  none: () => {
    const config = load("relabel");
    Object.assign(jobOf(config), { metric_relabel_configs: [] });
    return config;
  },
  ottl: () => load("ottl"),
  relabel: () => load("relabel"),
  anchored: () => filtering([post.replace('"response_latency_ms.*"', '"^response_latency_ms"')], "ignore"),
  both: () => {
    const config = load("relabel");
    return { ...config, ...load("ottl"), receivers: config.receivers };
  },
  "err-all-ignore": () => filtering(failingForMost, "ignore"),
  "err-all-silent": () => filtering(failingForMost, "silent"),
  "err-all-propagate": () => filtering(failingForMost, "propagate"),
  "err-some-ignore": () => filtering([failingForShort], "ignore"),
  "err-some-propagate": () => filtering([failingForShort], "propagate"),
  "default-mode-err": () => filtering([failingForShort]),
  "list-E-T-ignore": () => filtering([failing, post], "ignore"),
  "list-E-T-propagate": () => filtering([failing, post], "propagate"),
  "list-T-E-ignore": () => filtering([post, failing], "ignore"),
  "list-T-E-propagate": () => filtering([post, failing], "propagate"),
  "list-T-E-propagate-all-dropped": () => filtering(['IsMatch(name, ".*")', failing], "propagate"),
  "ottl-no-target-info": () => withoutTargetInfo(load("ottl")),
  "relabel-no-target-info": () => withoutTargetInfo(load("relabel")),
  "ottl-extra-scrape": (version) => withExtraMetrics(load("ottl"), version),
  "relabel-extra-scrape": (version) => withExtraMetrics(load("relabel"), version),
};

describe.each(versions)("with version %s", (version) => {
  const recorded = results[`v${version}`];

  test("every recorded route is run", () => {
    expect(Object.keys(routes).sort()).toEqual(Object.keys(recorded).sort());
  });

  test.each(Object.keys(routes))("route %s has the names and series that arrived", (route) => {
    const samples = run(routes[route]?.(version) as Config, version);
    const result = recorded[route];
    const list = result?.list ?? recorded.none?.list;
    expect([...new Set(samples.map(({ name }) => name))].sort()).toEqual(list);
    expect(samples).toHaveLength(result?.series as number);
  });

  test.each(["none", "ottl", "relabel"] as const)(
    "the series of route %s have the labels and values that arrived",
    (route) => {
      const lines = seriesLines(run(routes[route]?.(version) as Config, version));
      expect(lines.map(withoutDuration)).toEqual(generated.series(version, route).map(withoutDuration));
    },
  );

  test("what is dropped is counted as the Collector counts it", () => {
    const pipeline = pipelineOf(load("ottl"), version);
    const payload = scraped(pipeline);
    const { output } = pipeline.apply(payload);
    const filter = pipeline.stages.find((stage) => stage.filter !== undefined)?.filter;
    const points = (data: typeof payload) =>
      data.resourceMetrics.flatMap(({ scopeMetrics }) =>
        scopeMetrics.flatMap(({ metrics }) =>
          metrics.flatMap((metric) => (metric.gauge ?? metric.sum ?? metric.histogram)?.dataPoints ?? []),
        ),
      ).length;
    expect(filter?.counters).toEqual({
      "processor_filter_datapoints.filtered": points(payload) - points(output as typeof payload),
    });
  });
});

function pipelineOf(config: Config, compatibility: Version): Pipeline {
  return createPipeline(JSON.stringify(config), { compatibility });
}

function scraped(pipeline: Pipeline) {
  const scrape = pipeline.jobs[0]?.scrape(generated.exposition(), { time: 1_790_000_000_000 });
  if (scrape?.scraped === undefined) throw new Error("the target is scraped");
  return scrape.scraped.result.payload;
}

function run(config: Config, version: Version): readonly SeriesSample[] {
  const pipeline = pipelineOf(config, version);
  try {
    return pipeline.export(pipeline.apply(scraped(pipeline)).output).samples;
  } catch (error) {
    if (error instanceof OttlError && error.phase === "evaluation") return []; // the payload is rejected
    throw error;
  }
}

/** The duration of the recorded scrape is not known. */
function withoutDuration(line: string): string {
  return line.replace(/^(scrape_duration_seconds\{.*\}) \S+$/, "$1");
}
