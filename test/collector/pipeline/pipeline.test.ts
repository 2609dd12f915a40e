import { describe, expect, test } from "vitest";
import { stepsOf } from "../../../src/collector/pipeline/steps.ts";
import { createPipeline, type Pipeline, type PipelineOptions } from "../../../src/collector.ts";
import { OttlError } from "../../../src/index.ts";
import { counter, gauge, payload, resource } from "../../../src/testing.ts";
import { deepFreeze } from "../deep-freeze.ts";

const components = `
receivers:
  prometheus:
    config: { scrape_configs: [{ job_name: mesh, static_configs: [{ targets: ["pod:4191"] }] }] }
  otlp:
processors:
  batch:
  redaction: { allow_all_keys: true }
  resource: { attributes: [{ action: upsert, key: cluster, value: blue }] }
  filter/tcp: { metrics: { metric: ['name == "tcp"'] } }
  filter/blue: { metrics: { metric: ['resource.attributes["cluster"] == "blue"'] } }
  filter/strict: { error_mode: propagate, metrics: { metric: ['ParseJSON(name)["x"] == "y"'] } }
exporters:
  debug:
  prometheus_remote_write: { endpoint: "http://localhost", namespace: ns }
connectors:
  count:
`;

function configuration(pipelines: string): string {
  return `${components}service:\n  pipelines:\n${pipelines.replace(/^/gm, "    ")}\n`;
}

/** The pipeline `metrics` of some processors. */
function pipelineOf(processors: string, options?: PipelineOptions): Pipeline {
  return createPipeline(
    configuration(`metrics: { receivers: [otlp], processors: [${processors}], exporters: [debug] }`),
    options,
  );
}

/** Each finding of a refused configuration: its code, its setting and the text that it points at. */
function refusal(text: string, options?: PipelineOptions): string[] {
  try {
    createPipeline(text, options);
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    expect(error.phase).toBe("configuration");
    return error.diagnostics.map(({ code, setting, span }) => {
      return `${code} ${setting} ${text.slice(span.start, span.end)}`;
    });
  }
  return [];
}

const tcp = payload(counter("tcp"));
const mixed = payload(resource({ pod: "a" }), counter("tcp"), gauge("up"));

describe("the choice of a pipeline", () => {
  test("is the only one of metrics unless one is named", () => {
    const one = "traces: { receivers: [otlp] }\nmetrics/a: { receivers: [otlp], exporters: [debug] }";
    expect(createPipeline(configuration(one)).id).toBe("metrics/a");
    const two = `${one}\nmetrics/b: { receivers: [otlp], exporters: [debug] }`;
    expect(createPipeline(configuration(two), { pipeline: "metrics/b" }).id).toBe("metrics/b");
    expect(refusal(configuration(two))).toEqual(["pipeline_not_chosen service.pipelines traces"]);
    expect(refusal(configuration(two), { pipeline: "metrics/c" })).toEqual([
      "unknown_pipeline service.pipelines traces",
    ]);
    expect(createPipeline(configuration(two), { pipeline: "traces" }).signal).toBe("traces");
  });

  test("is the only one where none is of metrics", () => {
    const logs = createPipeline(configuration("logs: { receivers: [otlp] }"));
    expect([logs.id, logs.signal]).toEqual(["logs", "logs"]);
    const both = "logs: { receivers: [otlp] }\ntraces: { receivers: [otlp] }";
    expect(refusal(configuration(both))).toEqual(["pipeline_not_chosen service.pipelines logs"]);
    expect(createPipeline(configuration(both), { signal: "traces" }).id).toBe("traces");
  });

  test("is the only one of a signal", () => {
    const text = configuration("logs: { receivers: [otlp] }\nmetrics/a: {}\nmetrics/b: {}");
    expect(createPipeline(text, { signal: "logs" }).id).toBe("logs");
    expect(refusal(text, { signal: "traces" })).toEqual(["no_pipeline_of_signal service.pipelines logs"]);
    expect(refusal(text, { signal: "metrics" })).toEqual(["pipeline_not_chosen service.pipelines logs"]);
    expect(refusal(text, { signal: "logs", pipeline: "metrics/a" })).toEqual([
      "pipeline_not_of_signal service.pipelines logs",
    ]);
  });

  test("is of metrics, traces or logs", () => {
    const text = configuration("profiles: { receivers: [otlp] }");
    expect(refusal(text)).toEqual(["pipeline_of_other_signal service.pipelines profiles"]);
    expect(refusal(text, { pipeline: "profiles" })).toEqual([
      "pipeline_of_other_signal service.pipelines profiles",
    ]);
  });

  test("decides which payloads are taken", () => {
    const logs = createPipeline(configuration("logs: { receivers: [otlp] }"));
    expect(logs.apply({ resourceLogs: [] }).output).toEqual({ resourceLogs: [] });
    expect(logs.apply({}).output).toEqual({});
    expect(() => logs.apply({ resourceSpans: [] })).toThrow(
      'the payload holds traces, which the pipeline "logs" does not take',
    );
  });

  test.each(["service:", "service: {}", "service: { pipelines: }", "service: { pipelines: {} }"])(
    "tells that there are none: %s",
    (service) => {
      const [finding] = refusal(components + service);
      expect(finding).toMatch(/^no_pipelines service\.pipelines (service|pipelines)$/);
    },
  );

  test("tells that the service is missing", () => {
    expect(refusal(components)[0]).toMatch(/^missing_key service /);
  });

  test("tells which id is faulty", () => {
    const faulty = "metrics/: { receivers: [otlp] }";
    const finding = "invalid_component_id service.pipelines.metrics/ metrics/";
    expect(refusal(configuration(faulty))).toEqual([finding]);
    expect(refusal(configuration(`${faulty}\nmetrics: { receivers: [otlp] }`))).toEqual([finding]);
    expect(refusal(configuration(`${faulty}\nlogs: {}`), { pipeline: "metrics/" })).toEqual([finding]);
  });
});

