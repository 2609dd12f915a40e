import { describe, expect, it, test } from "vitest";
import { formatDuration, parseDuration } from "../../src/prometheus/duration.ts";
import { type TargetsConfig, targetsOf } from "../../src/prometheus.ts";
import { answerOf, recordedTargets, versions } from "./recorded.ts";

describe.each(versions)("the targets of a job in %s", (version) => {
  test.each(recordedTargets().map((recorded, i) => ({ i, recorded })))(
    "are those of the real scrape manager: case $i",
    ({ recorded }) => {
      const config = recorded.config as unknown as TargetsConfig; // as Prometheus reads it
      const answers = recorded.targets.map((given) => {
        // A label of a discovery makes all rules run.
        const discovered = { __meta_given: "x", ...given };
        const { targets, dropped, failed } = targetsOf(config, [discovered], { compatibility: version });
        const [target] = targets;
        if (target === undefined) return dropped.length > 0 ? "dropped" : `failed ${failed.length}`;
        const { job, instance, labels, url } = target;
        const named = job === "" ? {} : { job };
        return { url, labels: { ...named, instance, ...labels }, discovered: target.discovered };
      });
      expect(answers).toEqual(answerOf(recorded, version).targets);
    },
  );
});

describe("targets of which discovery tells nothing", () => {
  const rules = [
    { action: "keep", source_labels: ["__meta_kubernetes_pod_container_name"], regex: "linkerd-proxy" },
    { action: "keep", source_labels: ["__meta_a", "__address__"], regex: ".*h:1" },
    { source_labels: ["__meta_a"], regex: "(.*)", target_label: "env", replacement: "prod" },
    { target_label: "tier", replacement: "web" },
  ];
  const config: TargetsConfig = { job_name: "j", relabel_configs: rules };

  it("skip the rules that only look at it", () => {
    const { targets, dropped, skippedRules } = targetsOf(config, [{ __address__: "h:1" }]);
    expect(targets.map(({ instance, labels }) => [instance, labels])).toEqual([["h:1", { tier: "web" }]]);
    expect({ dropped, skippedRules }).toEqual({ dropped: [], skippedRules: [0, 2] });
  });

  it("skip none as soon as one such label is given", () => {
    const { targets, dropped, skippedRules } = targetsOf(config, [{ __address__: "h:1", __meta_b: "x" }]);
    expect(targets).toEqual([]);
    expect(dropped.map(({ rule }) => rule)).toEqual([0]);
    expect(skippedRules).toEqual([]);
  });

  it("count an empty label as none", () => {
    expect(targetsOf(config, [{ __address__: "h:1", __meta_b: "" }]).skippedRules).toEqual([0, 2]);
  });
});

describe("the targets of static_configs", () => {
  it("have the labels of their group, and only one of equal ones stays", () => {
    const { targets } = targetsOf({
      job_name: "j",
      static_configs: [
        { targets: ["a:1", "b:1", "a:1"], labels: { env: "prod", __address__: "never:1" } },
        { targets: ["a:1"] },
        {},
      ],
    });
    expect(targets.map(({ address, labels }) => [address, labels])).toEqual([
      ["a:1", { env: "prod" }],
      ["b:1", { env: "prod" }],
      ["a:1", {}],
    ]);
  });
});

it("describes equal targets as the last of them was discovered", () => {
  const ports = ["4143", "4191"].map((port) => ({
    __address__: `10.42.0.217:${port}`,
    __meta_kubernetes_pod_ip: "10.42.0.217",
    __meta_kubernetes_pod_container_port_number: port,
  }));
  const rule = {
    source_labels: ["__meta_kubernetes_pod_ip"],
    regex: "(.+)",
    target_label: "__address__",
    replacement: "$1:4191",
  };
  const { targets } = targetsOf({ job_name: "j", relabel_configs: [rule] }, ports);
  expect(targets).toHaveLength(1);
  expect(targets[0]).toMatchObject({
    instance: "10.42.0.217:4191",
    discovered: { __address__: "10.42.0.217:4191", __meta_kubernetes_pod_container_port_number: "4191" },
  });
});

test.each([
  ["1m30s", 90_000, "1m30s"],
  ["90s", 90_000, "1m30s"],
  ["1y", 31_536_000_000, "1y"],
  ["366d", 31_622_400_000, "366d"],
  ["14d", 1_209_600_000, "2w"],
  ["1500ms", 1_500, "1s500ms"],
  ["0", 0, "0s"],
])("the duration %s is %d ms, printed %s", (text, milliseconds, printed) => {
  expect(parseDuration(text)).toBe(milliseconds);
  expect(formatDuration(milliseconds)).toBe(printed);
});

test.each(["", "1", "s", "1.5s", "-1s", "1s1m", "1 s", "1S"])("%o is no duration", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});
