import { describe, expect, test } from "vitest";
import type { FilterConfig } from "../../../src/collector/filter/config.ts";
import { createFilter } from "../../../src/collector/filter/create-filter.ts";
import type { FilterOptions } from "../../../src/collector/filter/types.ts";
import type { EvaluationProblem } from "../../../src/collector/processor.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import type { MetricsData } from "../../../src/shapes/records.ts";
import { thrown } from "../../engine/thrown.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { outline } from "./outline.ts";
import { payloads } from "./payloads.ts";

const { mesh, names, empties } = deepFreeze(payloads);
const fails = "ParseJSON(name) == nil";

function watched(config: FilterConfig, options: FilterOptions = {}) {
  const problems: EvaluationProblem[] = [];
  const filter = createFilter(config, { ...options, onError: (problem) => problems.push(problem) });
  return { filter, problems };
}

describe("what goes and what stays", () => {
  test("the payload itself comes back where nothing goes", () => {
    const configs: FilterConfig[] = [
      {},
      { metrics: { metric: ["false"] } },
      { metrics: { datapoint: ["false"], metric: [], resource: [] } },
      { metric_conditions: ["metric.name == nil", "datapoint.flags == 5"] },
    ];
    for (const config of configs) expect(createFilter(config).apply(mesh).output).toBe(mesh);
  });

  test("everything that is not on the way to what goes is shared", () => {
    const filter = createFilter({
      metrics: { datapoint: ['metric.name == "response_total" and attributes["status_code"] == "500"'] },
    });
    const { output } = filter.apply(mesh);
    const [ad, cart] = mesh.resourceMetrics ?? [];
    expect(output.resourceMetrics?.[1]).toBe(cart);
    const [proxy, scrape] = output.resourceMetrics?.[0]?.scopeMetrics ?? [];
    expect(scrape).toBe(ad?.scopeMetrics?.[1]);
    expect(proxy?.metrics?.[1]).toBe(ad?.scopeMetrics?.[0]?.metrics?.[1]);
    expect(proxy?.metrics?.[0]?.sum?.dataPoints?.[0]).toBe(
      ad?.scopeMetrics?.[0]?.metrics?.[0]?.sum?.dataPoints?.[0],
    );
    expect(proxy?.metrics?.[0]).toMatchObject({ name: "response_total", sum: { isMonotonic: true } });
    expect(outline(output)).toBe(outline(mesh).replace("response_total(1 2)", "response_total(1)"));
  });

  test("what a payload has beside its resources is kept", () => {
    const payload = { ...mesh, batch: 7 };
    expect(createFilter({ metrics: { metric: ['name == "up"'] } }).apply(payload).output.batch).toBe(7);
  });

  test("what goes is counted at each level, what is below it included", () => {
    const drop = (config: FilterConfig) => createFilter(config).apply(mesh).dropped;
    const others = { spans: 0, spanEvents: 0, logRecords: 0 };
    expect(drop({ metrics: { metric: ['name == "up"'] } })).toEqual({
      resources: 0,
      scopes: 1,
      metrics: 1,
      dataPoints: 1,
      ...others,
    });
    expect(drop({ metrics: { resource: ['attributes["id"] == "ad"'] } })).toEqual({
      resources: 1,
      scopes: 2,
      metrics: 5,
      dataPoints: 6,
      ...others,
    });
    expect(drop({ metric_conditions: ['scope.name == "proxy"'] })).toEqual({
      resources: 1,
      scopes: 2,
      metrics: 7,
      dataPoints: 10,
      ...others,
    });
    expect(drop({ metrics: { datapoint: ["true"] } })).toEqual({
      resources: 2,
      scopes: 3,
      metrics: 8,
      dataPoints: 11,
      ...others,
    });
    expect(drop({})).toEqual({ resources: 0, scopes: 0, metrics: 0, dataPoints: 0, ...others });
  });

  test("what was empty before counts as dropped where it is pruned", () => {
    expect(createFilter({ metrics: { metric: [] } }).apply(empties).dropped).toMatchObject({
      resources: 3,
      scopes: 3,
      metrics: 0,
      dataPoints: 0,
    });
  });

  test("groups run one after another, each on what the one before left", () => {
    const filter = createFilter({
      metric_conditions: [
        { context: "datapoint", conditions: ['attributes["direction"] == "inbound"'] },
        { context: "metric", conditions: ["Len(data_points) == 1"] },
      ],
    });
    expect(() => filter.apply(mesh)).not.toThrow();
  });
});