describe("the components that a pipeline names", () => {
  test("are not run where ottlkit does not have them", () => {
    const { notRun, stages, warnings } = pipelineOf("batch, filter/tcp, redaction");
    expect(notRun).toEqual(["otlp", "batch", "redaction", "debug"]);
    expect(stages.map(({ id, filter }) => `${id} ${filter !== undefined}`)).toEqual([
      "batch false",
      "filter/tcp true",
      "redaction false",
    ]);
    expect(warnings.map(({ code, setting }) => `${code} ${setting}`)).toEqual([
      "processor_not_run processors.redaction",
    ]);
  });

  test("are told to the hook for warnings as they are in the pipeline's own list, once each", () => {
    const told: string[] = [];
    const options = { onWarning: ({ code }: { readonly code: string }) => told.push(code) };
    const { warnings } = pipelineOf("nowhere, redaction", options);
    expect(told).toEqual(["component_not_defined", "processor_not_run"]);
    expect(warnings.map(({ code }) => code)).toEqual(told);
  });

  test("may be connectors", () => {
    const { notRun, connectors, warnings } = createPipeline(
      configuration("metrics: { receivers: [count], exporters: [count, debug] }"),
      { strict: true },
    );
    expect({ notRun, connectors, warnings }).toEqual({
      notRun: ["count", "debug"],
      connectors: ["count"],
      warnings: [],
    });
  });

  test("may have blanks around the parts of their ids", () => {
    const pipeline = pipelineOf("'filter / tcp ', ' resource '");
    expect(pipeline.stages.map(({ id, processor }) => `${id} ${processor !== undefined}`)).toEqual([
      "filter/tcp true",
      "resource true",
    ]);
    expect(pipeline.apply(tcp).output.resourceMetrics).toEqual([]);
  });

  test("are defined, unless data would only pass through them", () => {
    const text = "metrics: { receivers: [nop], processors: [memory_limiter], exporters: [nop] }";
    const { warnings, notRun } = createPipeline(configuration(text));
    expect(warnings.map(({ code, setting, severity }) => [code, setting, severity])).toEqual([
      ["component_not_defined", "service.pipelines.metrics.receivers[0]", "warning"],
      ["component_not_defined", "service.pipelines.metrics.processors[0]", "warning"],
      ["component_not_defined", "service.pipelines.metrics.exporters[0]", "warning"],
    ]);
    expect(notRun).toEqual(["nop", "memory_limiter"]);
    expect(refusal(configuration(text), { strict: true })).toEqual([
      "component_not_defined service.pipelines.metrics.receivers[0] nop",
      "component_not_defined service.pipelines.metrics.processors[0] memory_limiter",
      "component_not_defined service.pipelines.metrics.exporters[0] nop",
    ]);
    const filters = configuration(
      "metrics: { receivers: [otlp], processors: [filter/tpc], exporters: [debug] }",
    );
    expect(refusal(filters)).toEqual([
      "component_not_defined service.pipelines.metrics.processors[0] filter/tpc",
    ]);
    expect(() => createPipeline(filters)).toThrow(/filter\/tpc/);
  });

  test("may be thousands, defined or not", { timeout: 10_000 }, () => {
    const ids = (name: string) => Array.from({ length: 3_000 }, (_, i) => `${name}/${i.toString(36)}x`);
    const [defined, unknown] = [ids("batch"), ids("bitch")];
    const section = (names: readonly string[]) => names.map((id) => `  ${id}:\n`).join("");
    const named = [...defined, ...unknown].join(", ");
    const text = `processors:\n${section(defined)}service: { pipelines: { metrics: { processors: [${named}] } } }`;
    const { warnings } = createPipeline(text);
    expect(warnings).toHaveLength(unknown.length);
    expect(warnings[0]?.label).toBe('did you mean "batch/0x"?');
  });

  test("must be there where it is strict", () => {
    expect(refusal(configuration("metrics:"))).toEqual([]);
    expect(refusal(configuration("metrics: {}"), { strict: true })).toEqual([
      "component_missing service.pipelines.metrics {}",
      "component_missing service.pipelines.metrics {}",
    ]);
  });

  test("are named once, if they are processors", () => {
    expect(refusal(configuration("metrics: { processors: [filter/tcp, batch, 'filter/ tcp'] }"))).toEqual([
      "component_twice service.pipelines.metrics.processors[2] 'filter/ tcp'",
    ]);
    const again = "metrics: { receivers: [prometheus, otlp, prometheus], exporters: [debug, debug] }";
    expect(createPipeline(configuration(again)).jobs).toHaveLength(1);
    expect(refusal(configuration(again))).toEqual([]);
  });

  test("have valid ids", () => {
    expect(refusal(configuration("metrics: { processors: [filter/, 2x] }"))).toEqual([
      "invalid_component_id service.pipelines.metrics.processors[0] filter/",
      "invalid_component_id service.pipelines.metrics.processors[1] 2x",
    ]);
  });

  test("are refused with all that is wrong with them, in order of place", () => {
    const text = `
exporters: { prometheusremotewrite: { endpoint: x, namespce: y } }
processors:
  filter: { metrics: { metric: ['nam == "x"', 'name == '] } }
  resource: { attributes: [{ action: upset, key: k }] }
receivers: { prometheus: { config: { scrape_configs: [{ job_name: "" }] } } }
service: { pipelines: { metrics: {
  receivers: [prometheus], processors: [resource, filter, filter], exporters: [prometheusremotewrite] } } }
`;
    const settings = refusal(text).map((finding) => finding.split(" ").slice(0, 2).join(" "));
    expect(settings).toEqual([
      "unknown_key exporters.prometheusremotewrite.namespce",
      "unknown_path processors.filter.metrics.metric[0]",
      "unexpected_end processors.filter.metrics.metric[1]",
      "unknown_action processors.resource.attributes[0].action",
      "invalid_setting receivers.prometheus.config.scrape_configs[0].job_name",
      "component_twice service.pipelines.metrics.processors[2]",
    ]);
  });
});

