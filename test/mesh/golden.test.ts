import { describe, expect, test } from "vitest";
import { readConfiguration } from "../../src/collector/configuration.ts";
import { prometheusReceiver, type ReceiverScrapeConfig } from "../../src/collector/prometheus/receiver.ts";
import { nodeAt } from "../../src/documents/plain.ts";
import {
  type MetricsPayload,
  remoteWrite,
  type ScrapeOptions,
  scrape,
  targetsOf,
} from "../../src/prometheus.ts";
import {
  configuration,
  generated,
  hasReal,
  type Recording,
  real,
  results,
  type Version,
  versions,
} from "./golden-data.ts";
import { seriesLines } from "./series-lines.ts";

for (const recording of [generated, real]) {
  describe.skipIf(recording === real && !hasReal)(recording.name, () => {
    describe.each(versions)("version %s", (version) => {
      test("a scrape makes the payload that the receiver made", () => {
        const recorded = recording.payload(version, "ottl", "before");
        const { payload, error } = scrapeAsRecorded(recording, version, recorded);
        expect(error).toBeUndefined();
        expect(byName(payload)).toEqual(byName(recorded));
      });

      test("a scrape with the keep rule makes the payload that the receiver made", () => {
        const recorded = recording.payload(version, "relabel", "before");
        const { payload, error } = scrapeAsRecorded(
          recording,
          version,
          recorded,
          relabelJob(version).scraping,
        );
        expect(error).toBeUndefined();
        expect(byName(payload)).toEqual(byName(recorded));
        expectSeries(
          seriesLines(exported(withLayer(payload), version)),
          recording.series(version, "relabel"),
        );
      });

      test("the series without a filter are those that arrived", () => {
        const payload = withLayer(recording.payload(version, "ottl", "before"));
        expectSeries(seriesLines(exported(payload, version)), recording.series(version, "none"));
      });

      test.each(["ottl", "relabel"] as const)("the series of route %s are those that arrived", (route) => {
        const payload = recording.payload(version, route, "after");
        expectSeries(seriesLines(exported(payload, version)), recording.series(version, route));
      });
    });
  });
}

describe.each(versions)("results of version %s", (version) => {
  const recorded = results[`v${version}`];

  test("163 families become 213 names without a filter, and the condition leaves 11", () => {
    const none = exported(withLayer(generated.payload(version, "ottl", "before")), version);
    expect(namesOf(none)).toEqual(recorded.none?.list);
    const filtered = exported(generated.payload(version, "ottl", "after"), version);
    expect(namesOf(filtered)).toEqual(recorded.ottl?.list);
    expect(filtered).toHaveLength(recorded.ottl?.series as number);
  });

  test.each([
    ["ottl", "ottl-no-target-info"],
    ["relabel", "relabel-no-target-info"],
  ] as const)("route %s without target_info has the names of %s", (route, result) => {
    const samples = exported(generated.payload(version, route, "after"), version, false);
    expect(namesOf(samples)).toEqual(recorded[result]?.list);
    expect(samples).toHaveLength(recorded[result]?.series as number);
  });
});

test.each(versions)(
  "the configuration of route relabel tells the target that was scraped in %s",
  (version) => {
    const { config, relabelling } = relabelJob(version);
    const { targets, ...others } = targetsOf(config, undefined, relabelling);
    expect(targets).toMatchObject([
      {
        job: "linkerd-mesh",
        instance: "127.0.0.1:24191",
        labels: generated.labels,
        url: "http://127.0.0.1:24191/metrics",
      },
    ]);
    expect(others).toEqual({ dropped: [], failed: [], skippedRules: [] });
  },
);

/** The scrape job of the configuration that was recorded with `metric_relabel_configs`. */
function relabelJob(compatibility: Version): ReceiverScrapeConfig {
  const root = readConfiguration(configuration("relabel"), { compatibility });
  const settings = nodeAt(root, ["receivers", "prometheus/mesh"]);
  if (settings === undefined) throw new Error("the configuration has no receiver");
  const { scrapeConfigs } = prometheusReceiver(settings, "receivers.prometheus/mesh", { compatibility });
  const [job] = scrapeConfigs;
  if (job === undefined) throw new Error("the receiver has no job");
  expect(job.scraping.metricRelabelRules).toHaveLength(1);
  return job;
}

function scrapeAsRecorded(
  { exposition, labels }: Recording,
  version: Version,
  recorded: MetricsPayload,
  scraping: Partial<ScrapeOptions> = {},
) {
  const points = recorded.resourceMetrics[0]?.scopeMetrics[0]?.metrics.find(
    ({ name }) => name === "scrape_duration_seconds",
  )?.gauge?.dataPoints[0];
  return scrape(
    exposition(),
    { job: "linkerd-mesh", instance: "127.0.0.1:24191", labels },
    {
      time: Number(BigInt(points?.timeUnixNano ?? 0) / 1_000_000n),
      durationSeconds: points?.asDouble as number,
      compatibility: version,
      ...scraping,
    },
  );
}

function exported(payload: MetricsPayload, version: Version, targetInfo = true) {
  const { samples, errors } = remoteWrite(payload, {
    compatibility: version,
    resourceToTelemetryConversion: true,
    targetInfo,
  });
  expect(errors).toEqual([]);
  return samples;
}

/** What the recorded resource processor does. */
function withLayer({ resourceMetrics }: MetricsPayload): MetricsPayload {
  const layer = { key: "layer", value: { stringValue: "mesh" } };
  return {
    resourceMetrics: resourceMetrics.map(({ resource, scopeMetrics }) => ({
      resource: { attributes: [...resource.attributes, layer] },
      scopeMetrics,
    })),
  };
}

/** The payload with its metrics by name: the receiver's order is random. */
function byName({ resourceMetrics }: MetricsPayload) {
  return resourceMetrics.map(({ resource, scopeMetrics }) => ({
    resource,
    scopes: scopeMetrics.map(({ scope, metrics }) => ({
      scope,
      metrics: Object.fromEntries(metrics.map((metric) => [metric.name, metric])),
      count: metrics.length,
    })),
  }));
}

/** The duration of the sink's first scrape is not that of the recorded payload, so its series is compared without it. */
function expectSeries(mine: readonly string[], recorded: readonly string[]): void {
  const comparable = (line: string) => line.replace(/^(scrape_duration_seconds\{.*\}) \S+$/, "$1");
  expect(mine.map(comparable)).toEqual(recorded.map(comparable));
}

function namesOf(samples: readonly { readonly name: string }[]): string[] {
  return [...new Set(samples.map(({ name }) => name))].sort();
}
