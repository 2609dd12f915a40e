import { describe, expect, test } from "vitest";
import type { EvaluationProblem } from "../../../src/collector/processor.ts";
import { createTransform } from "../../../src/collector/transform/create-transform.ts";
import type { GroupSeen, StatementSeen } from "../../../src/collector/transform/types.ts";
import type { LogsData, MetricsData } from "../../../src/shapes/records.ts";
import { thrown } from "../../engine/thrown.ts";
import { deepFreeze } from "../deep-freeze.ts";
import { payloads } from "./payloads.ts";

deepFreeze(payloads);

const config = `
processors:
  transform/one:
    error_mode: ignore
    log_statements:
      - context: log
        conditions: ['severity_number > 9']
        statements:
          - set(attributes["seen"], true)
          - >-
            set(attributes["parsed"], ParseJSON(body))
  transform/two:
    log_statements: ['set(resource.attributes["x"], 1)']
`;

const logs = (...bodies: string[]): LogsData => ({
  resourceLogs: [{ scopeLogs: [{ logRecords: bodies.map((stringValue) => ({ body: { stringValue } })) }] }],
});

describe("createTransform", () => {
  test("makes the processor of an id and tells its groups with their places", () => {
    const transform = createTransform(config, "transform/one", { file: "collector.yaml" });
    expect(transform.id).toBe("transform/one");
    const [group] = transform.groups;
    expect(group).toMatchObject({
      name: "log_statements[0]",
      signal: "logs",
      context: "log",
      errorMode: "ignore",
    });
    const [, second] = group?.statements ?? [];
    expect(second?.place).toEqual({
      path: "processors.transform/one.log_statements[0].statements[1]",
      file: "collector.yaml",
      line: 11,
      column: 13,
    });
    expect(second?.locate({ start: 26, end: 41 })).toMatchObject({ line: 11, column: 39 });
  });

  test("tells what decided on the context of statements", () => {
    const [group] = createTransform(config, "transform/two").groups;
    expect(group).toMatchObject({
      context: "resource",
      inference: { context: "resource", decidedBy: { kind: "path", name: "resource.attributes" } },
    });
  });

  test("needs an id where there are several", () => {
    expect(thrown(() => createTransform(config)).diagnostics[0].code).toBe("processor_not_named");
  });

  test("takes settings as data", () => {
    const transform = createTransform({ log_statements: ["set(log.body, 1)"] });
    expect(
      transform.apply(logs("a")).output.resourceLogs?.[0]?.scopeLogs?.[0]?.logRecords?.[0]?.body,
    ).toEqual({
      intValue: "1",
    });
  });

  test("tells everything that is wrong at once, at its place", () => {
    const text = `processors:
  transform:
    error_mode: ignroe
    log_statements:
      - context: logs
      - context: log
        statements: ['set(attributes["x"], nope())', 'set(boddy, 1)']
    trace_statements: ['set(span.nam, "x")']
`;
    const error = thrown(() => createTransform(text, "transform", { file: "c.yaml" }));
    expect(error.phase).toBe("configuration");
    expect(error.diagnostics.map(({ code }) => code)).toEqual([
      "filter_error_mode",
      "transform_group_context",
      "unknown_function",
      "unknown_path",
      "unknown_path",
    ]);
    expect(error.toString()).toContain("c.yaml:7:59");
    expect(error.toString()).toContain('did you mean "body"?');
  });

  test("refuses options that do not exist", () => {
    const options = { inplace: true } as never;
    expect(thrown(() => createTransform({}, options)).diagnostics[0].code).toBe("unknown_option");
    expect(thrown(() => createTransform({}, { inPlace: 1 } as never)).diagnostics[0].code).toBe(
      "invalid_option",
    );
  });
});

