/** The filter and the resource processor on what a real Collector recorded, before and after them. */
import { describe, expect, test } from "vitest";
import { createFilter } from "../../src/collector/filter/create-filter.ts";
import { createResource } from "../../src/collector/resource/create-resource.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import { type RelabelRule, relabelRules, remoteWrite, scrape } from "../../src/prometheus.ts";
import type { MetricsData } from "../../src/shapes/records.ts";
import {
  generated,
  hasReal,
  type Recording,
  type Result,
  real,
  results,
  type Version,
  versions,
} from "../mesh/golden-data.ts";
import { seriesLines } from "../mesh/series-lines.ts";

const post =
  'not(name == "response_total" or IsMatch(name, "response_latency_ms.*") or name == "tcp_open_connections" or name == "tcp_read_bytes_total" or name == "tcp_write_bytes_total")';
const failing = 'ParseJSON(name)["x"] == "y"';
const allFail = post.replace('IsMatch(name, "response_latency_ms.*")', failing);
const someFail = 'not(Substring(name, 0, 12) == "tcp_open_con")';
const anchored = post.replace('"response_latency_ms.*"', '"^response_latency_ms"');

describe.skipIf(!hasReal)(real.name, () => replayed(real));
describe(generated.name, () => replayed(generated));

function replayed(recording: Recording): void {
  describe.each(versions)("version %s", (version) => {
    test.each(["ottl", "relabel"] as const)("route %s gives the recorded payload, byte for byte", (route) => {
      const before = recording.payload(version, route, "before");
      const after = recording.payload(version, route, "after");
      const output = processed(before, version, route === "ottl" ? [post] : undefined, "ignore");
      expect(JSON.stringify(output)).toBe(JSON.stringify(after));
      expect(before).toEqual(recording.payload(version, route, "before"));
    });

    test("route ottl gives the series that arrived, the duration of the scrape aside", () => {
      const before = recording.payload(version, "ottl", "before");
      const samples = exported(processed(before, version, [post], "ignore"), version);
      expect(seriesLines(samples)).toEqual(recording.series(version, "ottl"));
    });
  });
}

type ErrorMode = "ignore" | "silent" | "propagate" | undefined;

/** What was recorded along each route: the filter's conditions, and what the exporter is told. */
const rows: readonly (readonly [row: string, conditions: readonly string[] | undefined, mode: ErrorMode])[] =
  [
    ["none", undefined, undefined],
    ["ottl", [post], "ignore"],
    ["anchored", [anchored], "ignore"],
    ["err-all-ignore", [allFail], "ignore"],
    ["err-all-silent", [allFail], "silent"],
    ["err-all-propagate", [allFail], "propagate"],
    ["err-some-ignore", [someFail], "ignore"],
    ["err-some-propagate", [someFail], "propagate"],
    ["default-mode-err", [someFail], undefined],
    ["list-E-T-ignore", [failing, post], "ignore"],
    ["list-E-T-propagate", [failing, post], "propagate"],
    ["list-T-E-ignore", [post, failing], "ignore"],
    ["list-T-E-propagate", [post, failing], "propagate"],
    ["list-T-E-propagate-all-dropped", ['IsMatch(name, ".*")', failing], "propagate"],
  ];