async function listOf<T>(source: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of source) list.push(item);
  return list;
}

function streamOf<T>(items: readonly T[]): ReadableStream<T> {
  return new ReadableStream({
    start(controller) {
      for (const item of items) controller.enqueue(item);
      controller.close();
    },
  });
}

describe("payloads", () => {
  test("go through the processors in order", () => {
    const names = (pipeline: Pipeline) =>
      (pipeline.apply(mixed).output.resourceMetrics ?? []).flatMap((one) =>
        (one?.scopeMetrics ?? []).flatMap((scope) => (scope?.metrics ?? []).map((metric) => metric?.name)),
      );
    expect(names(pipelineOf("filter/tcp"))).toEqual(["up"]);
    expect(names(pipelineOf("filter/blue, resource"))).toEqual(["tcp", "up"]);
    expect(names(pipelineOf("resource, filter/blue"))).toEqual([]);
  });

  test("are left untouched", () => {
    const frozen = deepFreeze(structuredClone(mixed));
    const { output } = pipelineOf("resource, filter/tcp").apply(frozen);
    expect(frozen).toEqual(mixed);
    expect(output).not.toEqual(mixed);
  });

  test("come as streams, of which empty outputs are skipped", async () => {
    const pipeline = pipelineOf("filter/tcp");
    async function* source() {
      yield* [tcp, mixed, tcp];
    }
    const left = await listOf(pipeline.apply(source()));
    expect(left).toEqual([pipeline.apply(mixed).output]);
    const stream = pipeline.apply(streamOf([tcp, mixed, tcp]));
    expect(await listOf(stream)).toEqual(left);
  });

  test("are rejected by a filter that propagates errors", () => {
    const pipeline = pipelineOf("filter/strict");
    expect(() => pipeline.apply(mixed)).toThrow(expect.objectContaining({ phase: "evaluation" }));
  });

  test("of which nothing is left do not reach the processors after", () => {
    expect(pipelineOf("filter/tcp, filter/strict").apply(tcp).output.resourceMetrics).toEqual([]);
  });

  test("are sent on by the exporter under either of its names, or as by one with default settings", () => {
    const exporting = (exporter: string) =>
      createPipeline(configuration(`metrics: { receivers: [otlp], exporters: [${exporter}] }`));
    const { samples } = exporting("prometheus_remote_write").export(mixed);
    expect(samples.map(({ name }) => name)).toEqual(["ns_tcp_total", "ns_up"]);
    expect(exporting("prometheus_remote_write").notRun).toEqual(["otlp"]);
    expect(
      exporting("debug")
        .export(mixed)
        .samples.map(({ name }) => name),
    ).toEqual(["tcp_total", "up"]);
  });

  test("tell the resource processor who sent them", () => {
    const text = configuration(
      "metrics: { receivers: [otlp], processors: [resource], exporters: [debug] }",
    ).replace("value: blue", "from_context: metadata.cluster");
    const { output } = createPipeline(text, { client: { metadata: { cluster: ["green"] } } }).apply(tcp);
    expect(output.resourceMetrics?.[0]?.resource?.attributes).toEqual([
      { key: "cluster", value: { stringValue: "green" } },
    ]);
  });
});