describe("apply", () => {
  const transform = createTransform(config, "transform/one");

  test("leaves the caller's payload alone and shares what it does not change", () => {
    const { output } = transform.apply(payloads.logs);
    const [resource] = output.resourceLogs ?? [];
    const [given] = payloads.logs.resourceLogs ?? [];
    const log = resource?.scopeLogs?.[0]?.logRecords?.[1];
    expect(log?.attributes).toContainEqual({ key: "seen", value: { boolValue: true } });
    expect(resource?.scopeLogs?.[0]?.logRecords?.[0]?.attributes).toBe(
      given?.scopeLogs?.[0]?.logRecords?.[0]?.attributes,
    );
  });

  test("leaves signals alone on which there are no statements", () => {
    expect(transform.apply(payloads.metrics).output).toBe(payloads.metrics);
    const both = { ...payloads.metrics, ...payloads.logs };
    expect(transform.apply(both).output.resourceMetrics).toBe(payloads.metrics.resourceMetrics);
  });

  test("changes the payload itself where that is wanted", () => {
    const own = createTransform({ log_statements: ["set(log.body, 1)"] }, { inPlace: true });
    const payload = logs("a", "b");
    const record = payload.resourceLogs?.[0]?.scopeLogs?.[0]?.logRecords?.[1];
    const { output } = own.apply(payload);
    expect(output).toBe(payload);
    expect(record?.body).toEqual({ intValue: "1" });
  });

  test("refuses to change a payload itself that is frozen", () => {
    const own = createTransform({ log_statements: ["set(log.body, 1)"] }, { inPlace: true });
    expect(thrown(() => own.apply(payloads.logs)).diagnostics[0].code).toBe("record_frozen");
  });

  test("tells where an evaluation failed", () => {
    const problems: EvaluationProblem[] = [];
    const onError = (problem: EvaluationProblem) => problems.push(problem);
    createTransform(config, "transform/one", { onError }).apply(payloads.logs);
    expect(problems).toHaveLength(1);
    const [{ error, ...problem } = {} as EvaluationProblem] = problems;
    expect(problem).toMatchObject({
      component: "transform/one",
      kind: "statement",
      text: 'set(attributes["parsed"], ParseJSON(body))',
      place: { line: 11, column: 13 },
      recordPath: "resourceLogs[0].scopeLogs[0].logRecords[1]",
      record: { log: { severityText: "ERROR" }, scope: { name: "web" } },
    });
    expect(error.diagnostics[0].code).toBe("invalid_json");
  });

  test("rejects the payload under propagate and leaves the caller's as it is", () => {
    const strict = createTransform(config.replace("ignore", "propagate"), "transform/one", {
      file: "c.yaml",
    });
    const error = thrown(() => strict.apply(payloads.logs));
    expect(error.phase).toBe("evaluation");
    expect(error.diagnostics[0].code).toBe("transform_rejected");
    expect(error.toString()).toContain("c.yaml:11:39");
    expect(error.message).toContain("resourceLogs[0].scopeLogs[0].logRecords[1]");
  });

  test("takes async iterables and streams", async () => {
    const simple = createTransform({ log_statements: ["set(log.body, Len(log.body))"] });
    async function* source() {
      yield logs("a");
      yield { resourceLogs: [] };
      yield logs("abc");
    }
    const bodies: unknown[] = [];
    for await (const one of simple.apply(source()))
      bodies.push(one.resourceLogs?.[0]?.scopeLogs?.[0]?.logRecords?.[0]?.body);
    expect(bodies).toEqual([{ intValue: "1" }, { intValue: "3" }]);
    const given = new ReadableStream<LogsData>({
      async start(controller) {
        for await (const one of source()) controller.enqueue(one);
        controller.close();
      },
    });
    const reader = simple.apply(given).getReader();
    let outputs = 0;
    while (!(await reader.read()).done) outputs++;
    expect(outputs).toBe(2);
  });

  test("passes profiles on, by themselves and in streams", async () => {
    const simple = createTransform({ log_statements: ["set(log.body, 1)"] });
    const profiles: object = { resourceProfiles: [{}] };
    async function* source() {
      yield profiles;
      yield { resourceProfiles: [] };
    }
    const outputs = [];
    for await (const one of simple.apply(source())) outputs.push(one);
    expect(outputs).toEqual([profiles]);
    expect(simple.apply(profiles).output).toBe(profiles);
  });

  test.each([
    [{ resourceLogs: {} }, "resourceLogs must be an array"],
    [{ resourceLogs: [1] }, "resourceLogs[0] must be an object"],
    [{ resourceLogs: [{ resource: [] }] }, "resourceLogs[0].resource must be an object"],
    [{ resourceLogs: [{ scopeLogs: [{ scope: 1 }] }] }, "resourceLogs[0].scopeLogs[0].scope must be"],
    [{ resourceLogs: [{ scopeLogs: [{ logRecords: ["a"] }] }] }, "scopeLogs[0].logRecords[0] must be"],
    [[], "an array"],
    [null, "null"],
    [{ logs: [] }, "an object"],
  ])("refuses what is no payload: %j", (payload, message) => {
    const error = thrown(() => transform.apply(payload as never));
    expect(error.phase).toBe("evaluation");
    expect(error.message).toContain(message);
  });

  test("takes null as the reference does", () => {
    const own = createTransform({
      log_statements: [{ context: "log", statements: ["set(body, 1)", 'set(resource.attributes["a"], 1)'] }],
    });
    const payload = {
      resourceLogs: [null, { resource: null, scopeLogs: [{ scope: null, logRecords: [null] }] }],
    };
    expect(own.apply(payload).output).toEqual({
      resourceLogs: [
        {},
        {
          resource: { attributes: [{ key: "a", value: { intValue: "1" } }] },
          scopeLogs: [{ scope: null, logRecords: [{ body: { intValue: "1" } }] }],
        },
      ],
    });
  });
});

