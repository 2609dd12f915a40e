import { describe, expect, test } from "vitest";
import { functionSet } from "../../../src/collector/ottl-texts/function-set.ts";
import { textsOfOttlFile } from "../../../src/collector/ottl-texts/texts-of-ottl-file.ts";
import { textsOfYaml } from "../../../src/collector/ottl-texts/texts-of-yaml.ts";
import { compatibility } from "../../../src/core/compatibility.ts";

/** What is found, a line a text: where, what, of which context, and how paths and functions are. */
function found(yaml: string): readonly string[] {
  return textsOfYaml({ text: yaml }).texts.map(
    ({ setting, kind, context, signal, pathContextNames, functions, form, errorMode }) =>
      [setting, kind, context, signal, `names=${pathContextNames}`, functions, form, errorMode]
        .filter((part) => part !== undefined)
        .join(" "),
  );
}

describe("the texts of a configuration", () => {
  test("of a filter are those of each form, with the nearest error mode", () => {
    const yaml = `processors:
  filter/a:
    error_mode: ignore
    metrics: {metric: [name == "a", ""], datapoint: 'value_int == 1'}
    logs: {log_record: [body == nil], include: {match_type: expr, expressions: [Label("x")]}}
    traces: {spanevent: [name == "e"]}
    profiles: {profile: [duration_unix_nano == 1]}
  filter/b:
    metric_conditions: [metric.name == "a"]
    log_conditions:
      - {context: Log, conditions: [body == nil], error_mode: silent}
      - {conditions: [log.body == nil]}
`;
    expect(found(yaml)).toEqual([
      "processors.filter/a.metrics.metric[0] condition metric metrics names=false filter structured ignore",
      "processors.filter/a.metrics.metric[1] condition metric metrics names=false filter structured ignore",
      "processors.filter/a.metrics.datapoint[0] condition datapoint metrics names=false filter structured ignore",
      "processors.filter/a.logs.log_record[0] condition log logs names=false filter structured ignore",
      "processors.filter/a.traces.spanevent[0] condition spanevent traces names=false filter structured ignore",
      "processors.filter/a.profiles.profile[0] condition profile profiles names=false filter structured ignore",
      "processors.filter/b.metric_conditions[0] condition inferred metrics names=true filter basic",
      "processors.filter/b.log_conditions[0].conditions[0] condition log logs names=prepend filter advanced silent",
      "processors.filter/b.log_conditions[1].conditions[0] condition inferred logs names=true filter advanced",
    ]);
  });

  test("of a transform are statements and the conditions of groups, and a group is told", () => {
    const yaml = `processors:
  transform:
    error_mode: propagate
    trace_statements: ['set(span.name, "a")']
    log_statements:
      - conditions: [log.body != nil]
        statements: ['set(log.body, "a")']
      - context: resource
        statements: ['set(attributes["a"], 1)']
`;
    expect(found(yaml)).toEqual([
      "processors.transform.trace_statements[0] statement inferred traces names=true transform basic propagate",
      "processors.transform.log_statements[0].conditions[0] condition inferred logs names=true filter advanced propagate",
      "processors.transform.log_statements[0].statements[0] statement inferred logs names=true transform advanced propagate",
      "processors.transform.log_statements[1].statements[0] statement resource logs names=prepend transform advanced propagate",
    ]);
    expect(textsOfYaml({ text: yaml }).texts.map(({ group }) => group)).toEqual([
      "processors.transform.trace_statements",
      "processors.transform.log_statements[0]",
      "processors.transform.log_statements[0]",
      "processors.transform.log_statements[1]",
    ]);
  });

  test("of tail sampling are those of policies however they are nested", () => {
    const policy = (name: string) => `{type: ottl_condition, ottl_condition: {span: ['name == "${name}"']}}`;
    const yaml = `processors:
  tail_sampling:
    policies:
      - ${policy("a")}
      - {type: not, not: {not_sub_policy: ${policy("b")}}}
      - {type: and, and: {and_sub_policy: [${policy("c")}, {type: not, not: {not_sub_policy: ${policy("d")}}}]}}
      - {type: drop, drop: {drop_sub_policy: [${policy("e")}]}}
      - {type: composite, composite: {composite_sub_policy: [${policy("f")}, {and: {and_sub_policy: [${policy("g")}]}}]}}
      - {type: ottl_condition, ottl_condition: {error_mode: ignore, spanevent: [name == nil]}}
`;
    const { texts } = textsOfYaml({ text: yaml });
    expect(texts.map(({ text }) => text.at(-2))).toEqual([..."abcdefgi"]);
    expect(texts.map(({ context }) => context)).toEqual([...Array(7).fill("span"), "spanevent"]);
    expect(texts.at(-1)?.errorMode).toBe("ignore");
    expect(texts[6]?.setting).toBe(
      "processors.tail_sampling.policies[4].composite.composite_sub_policy[1].and.and_sub_policy[0].ottl_condition.span[0]",
    );
  });

  test("of connectors and the other components are where their documentation has them", () => {
    const yaml = `processors:
  log_dedup: {conditions: [log.body == nil]}
  logdedup/old: {conditions: [body == nil]}
  lookup: {lookups: [{key: 'log.attributes["a"]'}]}
  partitioning: {keys: {tenant: 'resource.attributes["tenant"]'}}
  dynamic_sampling: {rules: [{conditions: [span.name == "a"]}]}
  attributes: {actions: [{key: a, action: delete}]}
connectors:
  routing:
    error_mode: silent
    table:
      - {context: request, condition: 'request["a"] == "b"'}
      - {condition: 'attributes["a"] == 1'}
      - {context: span, statement: route() where name == "a"}
  count: {datapoints: {my.count: {conditions: [metric.name == "a"], attributes: [{key: a}]}}}
  sum/1: {logs: {total: {source_attribute: a, conditions: [body == nil]}}}
  signal_to_metrics:
    spans:
      - name: a
        conditions: [name == "a"]
        histogram: {count: Int(AdjustedCount()), value: 'Milliseconds(end_time - start_time)'}
        include_resource_attributes: [{key: a}, {keys_expression: 'otelcol.client.metadata["a"]'}]
exporters:
  honeycombmarker: {markers: [{type: a, rules: [{log_conditions: [body == nil]}]}]}
  debug: {conditions: [a]}
`;
    expect(found(yaml)).toEqual([
      "processors.log_dedup.conditions[0] condition log logs names=prepend converters structured",
      "processors.logdedup/old.conditions[0] condition log logs names=prepend converters structured",
      "processors.lookup.lookups[0].key value log logs names=prepend converters structured",
      "processors.partitioning.keys.tenant value inferred names=true converters basic",
      "processors.dynamic_sampling.rules[0].conditions[0] condition span traces names=prepend converters structured",
      "connectors.routing.table[1].condition condition resource names=false routing advanced silent",
      "connectors.routing.table[2].statement statement span names=false routing advanced silent",
      "connectors.count.datapoints.my.count.conditions[0] condition datapoint metrics names=prepend filter structured",
      "connectors.sum/1.logs.total.conditions[0] condition log logs names=false filter structured",
      "connectors.signal_to_metrics.spans[0].conditions[0] condition span traces names=prepend standard structured",
      "connectors.signal_to_metrics.spans[0].histogram.count value span traces names=prepend standard structured",
      "connectors.signal_to_metrics.spans[0].histogram.value value span traces names=prepend standard structured",
      "connectors.signal_to_metrics.spans[0].include_resource_attributes[1].keys_expression value span traces names=prepend standard structured",
      "exporters.honeycombmarker.markers[0].rules[0].log_conditions[0] condition log logs names=false filter structured",
    ]);
  });

  test("are split at commas where a text stands for a list, and then have no scalar of their own", () => {
    const [one, two] = textsOfYaml({
      text: "processors: {filter: {logs: {log_record: 'body == nil,true'}}}",
    }).texts;
    expect([one?.text, one?.scalar, two?.text, two?.setting]).toEqual([
      "body == nil",
      undefined,
      "true",
      "processors.filter.logs.log_record[1]",
    ]);
  });

  test("are passed over where something else stands in their place", () => {
    const texts = [
      "processors: []",
      "processors: {filter: 1}",
      "processors: {filter: {logs: [a], metrics: {metric: {a: b}}}}",
    ];
    for (const text of [...texts, "processors: {filter: {metric_conditions: metric.name == nil}}", "[]", "1"])
      expect(textsOfYaml({ text })).toMatchObject({ texts: [], diagnostics: [] });
  });

  test("are what the Collector reads where `$` is replaced, in their places", () => {
    const text = `processors: {filter: {logs: {log_record: ['body == "\${env:A}$$1" or x == 1']}}}`;
    const expansion = { compatibility: compatibility(), env: { A: "b" } };
    const [one] = textsOfYaml({ text }, expansion).texts;
    expect(one?.text).toBe('body == "b$1" or x == 1');
    const at = one?.text.indexOf("x ==") ?? 0;
    expect(one?.locate({ start: at, end: at + 1 }).start).toBe(text.indexOf("x =="));
    expect(textsOfYaml({ text }).texts[0]?.text).toBe('body == "${env:A}$$1" or x == 1');
  });
});