describe("counters", () => {
  const key = "processor_filter_datapoints.filtered";

  test("run on over all payloads", () => {
    const filter = createFilter({ metrics: { metric: ['name == "response_total"'] } });
    expect(filter.counters).toEqual({ [key]: 0 });
    filter.apply(mesh);
    filter.apply(mesh);
    filter.apply(names);
    expect(filter.counters).toEqual({ [key]: 6 });
  });

  test("know of payloads that are rejected", () => {
    const filter = createFilter({ error_mode: "propagate", metrics: { metric: ['name == "ab"', fails] } });
    expect(() => filter.apply(names)).toThrow(OttlError);
    expect(filter.counters).toEqual({ [key]: 1 });
  });

  test("stay as they are where a payload cannot be read", () => {
    const filter = createFilter({ metrics: { metric: ["true"] } });
    const broken = { resourceMetrics: [...(mesh.resourceMetrics ?? []), { scopeMetrics: 1 }] };
    expect(() => filter.apply(broken as never)).toThrow(OttlError);
    expect(filter.counters).toEqual({ [key]: 0 });
  });
});

describe("error modes", () => {
  const config = { metrics: { metric: ['Substring(name, 0, 4) == "abcd"', 'name == "ab"'] } };

  test("ignore goes on with the next condition and tells of the failure", () => {
    const { filter, problems } = watched({ error_mode: "ignore", ...config });
    expect(outline(filter.apply(names).output)).toBe('a{s{{"a":1}(18)}}');
    expect(problems).toMatchObject([
      {
        component: "filter",
        text: 'Substring(name, 0, 4) == "abcd"',
        place: { path: "metrics.metric[0]" },
        recordPath: "resourceMetrics[0].scopeMetrics[0].metrics[0]",
        record: { metric: { name: "ab" }, resource: { attributes: [{ key: "id" }] }, scope: { name: "s" } },
        error: { phase: "evaluation", code: "invalid_range" },
      },
    ]);
    expect(problems[0]?.record).not.toHaveProperty("dataPoint");
  });

  test("silent does the same without a word", () => {
    const { filter, problems } = watched({ error_mode: "silent", ...config });
    expect(outline(filter.apply(names).output)).toBe('a{s{{"a":1}(18)}}');
    expect(problems).toEqual([]);
  });

  test("propagate asks all records and then rejects the payload", () => {
    const { filter, problems } = watched({ error_mode: "propagate", metrics: { metric: [fails] } });
    const error = thrown(() => filter.apply(names));
    expect(problems.map(({ recordPath }) => recordPath)).toEqual([
      "resourceMetrics[0].scopeMetrics[0].metrics[0]",
      "resourceMetrics[0].scopeMetrics[0].metrics[1]",
      "resourceMetrics[0].scopeMetrics[1].metrics[0]",
      "resourceMetrics[1].scopeMetrics[0].metrics[0]",
    ]);
    expect(error).toMatchObject({ phase: "evaluation", code: "payload_rejected", source: fails });
    expect(error.cause).toBe(problems[0]?.error);
    expect(error.message).toBe(
      "the payload is rejected under error_mode propagate: not JSON at byte 0: expected a value, first at resourceMetrics[0].scopeMetrics[0].metrics[0]; 4 evaluations failed",
    );
    expect(error.diagnostics[0].setting).toBe("metrics.metric[0]");
  });

  test("propagate shows the condition in the text and the file that it comes from", () => {
    const yaml = `processors:
  filter:
    error_mode: propagate
    metrics:
      metric:
        - "name == \\"zz\\" or ParseJSON(name) == nil"
`;
    const error = thrown(() => createFilter(yaml, "filter", { file: "c.yaml" }).apply(names));
    expect(error).toMatchObject({ code: "payload_rejected", source: yaml, file: "c.yaml" });
    expect(error.message).toMatch(
      /^c\.yaml:6:\d+: the payload is rejected under error_mode propagate: not JSON/,
    );
    const { setting, span } = error.diagnostics[0];
    expect(setting).toBe("processors.filter.metrics.metric[0]");
    expect(yaml.slice(span.start, span.end)).toBe("ParseJSON(name)");
    expect(thrown(() => createFilter(yaml).apply(names)).toString()).toContain(" at 6:");
  });

  test("propagate with one failure says so", () => {
    const one = createFilter({
      error_mode: "propagate",
      metrics: { metric: config.metrics.metric.slice(0, 1) },
    });
    expect(thrown(() => one.apply(names)).message).toContain("; 1 evaluation failed");
  });

  test("records that are handed out stay as they were", () => {
    const { filter, problems } = watched({ metrics: { datapoint: ["ParseJSON(metric.name) == nil"] } });
    filter.apply(names);
    expect(problems.map(({ record }) => (record as { metric: { name: string } }).metric.name)).toEqual([
      "ab",
      "abcdef",
      "abcdef",
      "abcd",
      "abcdefgh",
    ]);
    expect(problems[2]).toMatchObject({
      recordPath: "resourceMetrics[0].scopeMetrics[0].metrics[1].gauge.dataPoints[1]",
      record: { dataPoint: { asDouble: 3 } },
    });
  });

  test("places are of the payload that was given, whatever earlier groups dropped", () => {
    const { filter, problems } = watched({
      metric_conditions: [
        { conditions: ['metric.name == "ab"', 'datapoint.attributes["direction"] == "outbound"'] },
        { conditions: ['scope.name == "s"'], error_mode: "silent" },
        { conditions: ['datapoint.attributes["direction"] != nil and ParseJSON(scope.name) == nil'] },
        { conditions: ['ParseJSON(resource.attributes["id"]) == nil', "ParseJSON(scope.name) == nil"] },
      ],
    });
    filter.apply(names);
    expect(problems.map(({ recordPath }) => recordPath)).toEqual([
      "resourceMetrics[0].scopeMetrics[1].metrics[0].gauge.dataPoints[0]",
      "resourceMetrics[1].scopeMetrics[0].metrics[0].gauge.dataPoints[0]",
      "resourceMetrics[0]",
      "resourceMetrics[0].scopeMetrics[1]",
      "resourceMetrics[1]",
      "resourceMetrics[1].scopeMetrics[0]",
    ]);
  });

  test("data points keep their numbers through passes", () => {
    const { filter, problems } = watched({
      metric_conditions: [
        { context: "datapoint", conditions: ["value_double == 2"] },
        { context: "datapoint", conditions: ['metric.name == "abcdef" and ParseJSON(metric.name) == nil'] },
      ],
    });
    filter.apply(names);
    expect(problems.map(({ recordPath }) => recordPath)).toEqual([
      "resourceMetrics[0].scopeMetrics[0].metrics[1].gauge.dataPoints[1]",
    ]);
  });
});