describe("statements that make metrics", () => {
  const one = (name: string): MetricsData => ({
    resourceMetrics: [{ scopeMetrics: [{ metrics: [{ name, gauge: { dataPoints: [{ asInt: "1" }] } }] }] }],
  });

  test("are run on those metrics, too", () => {
    const transform = createTransform({
      metric_statements: [
        { context: "metric", statements: ['copy_metric(name = "b") where name == "a"', 'set(unit, "u")'] },
        { context: "datapoint", statements: ['set(attributes["m"], metric.name)'] },
      ],
    });
    const metrics = transform.apply(one("a")).output.resourceMetrics?.[0]?.scopeMetrics?.[0]?.metrics;
    expect(metrics?.map((metric) => [metric?.name, metric?.unit])).toEqual([
      ["a", "u"],
      ["b", "u"],
    ]);
    expect(metrics?.[1]?.gauge?.dataPoints?.[0]?.attributes).toEqual([
      { key: "m", value: { stringValue: "b" } },
    ]);
  });

  test.each(["copy_metric()", 'copy_metric(name = Concat([metric.name, "x"], ""))'])(
    "are stopped where they would never end, whatever the error mode: %s",
    (statement) => {
      const transform = createTransform({
        error_mode: "ignore",
        metric_statements: ['set(metric.unit, "u")', statement],
      });
      const error = thrown(() => transform.apply(one("a")));
      expect(error.diagnostics[0]).toMatchObject({
        code: "transform_feeds_itself",
        setting: "metric_statements[1]",
      });
    },
  );

  test("are stopped where they double", () => {
    const transform = createTransform({
      metric_statements: [{ context: "metric", statements: ["copy_metric()", "copy_metric()"] }],
    });
    expect(thrown(() => transform.apply(one("a"))).diagnostics[0].code).toBe("transform_feeds_itself");
  });

  test("may copy many metrics", () => {
    const payload: MetricsData = {
      resourceMetrics: [
        { scopeMetrics: [{ metrics: Array.from({ length: 3000 }, (_, i) => ({ name: `m${i}` })) }] },
      ],
    };
    const transform = createTransform({
      metric_statements: ['copy_metric(name = "copy") where metric.name != "copy"'],
    });
    expect(transform.apply(payload).output.resourceMetrics?.[0]?.scopeMetrics?.[0]?.metrics).toHaveLength(
      6000,
    );
  });
});

describe("what groups share in cache", () => {
  const shared = [
    { context: "log", statements: ['set(cache["n"], body) where cache["n"] == nil'], shared_cache: true },
    { context: "log", statements: ['set(body, cache["n"])'], shared_cache: true },
  ] as const;
  const firstBody = (payload: LogsData) => payload.resourceLogs?.[0]?.scopeLogs?.[0]?.logRecords?.[0]?.body;

  test("is empty for each payload since 0.162.0", () => {
    const transform = createTransform({ log_statements: shared });
    expect(firstBody(transform.apply(logs("a")).output)).toEqual({ stringValue: "a" });
    expect(firstBody(transform.apply(logs("b")).output)).toEqual({ stringValue: "b" });
  });

  test("outlives payloads before", () => {
    const transform = createTransform({ log_statements: shared }, { compatibility: "0.161.0" });
    expect(firstBody(transform.apply(logs("a")).output)).toEqual({ stringValue: "a" });
    expect(firstBody(transform.apply(logs("b")).output)).toEqual({ stringValue: "a" });
  });

  test("is all of a list in 0.119.0, where each text is a group", () => {
    const texts = [
      'set(log.cache["n"], log.body) where log.cache["n"] == nil',
      'set(log.body, log.cache["n"])',
    ];
    const transform = createTransform({ log_statements: texts }, { compatibility: "0.119.0" });
    expect(transform.groups.map(({ name }) => name)).toEqual(["log_statements[0]", "log_statements[1]"]);
    const { output } = transform.apply(logs("a", "b"));
    const records = output.resourceLogs?.[0]?.scopeLogs?.[0]?.logRecords;
    expect(records?.map((record) => record?.body)).toEqual([{ stringValue: "a" }, { stringValue: "a" }]);
  });
});