describe("the configurations of a file", () => {
  const filter = "processors: {filter: {logs: {log_record: [body == nil]}}}";

  test("are those of all documents, of the operator's resources, of config maps and chart values", () => {
    const text = `${filter}
---
{kind: Namespace, spec: {config: {${filter}}}}
---
kind: OpenTelemetryCollector
spec:
  config: {${filter}}
---
kind: OpenTelemetryCollector
spec:
  config: |
    # old
    ${filter}
---
kind: ConfigMap
data: {a.yaml: "${filter}", b.txt: "processors: [", c: "1"}
---
config: {${filter}}
`;
    const { texts, diagnostics } = textsOfYaml({ text });
    expect(diagnostics).toEqual([]);
    expect(texts.map(({ setting }) => setting)).toEqual([
      "processors.filter.logs.log_record[0]",
      "spec.config.processors.filter.logs.log_record[0]",
      "spec.config.processors.filter.logs.log_record[0]",
      "data.a.yaml.processors.filter.logs.log_record[0]",
      "config.processors.filter.logs.log_record[0]",
    ]);
    const places = texts.map(({ locate }) => locate({ start: 0, end: 4 }));
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(Array(5).fill("body"));
    expect(new Set(places.map(({ start }) => start)).size).toBe(5);
  });

  test("that cannot be read say so at their places", () => {
    const text = `a: 1\n---\nkind: OpenTelemetryCollector\nspec:\n  config: |\n    a: "\n`;
    const { diagnostics } = textsOfYaml({ text });
    expect(diagnostics.map(({ code, span }) => [code, span.start])).toEqual([
      ["yaml_quote_open", text.indexOf('"')],
    ]);
    const later = "a: 1\n---\nb: [\n---\nc: 1\n";
    expect(textsOfYaml({ text: later }).diagnostics[0]?.span.start).toBe(later.indexOf("["));
  });
});

