import { expect, test } from "vitest";
import { Workspace } from "../call.ts";

const space = new Workspace();

/** What is wrong in a file, as `line:column code setting`. */
async function wrong(yaml: string, ...args: string[]): Promise<readonly string[]> {
  const { stdout } = await space.call(["check", space.file("forms.yaml", yaml), ...args, "--format", "json"]);
  const { findings } = JSON.parse(stdout) as {
    findings: { line: number; column: number; code: string; severity: string; setting: string }[];
  };
  return findings
    .filter(({ severity }) => severity === "error")
    .map(({ line, column, code, setting }) => `${line}:${column} ${code} ${setting}`);
}

test("what the filter refuses at its start is told, each once, of every signal", async () => {
  const yaml = `processors:
  filter/a:
    error_mode: ignored
    trace_conditions:
      - context: spam
        conditions: ['name == "x"', 'nme == 1']
      - context: log
        conditions: ['body == "x"']
      - span.name == "a"
      - spn.name == "a"
    logs: { log_record: ['nme == 1'], log: [] }
    metrics:
      metric: ['resource.attributes["x"] == nil and nme == "a"']
`;
  expect(await wrong(yaml)).toEqual([
    "3:17 filter_error_mode processors.filter/a.error_mode",
    "5:18 filter_group_context processors.filter/a.trace_conditions[0].context",
    "7:18 filter_group_context processors.filter/a.trace_conditions[1].context",
    "9:9 filter_mixed_forms processors.filter/a.trace_conditions[2]",
    "10:9 inferred_context processors.filter/a.trace_conditions[3]",
    "11:27 unknown_path processors.filter/a.logs.log_record[0]",
    "11:39 unknown_key processors.filter/a.logs.log",
    "13:53 unknown_path processors.filter/a.metrics.metric[0]",
  ]);
});

test("what the transform refuses at its start is told, each once, of every signal", async () => {
  const yaml = `processors:
  transform/b:
    error_mode: ignored
    log_statements:
      - context: metric
        statements: ['set(name, "x")']
      - statements: ['set(log.body, 1)', 'set(span.name, "x")']
      - set(log.body, Lenn(1))
      - context: log
        statment: []
    trace_statement: []
    metric_statements:
      - context: datapoint
        statements: ['convert_gauge_to_sum("cumulative", true)', 'set(value_int, 1) where nme == 2']
`;
  expect(await wrong(yaml)).toEqual([
    "3:17 filter_error_mode processors.transform/b.error_mode",
    "5:18 transform_group_context processors.transform/b.log_statements[0].context",
    "7:47 unknown_context processors.transform/b.log_statements[1].statements[1]",
    "8:23 unknown_function processors.transform/b.log_statements[2]",
    "9:9 transform_mixed_forms processors.transform/b.log_statements[3]",
    "10:9 unknown_key processors.transform/b.log_statements[3].statment",
    "11:5 unknown_key processors.transform/b.trace_statement",
    "14:23 function_not_here processors.transform/b.metric_statements[0].statements[0]",
    "14:91 unknown_path processors.transform/b.metric_statements[0].statements[1]",
  ]);
});

test("texts that name no context are told by who knows the others of their list and the signal", async () => {
  const yaml = `processors:
  transform:
    trace_statements:
      - set(spanevent.name, "x")
      - set(name, "x")
    log_statements:
      - set(body, "x")
    metric_statements:
      - set(span.name, "x")
  filter:
    log_conditions:
      - span.name == "x"
`;
  expect(await wrong(yaml)).toEqual([
    "5:13 missing_context processors.transform.trace_statements[1]",
    "7:9 transform_context_unclear processors.transform.log_statements[0]",
    "9:9 transform_context_foreign processors.transform.metric_statements[0]",
    "12:9 filter_context_foreign processors.filter.log_conditions[0]",
  ]);
});

test("settings that a version lacks are told", async () => {
  const yaml = "processors:\n  transform:\n    log_statements: ['set(log.body, 1)']\n";
  expect(await wrong(yaml)).toEqual([]);
  expect(await wrong(yaml, "--compatibility", "0.118.0")).toHaveLength(1);
});

test("the settings of an operator's resource are told by their path in it", async () => {
  const yaml = `kind: OpenTelemetryCollector
spec:
  config:
    processors:
      transform: { log_statement: [] }
`;
  expect(await wrong(yaml)).toEqual(["5:20 unknown_key spec.config.processors.transform.log_statement"]);
});

test("two documents with processors of one name are told apart", async () => {
  const yaml = (condition: string) => `processors: { filter: { logs: { log_record: ['${condition}'] } } }\n`;
  expect(await wrong(`${yaml("nme == 1")}---\n${yaml("body == nil")}---\n${yaml("nme == 2")}`)).toEqual([
    "1:47 unknown_path processors.filter.logs.log_record[0]",
    "5:47 unknown_path processors.filter.logs.log_record[0]",
  ]);
});

/** What is found in a file but for what lint rules find, as `line:column code (severity)`. */
async function found(yaml: string): Promise<readonly string[]> {
  const path = space.file("holders.yaml", yaml);
  const { stdout } = await space.call(["check", path, "--format", "json"]);
  const { findings } = JSON.parse(stdout) as {
    findings: { line: number; column: number; code: string; severity: string }[];
  };
  return findings.map(({ line, column, code, severity }) => `${line}:${column} ${code} (${severity})`);
}

test("what the tail sampling processor refuses around its conditions is told, however deep its policies are", async () => {
  const yaml = `processors:
  tail_sampling:
    policies:
      - { name: a, type: ottl_condition, ottl_condition: { error_mode: ignored, span: ['name == "x"'] } }
      - { name: b, type: ottl_condition }
      - name: c
        type: and
        and:
          and_sub_policy:
            - { name: d, type: ottl_condition, ottl_condition: { spans: ['name == "x"'] } }
            - { name: e, type: latency, latency: { threshold_ms: 5 } }
      - { name: f, type: ottl_condition, ottl_condition: { error_mode: IGNORE, spanevent: ['name == "x"'] } }
`;
  expect(await found(yaml)).toEqual([
    "4:72 invalid_setting (error)",
    "5:9 invalid_setting (error)",
    "10:64 invalid_setting (error)",
    "10:66 unknown_key (warning)",
  ]);
});

test("what the count connector ignores without a word is told", async () => {
  const yaml = `connectors:
  count:
    spans:
      a: { condition: ['name == "x"'] }
      b:
    log: {}
    metrics:
      m: { attributes: [{ key: a }] }
    logs:
      l: { conditions: ['body == "x"'], attributes: [{ key: env, default_value: none }] }
  count/all:
`;
  expect(await found(yaml)).toEqual([
    "4:12 unknown_key (warning)",
    "6:5 unknown_key (warning)",
    "8:24 invalid_setting (error)",
  ]);
});

test("what the signal_to_metrics connector refuses is told", async () => {
  const yaml = `connectors:
  signal_to_metrics:
    spans:
      - name: a
        sum: { value: '1' }
        gauge: { value: "1" }
      - description: x
        attributes: [{ key: a, keys_expression: Keys(attributes) }]
        sum: { valu: "1" }
      - { name: right, conditions: ['name == "x"'], attributes: [{ key: a }], gauge: { value: '1' } }
  signal_to_metrics/none: {}
`;
  expect(await found(yaml)).toEqual([
    "4:9 invalid_setting (error)",
    "7:9 missing_key (error)",
    "8:22 invalid_setting (error)",
    "9:9 missing_key (error)",
    "9:16 unknown_key (warning)",
    "11:27 invalid_setting (error)",
  ]);
});