describe("payloads that cannot be read", () => {
  const filter = createFilter({
    metrics: { resource: ["false"], metric: ['name == "drop"'], datapoint: ["false"] },
  });
  const inScope = (metric: unknown) => ({ resourceMetrics: [{ scopeMetrics: [{ metrics: [metric] }] }] });
  const metric = "resourceMetrics[0].scopeMetrics[0].metrics[0]";

  test.each([
    [null, "found null"],
    [undefined, "found nothing"],
    ["{}", "found a string"],
    [[], "found an array"],
    [{ resourceProfiles: [] }, "found an object with resourceProfiles"],
    [{ spans: [], a: 1, b: 2, c: 3 }, "found an object with spans, a, b"],
    [{ metric: { name: "up" } }, "found an object with metric"],
  ])("%j is no payload", (payload, found) => {
    const error = thrown(() => filter.apply(payload as never));
    expect(error).toMatchObject({ phase: "evaluation", code: "payload_kind" });
    expect(error.message).toContain(found);
  });

  test.each([
    [{ resourceMetrics: {} }, "resourceMetrics must be an array, found an object"],
    [{ resourceMetrics: [1] }, "resourceMetrics[0] must be an object, found 1"],
    [{ resourceMetrics: [{}, []] }, "resourceMetrics[1] must be an object, found an array"],
    [{ resourceMetrics: [{ resource: 1 }] }, "resourceMetrics[0].resource must be an object, found 1"],
    [
      { resourceMetrics: [{ scopeMetrics: "x" }] },
      'resourceMetrics[0].scopeMetrics must be an array, found "x"',
    ],
    [
      { resourceMetrics: [{ scopeMetrics: [{ scope: [] }] }] },
      "resourceMetrics[0].scopeMetrics[0].scope must be an object, found an array",
    ],
    [
      { resourceMetrics: [{ scopeMetrics: [{ metrics: true }] }] },
      "resourceMetrics[0].scopeMetrics[0].metrics must be an array, found true",
    ],
    [inScope("up"), `${metric} must be an object, found "up"`],
    [inScope({ gauge: 1 }), `${metric}.gauge must be an object, found 1`],
    [inScope({ sum: { dataPoints: 1 } }), `${metric}.sum.dataPoints must be an array, found 1`],
    [inScope({ name: "drop", sum: { dataPoints: 1 } }), `${metric}.sum.dataPoints must be an array, found 1`],
    [inScope({ summary: { dataPoints: [1] } }), `${metric}.summary.dataPoints[0] must be an object, found 1`],
  ])("%j", (payload, message) => {
    expect(thrown(() => filter.apply(payload as never))).toMatchObject({
      code: "payload_shape",
      message: `the payload's ${message}`,
    });
  });

  test("what a dropped resource holds is looked at too", () => {
    const drops = createFilter({ metrics: { resource: ["true"] } });
    expect(thrown(() => drops.apply(inScope({ gauge: { dataPoints: 1 } }) as never)).message).toContain(
      `${metric}.gauge.dataPoints must be an array`,
    );
  });

  test("an empty object has no resources", () => {
    expect(filter.apply({}).output).toEqual({});
    expect(filter.apply({ resourceMetrics: null }).output).toEqual({ resourceMetrics: null });
  });

  test("keys that mean something to JavaScript are data", () => {
    const text = `{"resourceMetrics":[{"__proto__":{"x":1},"scopeMetrics":[{"metrics":[
      {"name":"drop"},{"name":"keep","__proto__":1,"gauge":{"dataPoints":[{"constructor":1}]}}]}]}]}`;
    const { output } = filter.apply(JSON.parse(text) as MetricsData);
    const metrics = output.resourceMetrics?.[0]?.scopeMetrics?.[0]?.metrics;
    expect(metrics?.map((one) => one?.name)).toEqual(["keep"]);
    expect(Object.hasOwn(output.resourceMetrics?.[0] ?? {}, "__proto__")).toBe(true);
  });
});

