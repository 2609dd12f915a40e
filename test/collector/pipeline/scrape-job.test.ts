import { describe, expect, test } from "vitest";
import { createPipeline, type JobScrape, type ScrapeJob } from "../../../src/collector.ts";
import { remoteWrite } from "../../../src/prometheus.ts";

/** A job of three static targets, two of which have a label. */
function jobOf(rules: readonly string[] = [], more = ""): ScrapeJob {
  const text = `
receivers:
  prometheus:
    config:
      scrape_configs:
        - job_name: mesh
          static_configs:
            - { targets: ["a:1", "b:1"], labels: { zone: west } }
            - { targets: ["c:1"] }
          relabel_configs: [${rules.join(", ")}]
${more.replace(/^/gm, "          ")}
exporters: { debug: }
service: { pipelines: { metrics: { receivers: [prometheus], exporters: [debug] } } }
`;
  const [job] = createPipeline(text).jobs;
  if (job === undefined) throw new Error("the receiver has a job");
  return job;
}

/** The series that a scrape yields, without those about itself. */
function series({ scraped }: JobScrape): string[] {
  const { samples } = remoteWrite(scraped?.result.payload ?? {}, { targetInfo: false, scopeInfo: false });
  return samples
    .filter(({ name }) => name !== "up" && !name.startsWith("scrape_"))
    .map(({ name, labels, value, kind }) => {
      const list = labels.map((label) => `${label.name}=${label.value}`).join(",");
      return `${name}{${list}} ${kind ?? value}`;
    });
}

const at = { time: 1_790_000_000_000, address: "a:1" };

describe("a scrape", () => {
  test("has the labels of its static target, and of those that are given the ones without underscores", () => {
    const job = jobOf();
    expect(job.addresses).toEqual(["a:1", "b:1", "c:1"]);
    expect(series(job.scrape("x 1\n", at))).toEqual(["x{instance=a:1,job=mesh,zone=west} 1"]);
    expect(series(job.scrape("x 1\n", { ...at, address: "c:1" }))).toEqual(["x{instance=c:1,job=mesh} 1"]);
    expect(series(job.scrape("x 1\n", { ...at, address: "new:1" }))).toEqual([
      "x{instance=new:1,job=mesh} 1",
    ]);
    const labels = { zone: "east", pod: "p", __meta_kubernetes_pod_ip: "10.0.0.1", __param_x: "y" };
    const { scraped } = job.scrape("x 1\n", { ...at, labels });
    expect(scraped?.target).toMatchObject({
      labels: { zone: "east", pod: "p" },
      url: "http://a:1/metrics?x=y",
    });
  });

  test("needs an address where the job has several", () => {
    expect(() => jobOf().scrape("x 1\n", { time: 1 })).toThrow(
      'job "mesh" has 3 static targets: say which address was scraped',
    );
  });

  test("goes on from the state of the one before", () => {
    const job = jobOf();
    const { scraped: first } = job.scrape("x 1\ny 1\n", at);
    if (first === undefined) throw new Error("the target is scraped");
    const next = job.scrape("x 2\n", { ...at, time: at.time + 60_000, previous: first.result.state });
    expect(series(next).sort()).toEqual([
      "x{instance=a:1,job=mesh,zone=west} 2",
      "y{instance=a:1,job=mesh,zone=west} stale",
    ]);
  });

  test("tells what was exposed before metric relabelling", () => {
    const job = jobOf([], "metric_relabel_configs: [{ source_labels: [__name__], regex: y, action: drop }]");
    const scrape = job.scrape("x 1\ny 1\n", at);
    expect(scrape.families()).toEqual(["x", "y"]);
    expect(series(scrape)).toEqual(["x{instance=a:1,job=mesh,zone=west} 1"]);
  });

  test("fails for an address that cannot be scraped", () => {
    expect(() => jobOf().scrape("x 1\n", { ...at, address: "http://a/" })).toThrow(
      expect.objectContaining({ name: "OttlError", phase: "configuration" }),
    );
    expect(() => jobOf().scrape("x 1\n", { ...at, address: "" })).toThrow("the target has no address");
  });

  test.each([undefined, null, 3, { time: Number.NaN }, { ...at, address: 3 }, { ...at, labels: { a: 1 } }])(
    "is not made with options %j",
    (options) => {
      expect(() => jobOf().scrape("x 1\n", options as never)).toThrow(
        expect.objectContaining({ name: "OttlError", phase: "configuration" }),
      );
    },
  );
});

describe("the rule that drops a target is told", () => {
  const place = "relabel_configs[0] of job mesh";
  const container = "__meta_kubernetes_pod_container_name";

  test.each([
    [
      `{ source_labels: [${container}], regex: linkerd-proxy, action: keep }`,
      `${place} (keep): ${container} is "", which "linkerd-proxy" does not match`,
    ],
    [
      String.raw`{ source_labels: [zone, job], separator: "|", regex: 'we\w+\|mesh', action: Drop }`,
      String.raw`${place} (drop): zone is "west" and job is "mesh", joined "west|mesh", which "we\w+\|mesh" matches`,
    ],
    ["{ source_labels: [zone], action: drop }", `${place} (drop): zone is "west", which "(.*)" matches`],
    ["{ action: drop }", `${place} (drop): no source label gives a value, which "(.*)" matches`],
    [
      "{ source_labels: [zone], target_label: job, action: keepequal }",
      `${place} (keepequal): zone is "west", but job is "mesh"`,
    ],
    [
      "{ source_labels: [job], target_label: job, action: dropequal }",
      `${place} (dropequal): job is "mesh", and job is "mesh"`,
    ],
  ])("%s", (rule, text) => {
    const { scraped, families, droppedBy } = jobOf([rule]).scrape("x 1\n", {
      ...at,
      labels: { __meta_x: "y" },
    });
    expect({ scraped, families: families(), text: droppedBy?.text }).toEqual({
      scraped: undefined,
      families: [],
      text,
    });
  });

  test("with the values that the rules before it left", () => {
    const { droppedBy } = jobOf([
      "{ target_label: zone, replacement: north }",
      "{ source_labels: [zone, none], regex: west;, action: keep }",
    ]).scrape("x 1\n", at);
    expect(droppedBy).toMatchObject({
      rule: 1,
      action: "keep",
      sourceLabels: ["zone", "none"],
      values: ["north", ""],
      regex: "west;",
    });
  });

  test("and is not there for a target that is scraped", () => {
    const { scraped, droppedBy, skippedRules } = jobOf([
      `{ source_labels: [${container}], regex: linkerd-proxy, action: keep }`,
    ]).scrape("x 1\n", at);
    expect(scraped?.target.address).toBe("a:1");
    expect(droppedBy).toBeUndefined();
    expect(skippedRules).toEqual([
      `skipped: relabel_configs[0] of job mesh (keep): no ${container} is given`,
    ]);
  });
});