describe("the texts of a .ottl file", () => {
  const told = (text: string) =>
    textsOfOttlFile({ text }).texts.map(
      ({ kind, context, signal, text }) => `${kind} ${context} ${signal} ${text.trim()}`,
    );

  test("are what its first comment says", () => {
    expect(told("# ottl: condition context=metric\nname == 1\n---\ntrue\n")).toEqual([
      "condition metric undefined name == 1",
      "condition metric undefined true",
    ]);
    expect(told("#ottl: signal=logs value\n1")).toEqual(["value inferred logs 1"]);
    expect(told("# a comment\n1 + 1")).toEqual(["value inferred undefined 1 + 1"]);
  });

  test("are the first of statement, condition and value that can be read", () => {
    const text = 'set(a,\n1)\n---\n\nIsMatch(a, "b")\n--- \r\nattributes["a"]\n---\na == \n---\n# nothing\n';
    expect(told(text).map((one) => one.split(" ")[0])).toEqual([
      "statement",
      "condition",
      "value",
      "condition",
    ]);
  });

  test("have their places in the file, comments left out", () => {
    const text = "# one\na ==\n  # two\n  b\n---\nc == d";
    const [one, two] = textsOfOttlFile({ text }).texts;
    const at = one?.text.indexOf("b") ?? 0;
    expect(one?.locate({ start: at, end: at + 1 }).start).toBe(text.indexOf("b"));
    expect(two?.locate({ start: 0, end: 1 }).start).toBe(text.indexOf("c =="));
    expect(one?.section.comments.map(({ text }) => text)).toEqual(["# one", "# two"]);
  });
});

test("sets of functions hold what their components offer", () => {
  const names = (set: Parameters<typeof functionSet>[0]) => functionSet(set).map(({ name }) => name);
  expect(names("routing")).toEqual(
    expect.arrayContaining(["route", "delete_key", "delete_matching_keys", "Len"]),
  );
  expect(names("routing")).not.toContain("set");
  expect(names("converters")).not.toContain("HasAttrOnDatapoint");
  expect(names("filter")).toContain("HasAttrOnDatapoint");
  expect(names("standard")).toContain("set");
  expect(names("transform")).toEqual(expect.arrayContaining(["set", "convert_gauge_to_sum", "ParseCLF"]));
});