describe.each(versions)("results of version %s", (version) => {
  const ofRoute = (route: "ottl" | "relabel") => generated.payload(version, route, "before");

  test.each(rows)("%s", (row, conditions, mode) => {
    expect(told(exported(processed(ofRoute("ottl"), version, conditions, mode), version))).toEqual(
      recorded(version, row),
    );
  });

  test("relabel, and both filters", () => {
    const relabelled = processed(ofRoute("relabel"), version, undefined, undefined);
    expect(told(exported(relabelled, version))).toEqual(recorded(version, "relabel"));
    const both = processed(ofRoute("relabel"), version, [anchored], "ignore");
    expect(told(exported(both, version))).toEqual(recorded(version, "both"));
  });

  test("without target_info", () => {
    const ottl = exported(processed(ofRoute("ottl"), version, [post], "ignore"), version, false);
    expect(told(ottl)).toEqual(recorded(version, "ottl-no-target-info"));
    const relabelled = exported(processed(ofRoute("relabel"), version, undefined, undefined), version, false);
    expect(told(relabelled)).toEqual(recorded(version, "relabel-no-target-info"));
  });

  test("with the extra metrics of a scrape", () => {
    const keep = {
      action: "keep",
      source_labels: ["__name__"],
      regex: "response_total|response_latency_ms.*|tcp_.*",
    };
    const ottl = processed(scraped(version, []), version, [post], "ignore");
    expect(told(exported(ottl, version))).toEqual(recorded(version, "ottl-extra-scrape"));
    const relabelled = processed(scraped(version, [keep]), version, undefined, undefined);
    expect(told(exported(relabelled, version))).toEqual(recorded(version, "relabel-extra-scrape"));
  });

  test("every row that was recorded is compared", () => {
    const others = [
      "relabel",
      "both",
      "ottl-no-target-info",
      "relabel-no-target-info",
      "ottl-extra-scrape",
      "relabel-extra-scrape",
    ];
    const compared = [...rows.map(([row]) => row), ...others];
    expect(Object.keys(results[`v${version}`]).sort()).toEqual(compared.sort());
  });
});

test("ignore tells of each condition that fails, silent and propagate as they are told", () => {
  const before = generated.payload("0.161.0", "ottl", "before");
  const count = (mode: ErrorMode) => {
    const problems: string[] = [];
    processed(before, "0.161.0", [someFail], mode, ({ recordPath }) => problems.push(recordPath));
    return problems.length;
  };
  expect({ ignore: count("ignore"), silent: count("silent"), propagate: count("propagate") }).toEqual({
    ignore: 2,
    silent: 0,
    propagate: 2,
  });
});

/** What a payload is behind the processors of a configuration; nothing of it where it is rejected. */
function processed(
  given: object,
  compatibility: Version,
  conditions: readonly string[] | undefined,
  mode: ErrorMode,
  onError: (problem: { readonly recordPath: string }) => void = () => {},
): MetricsData {
  const yaml = `processors:
  filter/mesh:
    ${mode === undefined ? "" : `error_mode: ${mode}`}
    metrics:
      metric: ${JSON.stringify(conditions)}
  resource/mesh:
    attributes:
      - key: layer
        value: mesh
        action: insert
`;
  const payload = given as MetricsData; // payloads of scrapes are the same, only that their lists are readonly
  const resource = createResource(yaml, "resource/mesh", { compatibility });
  if (conditions === undefined) return resource.apply(payload).output;
  const filter = createFilter(yaml, "filter/mesh", { compatibility, onError });
  try {
    return resource.apply(filter.apply(payload).output).output;
  } catch (error) {
    expect(error).toBeInstanceOf(OttlError);
    expect(mode ?? "propagate").toBe("propagate");
    return {};
  }
}

function exported(payload: MetricsData, compatibility: Version, targetInfo = true) {
  const options = { compatibility, targetInfo, resourceToTelemetryConversion: true };
  const { samples, errors } = remoteWrite(payload, options);
  expect(errors).toEqual([]);
  return samples;
}

/** Names and counts as `results.json` has them. */
function told(samples: readonly { readonly name: string }[]): Result {
  const list = [...new Set(samples.map(({ name }) => name))].sort();
  return { names: list.length, series: samples.length, list };
}

function recorded(version: Version, row: string): Result {
  const all = results[`v${version}`] as Readonly<Record<string, Result & { readonly same?: string }>>;
  const { names, series, list, same } = all[row] ?? { names: Number.NaN, series: Number.NaN };
  return { names, series, list: list ?? all[same ?? ""]?.list ?? [] };
}

function scraped(compatibility: Version, rules: readonly RelabelRule[]) {
  const target = { job: "linkerd-mesh", instance: "127.0.0.1:24191", labels: generated.labels };
  const { payload, error } = scrape(generated.exposition(), target, {
    time: 1_700_000_000_000,
    compatibility,
    extraMetrics: { timeoutSeconds: 2 },
    metricRelabelRules: relabelRules(rules, { compatibility }),
  });
  expect(error).toBeUndefined();
  return payload;
}