describe("streams", () => {
  const payload = (name: string): MetricsData => ({
    resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name }] }] }],
  });
  const filter = createFilter({
    error_mode: "propagate",
    metrics: { metric: ['name == "drop"', 'Substring(name, 0, 4) == "drop"'] },
  });
  const kept = ["kept1", "kept2"].map((name) => `?{?{${name}}}`);

  async function* generate(...all: string[]): AsyncGenerator<MetricsData> {
    for (const name of all) yield payload(name);
  }

  function streamOf(...all: string[]): ReadableStream<MetricsData> {
    return new ReadableStream({
      start(controller) {
        for (const name of all) controller.enqueue(payload(name));
        controller.close();
      },
    });
  }

  test("of async iterables skip what is left empty", async () => {
    const outlines: string[] = [];
    for await (const output of filter.apply(generate("kept1", "drop", "kept2")))
      outlines.push(outline(output));
    expect(outlines).toEqual(kept);
  });

  test("of the Web skip what is left empty", async () => {
    const outlines: string[] = [];
    const stream = filter.apply(streamOf("kept1", "drop", "drop", "kept2"));
    await stream.pipeTo(new WritableStream({ write: (output) => void outlines.push(outline(output)) }));
    expect(outlines).toEqual(kept);
  });

  test("end with the error of a payload that is rejected", async () => {
    const outputs: string[] = [];
    const run = async (source: AsyncIterable<MetricsData>) => {
      for await (const output of source) outputs.push(outline(output));
    };
    const rejected = expect.objectContaining({ code: "payload_rejected" }) as Error;
    await expect(run(filter.apply(generate("kept1", "bad", "kept2")))).rejects.toThrow(rejected);
    await expect(filter.apply(streamOf("bad")).getReader().read()).rejects.toThrow(rejected);
    expect(outputs).toEqual([kept[0]]);
  });
});

describe("paths of the client that sent the data", () => {
  const config = { log_conditions: ['otelcol.client.metadata["tenant"][0] == "a" and log.body == "x"'] };
  const record = { log: { body: { stringValue: "x" } } };
  const payload = { resourceLogs: [{ scopeLogs: [{ logRecords: [record.log] }] }] };

  test.each([
    ["a", 0],
    ["b", 1],
  ])("read what the host says of it: %s", (tenant, left) => {
    const filter = createFilter(config, { client: { metadata: { tenant: [tenant] } } });
    expect(filter.apply(payload).output.resourceLogs).toHaveLength(left);
    expect(filter.explain(record).verdict).toBe(left === 0 ? "dropped" : "kept");
    expect(filter.left(record)).toEqual(left === 0 ? undefined : record);
  });

  test("ask a function once for each payload", () => {
    const asked: object[] = [];
    const filter = createFilter(config, {
      client: (one) => {
        asked.push(one);
        return undefined;
      },
    });
    filter.apply(payload);
    expect(asked).toEqual([payload]);
  });
});