describe("versions", () => {
  test.each([
    ["0.118.0", { log_statements: ["set(log.body, 1)"] }, "wrong_type"],
    [
      "0.119.0",
      { log_statements: [{ context: "log", statements: [], error_mode: "ignore" }] },
      "filter_setting_since",
    ],
    ["0.120.0", { log_statements: [{ context: "log", statements: [], error_mode: "ignore" }] }, undefined],
    ["0.121.0", { log_statements: ["set(log.body, 1)", { context: "log", statements: [] }] }, undefined],
    [
      "0.124.0",
      { log_statements: ["set(log.body, 1)", { context: "log", statements: [] }] },
      "transform_mixed_forms",
    ],
    ["0.129.0", { profile_statements: [] }, "filter_setting_since"],
    ["0.130.0", { profile_statements: [] }, undefined],
    ["0.155.0", { metric_statements: [{ context: "exemplar", statements: [] }] }, "transform_group_context"],
    ["0.156.0", { metric_statements: [{ context: "exemplar", statements: [] }] }, undefined],
    [
      "0.159.0",
      { log_statements: [{ context: "log", statements: [], shared_cache: true }] },
      "filter_setting_since",
    ],
    ["0.160.0", { log_statements: [{ context: "log", statements: [], shared_cache: true }] }, undefined],
    ["0.163.0", { flatten: { log: false } }, "filter_setting_since"],
    ["0.164.0", { flatten: { log: false }, flatten_data: false }, undefined],
    ["0.165.0", { flatten_data: false }, "transform_setting_until"],
  ])("%s of %j", (compatibility, settings, code) => {
    const make = () => createTransform(settings as never, { compatibility });
    if (code === undefined) make();
    else expect(thrown(make).diagnostics[0].code).toBe(code);
  });

  test.each([
    ["0.118.0", "propagate"],
    ["0.152.0", "propagate"],
    ["0.153.0", "ignore"],
    ["0.165.0", "ignore"],
  ])("%s has the error mode %s where none is stated", (compatibility, errorMode) => {
    const transform = createTransform(
      { log_statements: [{ context: "log", statements: ["set(body, 1)"] }] },
      { compatibility },
    );
    expect(transform.groups[0]?.errorMode).toBe(errorMode);
  });

  test("since 0.164.0 logs are flattened by another setting", () => {
    const gates = ["transform.flatten.logs"];
    const config = { flatten: { log: true }, log_statements: ['set(resource.attributes["n"], log.body)'] };
    const { output } = createTransform(config, { gates }).apply(logs("a", "b", "a"));
    expect(output.resourceLogs).toHaveLength(2);
    expect(thrown(() => createTransform(config)).diagnostics[0].code).toBe("transform_flatten_gate");
    const both = { flatten: { log: true }, flatten_data: true };
    const error = thrown(() => createTransform(both, { gates, compatibility: "0.164.0" }));
    expect(error.diagnostics[0].code).toBe("transform_flatten_twice");
  });
});

describe("an observer", () => {
  test("is told of groups and statements with what they changed", () => {
    const groups: GroupSeen[] = [];
    const statements: StatementSeen[] = [];
    const observer = {
      onGroup: (seen: GroupSeen) => groups.push(seen),
      onStatement: (seen: StatementSeen) => statements.push(seen),
    };
    createTransform(config, "transform/one", { observer }).apply(payloads.logs);
    expect(groups.map(({ openedBy, recordPath }) => [recordPath.replaceAll(/\w+\./g, ""), openedBy])).toEqual(
      [
        ["resourceLogs[0].scopeLogs[0].logRecords[0]", -1],
        ["resourceLogs[0].scopeLogs[0].logRecords[1]", 0],
        ["resourceLogs[0].scopeLogs[1].logRecords[0]", -1],
        ["resourceLogs[1].scopeLogs[0].logRecords[0]", -1],
      ],
    );
    expect(
      statements.map(({ index, ran, changes, error }) => [index, ran, changes, error?.diagnostics[0].code]),
    ).toEqual([
      [0, true, [{ kind: "added", path: 'attributes["seen"]', after: true }], undefined],
      [1, false, [], "invalid_json"],
    ]);
  });

  test("makes no difference to the output", () => {
    const plain = createTransform(config, "transform/one").apply(payloads.logs).output;
    const observer = { onStatement: () => {}, onGroup: () => {} };
    expect(createTransform(config, "transform/one", { observer }).apply(payloads.logs).output).toEqual(plain);
  });
});
