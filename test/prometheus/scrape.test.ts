import { describe, expect, test } from "vitest";
import { type Metric, type Scrape, type ScrapeOptions, scrape } from "../../src/prometheus.ts";

const target = { job: "linkerd-mesh", instance: "10.42.0.217:4191" };

const example = `# TYPE response_total counter
response_total{direction="inbound",status_code="200"} 20
# TYPE response_latency_ms histogram
response_latency_ms_bucket{direction="inbound",le="1"} 3
response_latency_ms_bucket{direction="inbound",le="2"} 5
response_latency_ms_bucket{direction="inbound",le="+Inf"} 6
response_latency_ms_count{direction="inbound"} 6
response_latency_ms_sum{direction="inbound"} 17
mystery{zone=""} 7
`;

describe("a scrape", () => {
  test("becomes one payload with metrics by family and the series about the scrape", () => {
    const { payload } = run(example, { durationSeconds: 0.5 });
    const [resource] = payload.resourceMetrics;
    expect(resource?.resource.attributes).toEqual(
      attributes({
        "service.name": "linkerd-mesh",
        "server.address": "10.42.0.217",
        "service.instance.id": "10.42.0.217:4191",
        "server.port": "4191",
        "url.scheme": "http",
      }),
    );
    expect(resource?.scopeMetrics[0]?.scope).toEqual({
      name: "github.com/open-telemetry/opentelemetry-collector-contrib/receiver/prometheusreceiver",
      version: "0.165.0",
    });
    expect(resource?.scopeMetrics[0]?.metrics).toEqual([
      {
        name: "response_total",
        sum: {
          dataPoints: [
            {
              attributes: attributes({ direction: "inbound", status_code: "200" }),
              timeUnixNano: "1000000000",
              asDouble: 20,
            },
          ],
          aggregationTemporality: 2,
          isMonotonic: true,
        },
        metadata: attributes({ "prometheus.type": "counter" }),
      },
      {
        name: "response_latency_ms",
        histogram: {
          dataPoints: [
            {
              attributes: attributes({ direction: "inbound" }),
              timeUnixNano: "1000000000",
              count: "6",
              sum: 17,
              bucketCounts: ["3", "2", "1"],
              explicitBounds: [1, 2],
            },
          ],
          aggregationTemporality: 2,
        },
        metadata: attributes({ "prometheus.type": "histogram" }),
      },
      {
        name: "mystery",
        gauge: { dataPoints: [{ timeUnixNano: "1000000000", asDouble: 7 }] },
        metadata: attributes({ "prometheus.type": "unknown" }),
      },
      about("up", "The scraping was successful", 1),
      { ...about("scrape_duration_seconds", "Duration of the scrape", 0.5), unit: "s" },
      about("scrape_samples_scraped", "The number of samples the target exposed", 7),
      about(
        "scrape_samples_post_metric_relabeling",
        "The number of samples remaining after metric relabeling was applied",
        7,
      ),
      about("scrape_series_added", "The approximate number of new series in this scrape", 7),
    ]);
  });

  test("that has a malformed line forwards nothing but that it failed", () => {
    const { payload, error } = run(`${example}oops\n`);
    expect(error).toMatchObject({ code: "exposition_value_missing", line: 10, column: 5, text: "oops" });
    expect(namesOf({ payload })).toEqual([
      "up",
      "scrape_duration_seconds",
      "scrape_samples_scraped",
      "scrape_samples_post_metric_relabeling",
      "scrape_series_added",
    ]);
    expect(gaugeValue({ payload }, "up")).toBe(0);
    expect(gaugeValue({ payload }, "scrape_samples_scraped")).toBe(7);
  });

  test.each([
    ['ok 1\nfoo{a="1",a="2"} 1', "exposition_label_twice", 'the series has the label "a" twice'],
    ['ok 1\nfoo{__name__="bar"} 1', "exposition_label_twice", 'the series has the label "__name__" twice'],
    ['ok 1\n{"foo",""="x"} 1', "exposition_label_empty", "a label has an empty name"],
    ['ok 1\n{""} 1', "exposition_name_missing", "the series has no metric name"],
    ['ok 1\n{"fo\udcffo"} 1', "exposition_encoding", "the name is not valid UTF-8"],
    ['ok 1\n{"foo","\udcff"="x"} 1', "exposition_encoding", "a label name is not valid UTF-8"],
  ])("%j fails with its place", (text, code, message) => {
    expect(run(text).error).toMatchObject({ code, message, line: 2, column: 1 });
    expect(gaugeValue(run(text), "up")).toBe(0);
  });

  test("knows only the metadata that came before a sample", () => {
    const first = run("c_total 1\n# TYPE c counter\n");
    expect(metricOf(first, "c_total")?.gauge).toBeDefined();
    const second = run("c_total 1\n", { previous: first.state });
    expect(metricOf(second, "c_total")?.sum).toBeDefined();
  });

  test("counts a series as added once, and in 0.118.0 always", () => {
    for (const [compatibility, expected] of [
      [undefined, 1],
      ["0.118.0", 2],
    ] as const) {
      const version = compatibility === undefined ? {} : { compatibility };
      const { state } = run("a 1\n", version);
      expect(gaugeValue(run("a 1\nb 2\n", { previous: state, ...version }), "scrape_series_added")).toBe(
        expected,
      );
    }
  });

  test("tells the end of a series that is gone, once", () => {
    const first = run('a{x="1"} 1\na{x="2"} 2\n');
    const second = run('a{x="2"} 2\n', { previous: first.state });
    expect(metricOf(second, "a")?.gauge?.dataPoints).toEqual([
      { attributes: attributes({ x: "2" }), timeUnixNano: "1000000000", asDouble: 2 },
      { attributes: attributes({ x: "1" }), timeUnixNano: "1000000000", flags: 1 },
    ]);
    const third = run('a{x="2"} 2\n', { previous: second.state });
    expect(metricOf(third, "a")?.gauge?.dataPoints).toHaveLength(1);
  });

  test("that failed forgets no start time", () => {
    const options = { compatibility: "0.118.0" };
    const text = "# TYPE c counter\nc 5\n";
    const first = run(text, { ...options, time: 1000 });
    const second = run("oops", { ...options, time: 2000, previous: first.state });
    const third = run(text, { ...options, time: 3000, previous: second.state });
    expect(metricOf(third, "c")?.sum?.dataPoints[0]?.startTimeUnixNano).toBe("1000000000");
    const restarted = run("# TYPE c counter\nc 4\n", { ...options, time: 4000, previous: third.state });
    expect(metricOf(restarted, "c")?.sum?.dataPoints[0]?.startTimeUnixNano).toBe("4000000000");
  });

  test("leaves the state before it as it was", () => {
    const first = run(example, { compatibility: "0.118.0" });
    const before = structuredClone(first.state);
    run("response_total 1\nx 2\n", { compatibility: "0.118.0", previous: first.state });
    expect(first.state).toEqual(before);
  });

  test("trims suffixes of names where it is told to", () => {
    const text =
      "# TYPE a counter\na_total 1\n# TYPE b_seconds gauge\n# UNIT b_seconds seconds\nb_seconds 2\n# EOF";
    const { payload } = run(text, { format: "openmetrics", trimMetricSuffixes: true });
    expect(namesOf({ payload }).slice(0, 2)).toEqual(["a", "b"]);
  });

  test("has attributes such as __proto__ without harm", () => {
    const { payload } = run('__proto__{__proto__="a",constructor="b"} 1\n');
    const [metric] = payload.resourceMetrics[0]?.scopeMetrics[0]?.metrics ?? [];
    expect(metric?.name).toBe("__proto__");
    expect(metric?.gauge?.dataPoints[0]?.attributes?.map(({ key }) => key)).toEqual([
      "__proto__",
      "constructor",
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test("of an unknown version is refused", () => {
    expect(() => run("a 1\n", { compatibility: "0.1.0" })).toThrow("0.1.0");
  });
});

function run(text: string, options: Partial<ScrapeOptions> = {}): Scrape {
  return scrape(text, target, { time: 1000, ...options });
}

function about(name: string, description: string, value: number): Metric {
  return {
    name,
    description,
    gauge: { dataPoints: [{ timeUnixNano: "1000000000", asDouble: value }] },
    metadata: attributes({ "prometheus.type": "gauge" }),
  };
}

function attributes(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
}

function metricsOf({ payload }: Pick<Scrape, "payload">): readonly Metric[] {
  return payload.resourceMetrics.flatMap(({ scopeMetrics }) =>
    scopeMetrics.flatMap(({ metrics }) => metrics),
  );
}

function namesOf(result: Pick<Scrape, "payload">): string[] {
  return metricsOf(result).map(({ name }) => name);
}

function metricOf(result: Pick<Scrape, "payload">, name: string): Metric | undefined {
  return metricsOf(result).find((metric) => metric.name === name);
}

function gaugeValue(result: Pick<Scrape, "payload">, name: string) {
  return metricOf(result, name)?.gauge?.dataPoints[0]?.asDouble;
}