describe("the explanation of a record", () => {
  test("sees what resource processors before a filter change", () => {
    const record = gauge("up", {}, { resource: { cluster: "red" } });
    const explanation = pipelineOf("resource, filter/blue").explain(record);
    expect(explanation.verdict).toBe("dropped");
    expect(explanation.decidedBy?.condition.text).toBe('resource.attributes["cluster"] == "blue"');
    expect(pipelineOf("filter/blue, resource").explain(record).verdict).toBe("kept");
    expect(record).toEqual(gauge("up", {}, { resource: { cluster: "red" } }));
  });

  test("sees what attributes processors before a filter change", () => {
    const actions = `
  attributes/env: { actions: [{ action: upsert, key: env, value: prod }, { action: delete, key: secret }] }
  filter/env:
    logs: { log_record: ['attributes["env"] == "prod"'] }
    traces: { span: ['attributes["env"] == "prod"'] }
    metrics: { datapoint: ['attributes["env"] == "prod"'] }
exporters:`;
    const signals = ["logs", "traces", "metrics"];
    const named = "{ receivers: [otlp], processors: [attributes/env, filter/env], exporters: [debug] }";
    const text = configuration(signals.map((signal) => `${signal}: ${named}`).join("\n"));
    const of = (signal: "logs" | "traces" | "metrics") =>
      createPipeline(text.replace("exporters:", actions.slice(1)), { signal });
    const attributes = [{ key: "secret", value: { stringValue: "x" } }];
    const points = [{ attributes }, {}];
    const metric = { name: "m", gauge: { dataPoints: points } };
    const told = (signal: "logs" | "traces" | "metrics", record: object) => {
      const { stages } = of(signal);
      const before = structuredClone(record);
      const [step, ...more] = stepsOf(stages, deepFreeze(record));
      expect(record).toEqual(before);
      expect(more.map(({ verdict }) => verdict)).toEqual(["dropped"]);
      expect(of(signal).explain(record).verdict).toBe("dropped");
      return step?.changes.map(({ path, before: was, after: is }) => `${path} ${was} ${is}`);
    };
    const env = (path: string) => `${path}.attributes["env"] undefined prod`;
    const secret = (path: string) => `${path}.attributes["secret"] x undefined`;
    expect(told("logs", { log: { attributes } })).toEqual([secret("log"), env("log")]);
    expect(told("traces", { span: { attributes: { secret: "x" } } })).toEqual([secret("span"), env("span")]);
    const [first, second] = [0, 1].map((i) => `metric.gauge.dataPoints[${i}]`) as [string, string];
    expect(told("metrics", { metric })).toEqual([secret(first), env(first), env(second)]);
    expect(told("metrics", { metric, dataPoint: points[1] })).toEqual([env("datapoint")]);
    expect(told("metrics", { metric: { name: "m" }, dataPoint: {} })).toEqual([env("datapoint")]);
    expect(told("metrics", { dataPoint: {} })).toEqual([env("datapoint")]);
    const events = [{ name: "e" }];
    const event = { span: { events }, spanEvent: events[0], eventIndex: 0 };
    expect(stepsOf(of("traces").stages, event)[0]?.changes.map(({ path }) => path)).toEqual([
      'span.attributes["env"]',
    ]);
  });

  test("tells that a processor rejects the payload", () => {
    const { verdict, asked } = pipelineOf("resource, filter/tcp").explain({ metric: {}, resource: 3 });
    expect({ verdict, asked }).toEqual({ verdict: "rejected", asked: [] });
  });

  test("goes on until a filter drops it, and tells all that was asked", () => {
    const pipeline = pipelineOf("filter/tcp, resource, filter/blue, filter/strict");
    const asked = (name: string) =>
      pipeline.explain(counter(name)).asked.map(({ condition }) => condition.text);
    expect(asked("tcp")).toEqual(['name == "tcp"']);
    expect(asked("up")).toEqual(['name == "tcp"', 'resource.attributes["cluster"] == "blue"']);
    expect(pipelineOf("filter/strict").explain(counter("up")).verdict).toBe("rejected");
  });
});

const odd = [undefined, null, 3, "x", [], () => 1];
const arguments_: Readonly<Record<string, (given: never) => unknown>> = {
  "the configuration": (given) => createPipeline(given),
  "the options": (given) => createPipeline(configuration("metrics:"), given),
  ...Object.fromEntries(
    ["pipeline", "strict", "compatibility", "gates", "file", "env", "onWarning", "onError", "client"].map(
      (name) => [
        `option ${name}`,
        (given: never) => createPipeline(configuration("metrics:"), { [name]: given }),
      ],
    ),
  ),
  "a record": (given) => pipelineOf("").explain(given),
};

test.each(Object.entries(arguments_))(
  "%s of an odd type is refused with an error of ours, or works",
  (_, call) => {
    let refused = 0;
    for (const given of odd) {
      try {
        call(given as never); // that the type is wrong is the point
      } catch (error) {
        expect(error).toMatchObject({ name: "OttlError", phase: "configuration" });
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(1);
  },
);

test.each([null, 3, "x", []])("%j is no payload", (given) => {
  const pipeline = pipelineOf("");
  const error = expect.objectContaining({ name: "OttlError", phase: "evaluation" });
  expect(() => pipeline.apply(given as never)).toThrow(error);
  expect(() => pipeline.export(given as never)).toThrow(error);
});
