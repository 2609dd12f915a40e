import { describe, expect, test } from "vitest";
import { createFilter } from "../../../src/collector/filter/create-filter.ts";
import type { FilterOptions } from "../../../src/collector/filter/types.ts";
import { createPipeline } from "../../../src/collector/pipeline/pipeline.ts";
import { createResource } from "../../../src/collector/resource/create-resource.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { OttlError } from "../../../src/diagnostics/ottl-error.ts";
import { isMatch } from "../../../src/functions/index.ts";

const collector = `receivers: {}
processors:
  batch:
  filter/mesh:
    error_mode: ignore
    metrics:
      metric:
        - 'name == "up"'
  filter:
    metrics:
      datapoint: ['flags == 0']
`;

/** What is wrong with settings, each finding with the text that it points at. */
function findings(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (!(error instanceof OttlError)) throw error;
    expect(error.phase).toBe("configuration");
    return error.diagnostics.map(({ code, span, setting, label, hint }) => ({
      code,
      at: error.source.slice(span.start, span.end),
      setting,
      label,
      hint,
    }));
  }
  return [];
}

const shown = (make: () => unknown) => findings(make).map(({ code, at, setting }) => [code, at, setting]);
const filter = (lines: string, options?: FilterOptions) => () =>
  createFilter(`processors:\n  filter/x:\n${lines.replace(/^/gm, "    ")}`, undefined, options);

describe("a condition on what only records further down have", () => {
  const hints = (lines: string) => findings(filter(lines)).map(({ hint }) => hint?.replace(/;.*/, ""));

  test("is shown the list where it is right", () => {
    expect(hints(`metrics: { metric: ['attributes["x"] == 1 and flags == 0'] }`)).toEqual([
      "put it under metrics.datapoint: context datapoint has this path",
      "put it under metrics.datapoint: context datapoint has this path",
    ]);
    expect(hints("metrics: { resource: ['name == nil'] }")).toEqual([
      "put it under metrics.metric: contexts scope, metric, span and spanevent have this path",
    ]);
  });

  test("is shown the context of a group where it is right", () => {
    expect(
      hints("metric_conditions:\n  - context: metric\n    conditions: ['attributes[\"x\"] == 1']"),
    ).toEqual(["give it the context datapoint: context datapoint has this path"]);
  });

  test("is shown none where something else is wrong with it", () => {
    expect(hints(`metrics: { metric: ['attributes["x"] == 1 and foo == 0'] }`)[0]).toBe(
      "context datapoint has this path",
    );
  });
});

describe("the processor of a configuration", () => {
  test("is found by its id", () => {
    const mesh = createFilter(collector, "filter/mesh");
    expect(mesh.id).toBe("filter/mesh");
    expect(mesh.lists).toMatchObject([{ name: "metrics.metric", context: "metric", errorMode: "ignore" }]);
    expect(createFilter(collector, "filter").lists).toMatchObject([{ name: "metrics.datapoint" }]);
  });

  test("needs no id where it is the only filter", () => {
    expect(filter("metrics: { metric: [] }")().id).toBe("filter/x");
  });

  test("needs one where there are several", () => {
    expect(findings(() => createFilter(collector))).toMatchObject([
      { code: "processor_not_named", hint: "there are filter/mesh, filter" },
    ]);
  });

  test("is missed with the nearest that there is", () => {
    expect(findings(() => createFilter(collector, "filter/mehs"))).toMatchObject([
      { code: "processor_not_found", label: 'did you mean "filter/mesh"?' },
    ]);
  });

  test("is a filter", () => {
    expect(findings(() => createFilter(collector, "batch"))).toMatchObject([{ code: "processor_id" }]);
  });

  test("is missed where there are none", () => {
    for (const text of ["processors: {}", "receivers: {}", "processors: [filter]"])
      expect(findings(() => createFilter(text))).toMatchObject([{ code: "processor_not_named" }]);
  });

  test("may be without settings", () => {
    expect(createFilter("processors: { filter: }").lists).toEqual([]);
  });

  test("is read with the values of the environment", () => {
    const text = `processors: { filter: { metrics: { metric: ['\${env:RULE}'] } } }`;
    const options = { env: { RULE: 'name == "up"' } };
    expect(createFilter(text, "filter", options).lists[0]?.conditions[0]?.text).toBe('name == "up"');
  });
});

describe("places", () => {
  test("are lines and columns of the condition in the text", () => {
    const [list] = createFilter(collector, "filter/mesh", { file: "collector.yaml" }).lists;
    expect(list?.conditions[0]?.place).toEqual({
      path: "processors.filter/mesh.metrics.metric[0]",
      file: "collector.yaml",
      line: 8,
      column: 12,
    });
  });

  test("are paths alone in settings that are data", () => {
    const [list] = createFilter({ metric_conditions: [{ conditions: ['metric.name == "up"'] }] }).lists;
    expect(list?.name).toBe("metric_conditions[0]");
    expect(list?.conditions[0]?.place).toEqual({ path: "metric_conditions[0].conditions[0]" });
  });

  test("are right through escapes, folding and indentation", () => {
    const text = `error_mode: ignore
metrics:
  metric:
    - "name == \\"a\\" or nmae == \\"b\\""
    - >-
      name == "a" or
      naem == "b"
    - |
      name == "a" or
      eman == "b"
`;
    expect(shown(filter(text))).toEqual([
      ["unknown_path", "nmae", "processors.filter/x.metrics.metric[0]"],
      ["unknown_path", "naem", "processors.filter/x.metrics.metric[1]"],
      ["unknown_path", "eman", "processors.filter/x.metrics.metric[2]"],
    ]);
  });

  test("are shown in the text of the configuration", () => {
    const make = filter("metrics: { metric: ['nmae == 1'] }", { file: "collector.yaml" });
    expect(make).toThrow(
      expect.objectContaining({ toString: expect.any(Function), file: "collector.yaml" }) as Error,
    );
    try {
      make();
    } catch (error) {
      expect(String(error)).toContain("at collector.yaml:3:26 · processors.filter/x.metrics.metric[0]");
    }
  });
});

describe("what is wrong with settings is told all at once", () => {
  test("in texts", () => {
    const text = `error_mode: ignroe
extra: 1
metrics:
  metric: ['nmae == 1', 'name ==', 'IsMatch(name, "(")', 'Foo(name) == 1']
  datapoint:
    - name == 1
`;
    expect(shown(filter(text))).toEqual([
      ["filter_error_mode", "ignroe", "processors.filter/x.error_mode"],
      ["unknown_key", "extra", "processors.filter/x.extra"],
      ["unknown_path", "nmae", "processors.filter/x.metrics.metric[0]"],
      ["unexpected_end", "", "processors.filter/x.metrics.metric[1]"],
      ["invalid_regex", "(", "processors.filter/x.metrics.metric[2]"],
      ["unknown_function", "Foo", "processors.filter/x.metrics.metric[3]"],
      ["unknown_path", "name", "processors.filter/x.metrics.datapoint[0]"],
    ]);
  });

  test("in data", () => {
    const config = { error_mode: "ignroe", metrics: { metric: ["nmae == 1", '"a\\"b" ==\nnmae'] } };
    expect(shown(() => createFilter(config as never))).toMatchObject([
      ["filter_error_mode", "ignroe", "error_mode"],
      ["unknown_path", "nmae", "metrics.metric[0]"],
      ["unknown_path", "nmae", "metrics.metric[1]"],
    ]);
  });

  test("in groups", () => {
    const text = `metric_conditions:
  - context: metrics
    conditions: ['name == "up"']
  - error_mode: loud
    conditions: ['name == "up"', 'span.name == "x"']
  - 'metric.name == "up"'
  - condition: []
  -
`;
    const at = "processors.filter/x.metric_conditions";
    expect(shown(filter(text))).toEqual([
      ["filter_group_context", "metrics", `${at}[0].context`],
      ["filter_error_mode", "loud", `${at}[1].error_mode`],
      ["filter_context_unclear", 'name == "up"', `${at}[1].conditions[0]`],
      ["filter_context_foreign", 'span.name == "x"', `${at}[1].conditions[1]`],
      ["filter_mixed_forms", "'metric.name == \"up\"'", `${at}[2]`],
      ["unknown_key", "condition", `${at}[3].condition`],
      ["filter_condition_empty", "", `${at}[4]`],
    ]);
  });
});

describe("hints", () => {
  test.each([
    ["error_mode: ignroe", 'did you mean "ignore"?', "choose ignore, silent or propagate"],
    [
      "metric_conditions: [{ context: metrics }]",
      'did you mean "metric"?',
      "choose resource, scope, metric or datapoint",
    ],
    ["metrics: { metrics: [] }", 'did you mean "metric"?', expect.stringContaining("valid settings: ")],
    [
      "metric_condition: []",
      'did you mean "metric_conditions"?',
      expect.stringContaining("valid settings: "),
    ],
    [
      "metric_conditions: [{ context: scope, conditions: [instrumentation_scope.name == nil] }]",
      'did you mean "scope.name"?',
      undefined,
    ],
  ])("of %s", (text, label, hint) => {
    expect(findings(filter(text))).toMatchObject([{ label, ...(hint === undefined ? {} : { hint }) }]);
  });
});

describe("forms that exclude each other", () => {
  test.each([
    ["metrics: { metric: [], include: {} }", "include", "metrics.include"],
    ["metrics: { metric: [] }\nmetric_conditions: []", "metric", "metrics.metric"],
    ["metrics: { exclude: {} }\nmetric_conditions: []", "exclude", "metrics.exclude"],
  ])("%s", (text, at, path) => {
    expect(shown(filter(text))).toEqual([["filter_forms", at, `processors.filter/x.${path}`]]);
  });

  test("but of spans the older one is only forgotten", () => {
    const text = "trace_conditions: ['span.name == \"a\"']\nspans: { include: {} }";
    const warnings: Diagnostic[] = [];
    const { lists } = filter(text, { onWarning: (warning) => warnings.push(warning) })();
    expect(lists.map(({ name }) => name)).toEqual(["trace_conditions"]);
    expect(warnings).toMatchObject([
      { code: "filter_setting_unused", setting: "processors.filter/x.spans.include" },
    ]);
  });
});

describe("versions", () => {
  test.each([
    ["metric_conditions: []", "0.145.0", "metric_conditions", "0.146.0"],
    ["metrics: { resource: [] }", "0.138.0", "resource", "0.139.0"],
    ["profiles: {}", "0.137.0", "profiles", "0.138.0"],
    ["trace_conditions: []", "0.145.0", "trace_conditions", "0.146.0"],
  ])("%s is refused in %s", (text, before, at, since) => {
    const refused = filter(text, { compatibility: before });
    expect(findings(refused)).toMatchObject([{ code: "filter_setting_since", at }]);
    expect(refused).toThrow(`it appeared in ${since}`);
    expect(findings(filter(text, { compatibility: since }))).toEqual([]);
  });

  test.each([
    ["0.118.0", [], "propagate"],
    ["0.149.0", [], "propagate"],
    ["0.150.0", [], "propagate"],
    ["0.150.0", ["processor.filter.defaultErrorModeIgnore"], "ignore"],
    ["0.152.0", [], "propagate"],
    ["0.153.0", [], "ignore"],
    ["0.153.0", ["-processor.filter.defaultErrorModeIgnore"], "propagate"],
    [undefined, [], "ignore"],
  ])("the error mode of %s with gates %j is %s", (compatibility, gates, expected) => {
    const options = { gates, ...(compatibility === undefined ? {} : { compatibility }) };
    const { lists } = createFilter({ metrics: { metric: ["true"] } }, options);
    expect(lists[0]?.errorMode).toBe(expected);
  });

  test("an error mode that is null counts as absent before 0.127.0", () => {
    const text = "error_mode:\nmetrics: { metric: ['true'] }";
    expect(filter(text, { compatibility: "0.126.0" })().lists[0]?.errorMode).toBe("propagate");
    expect(shown(filter(text, { compatibility: "0.127.0" }))).toMatchObject([
      ["filter_error_mode", "", expect.any(String)],
    ]);
  });
});

describe("warnings", () => {
  const warnings = (text: string, options: FilterOptions = {}) => {
    const all: Diagnostic[] = [];
    filter(text, { ...options, onWarning: (warning) => all.push(warning) })();
    return all.map(({ code, severity, setting }) => [code, severity, setting]);
  };

  test("settings for profiles are not checked", () => {
    const at = "processors.filter/x";
    expect(warnings("metrics: { metric: [] }\nprofiles: { profile: ['=='] }")).toEqual([
      ["filter_profiles_not_run", "warning", `${at}.profiles`],
    ]);
    expect(warnings("profile_conditions: ['==']").map(([code]) => code)).toEqual([
      "filter_profiles_not_run",
      "filter_without_conditions",
    ]);
  });

  test("a filter that has nothing to do in its pipeline", () => {
    const text = "metrics: { metric: [] }\nlogs: { log_record: [] }";
    expect(warnings(text, { signal: "logs" })).toEqual([]);
    expect(warnings(text, { signal: "traces" })).toEqual([
      ["filter_of_other_signals", "warning", "processors.filter/x"],
    ]);
  });

  test("a text in place of a list is split at commas", () => {
    const text = `metrics: { metric: 'name == "a", name == "b"' }`;
    expect(warnings(text)).toEqual([["filter_split_text", "warning", "processors.filter/x.metrics.metric"]]);
    expect(filter(text)().lists[0]?.conditions.map((condition) => condition.text)).toEqual([
      'name == "a"',
      ' name == "b"',
    ]);
    expect(shown(filter(`metrics: { metric: 'name == "a,nmae == "b"' }`)).map(([, at]) => at)).toEqual([
      '"a',
      "nmae",
    ]);
  });

  test("nothing is odd about a plain filter", () => {
    expect(warnings("metrics: { metric: ['true'] }")).toEqual([]);
  });
});

describe("what is no configuration is refused", () => {
  const deep: Record<string, unknown> = {};
  deep.metrics = deep;

  test.each([
    ["nothing", undefined, "processor_config"],
    ["null", null, "processor_config"],
    ["a number", 5, "processor_config"],
    ["an empty list of files", [], "invalid_option"],
    ["a function", () => 1, "processor_config"],
    ["a function inside", { metrics: { metric: [() => true] } }, "invalid_option"],
    ["an object of a class", { metrics: new Map() }, "invalid_option"],
    ["something that contains itself", deep, "invalid_option"],
    ["an unknown setting", JSON.parse('{"__proto__": 1}'), "unknown_key"],
    ["a number for a text", { metrics: { metric: [1] } }, "wrong_type"],
    ["a bigint for a text", { metrics: { metric: [1n] } }, "wrong_type"],
    ["an empty text", "", "empty_configuration"],
  ])("%s", (_, config, code) => {
    expect(() => createFilter(config as never)).toThrow(expect.objectContaining({ code }) as Error);
  });

  test.each([
    [{ compatibility: "0.1" }, "malformed_version"],
    [{ compatibility: 118 }, "invalid_option"],
    [{ gates: "x" }, "invalid_option"],
    [{ gates: [5] }, "invalid_option"],
    [{ env: "A=1" }, "invalid_option"],
    [{ file: 1 }, "invalid_option"],
    [{ functions: {} }, "invalid_option"],
    [{ signal: "profiles" }, "invalid_option"],
    [{ signal: 1 }, "invalid_option"],
    [{ onError: "log" }, "invalid_option"],
    [{ onWarning: 1 }, "invalid_option"],
    [null, "invalid_option"],
    ["filter/mesh", "invalid_option"],
  ])("options %j", (options, code) => {
    expect(() => createFilter({}, options as never)).toThrow(expect.objectContaining({ code }) as Error);
  });

  test("an id that is no text", () => {
    expect(() => createFilter(collector, {} as never)).toThrow(
      expect.objectContaining({ code: "invalid_option" }) as Error,
    );
  });
});

describe("an item that is no condition", () => {
  const codes = (lines: string, options?: FilterOptions) =>
    shown(filter(lines, options)).map(([code]) => code);

  test.for(["3", "true", "{a: b}", "[a]"])("is refused once: %s", (item) => {
    expect(codes(`metrics: { metric: [${item}] }`)).toEqual(["wrong_type"]);
    expect(codes(`metric_conditions:\n  - conditions: [${item}]`)).toEqual(["wrong_type"]);
  });

  test("leaves its neighbours where they are", () => {
    expect(shown(filter("metrics: { metric: [3, 'nmae == nil'] }"))).toEqual([
      ["wrong_type", "3", "processors.filter/x.metrics.metric[0]"],
      ["unknown_path", "nmae", "processors.filter/x.metrics.metric[1]"],
    ]);
  });

  test("names the variable that left it empty", () => {
    const reference = `$${"{env:COND}"}`;
    expect(
      findings(filter("metrics: { metric: ['$', '', ' '] }".replace("$", () => reference))),
    ).toMatchObject([
      { code: "empty_text", at: `'${reference}'`, hint: `${reference} is not set, or has an empty value` },
      { code: "empty_text", hint: undefined },
      { code: "empty_text", hint: undefined },
    ]);
  });

  test("can be a text that a variable gives in the form of a map or a list", () => {
    const env = { COND: '{"a": 1} == cache', LIST: "[1] == nil" };
    const lists = filter("metrics: { metric: ['$COND', '$LIST'] }".replace(/\$(\w+)/g, "$${env:$1}"), {
      env,
    })().lists;
    expect(lists[0]?.conditions.map(({ text }) => text)).toEqual([env.COND, env.LIST]);
  });
});

test.for([
  ["spans: { metric: ['true'] }", "metric"],
  ["traces: { spam: [] }", "spam"],
  ["logs: { record: [] }", "record"],
  ["profiles: { include: {} }", "include"],
] as const)("the lists of other signals have the Collector's names: %s", ([settings, key]) => {
  expect(shown(filter(settings)).map(([code, at]) => [code, at])).toEqual([["unknown_key", key]]);
});

describe("an option that does not exist is refused", () => {
  const resource = { attributes: [{ key: "a", action: "delete" as const }] };
  const pipeline = "service:\n  pipelines:\n    metrics: {}\n";
  const unknown = (make: () => unknown) => findings(make).map(({ code, at, label }) => [code, at, label]);

  test.for([
    ["a filter", (options: never) => createFilter({ metrics: {} }, options)],
    ["a filter of a text", (options: never) => createFilter(collector, "filter", options)],
    ["a resource processor", (options: never) => createResource(resource, options)],
    ["a pipeline", (options: never) => createPipeline(pipeline, options)],
  ] as const)("by %s", ([, make]) => {
    const options = { onEror() {}, onWarning() {}, errorMode: "ignore" } as never;
    expect(unknown(() => make(options))).toEqual([
      ["unknown_option", "onEror", 'did you mean "onError"?'],
      ["unknown_option", "errorMode", undefined],
    ]);
  });

  test("also where the options are a list", () => {
    expect(unknown(() => createFilter({ metrics: {} }, [] as never))[0]?.[0]).toBe("invalid_option");
  });
});

test("only the functions that are given can be called", () => {
  const functions = [isMatch];
  const config = (condition: string) => ({ metrics: { metric: [condition] } });
  expect(createFilter(config('IsMatch(name, "u")'), { functions }).lists).toHaveLength(1);
  expect(() => createFilter(config("Len(name) == 1"), { functions })).toThrow(
    expect.objectContaining({ code: "function_not_included" }) as Error,
  );
});

describe("blanks around an id", () => {
  const yaml = (...ids: readonly string[]) =>
    `processors:\n${ids.map((id) => `  ${JSON.stringify(id)}: { metrics: { metric: ["true"] } }\n`).join("")}`;

  test("do not count", () => {
    expect(createFilter(yaml(" filter/mesh", "filter"), "filter/mesh").id).toBe("filter/mesh");
    expect(createFilter(yaml("filter / mesh")).id).toBe("filter/mesh");
    expect(createFilter(yaml("filter/mesh"), " filter/mesh ").lists).toHaveLength(1);
  });

  test("make no other processor", () => {
    for (const id of ["filter/mesh", undefined])
      expect(() => createFilter(yaml("filter/mesh", " filter/mesh"), id)).toThrow(
        expect.objectContaining({ code: "component_defined_twice" }) as Error,
      );
  });
});

test("many conditions have their places", () => {
  const yaml = `processors:\n  filter:\n    metrics:\n      metric:\n${"        - name == nil\n".repeat(20_000)}`;
  const [list] = createFilter(yaml).lists;
  expect(list?.conditions.at(-1)?.place).toMatchObject({ line: 20_004, column: 11 });
});

test("any number of findings is told", () => {
  const wrong = { metrics: { metric: Array.from({ length: 200_000 }, () => ({})) } };
  let count = 0;
  try {
    createFilter(wrong as never);
  } catch (error) {
    if (error instanceof OttlError) count = error.diagnostics.length;
  }
  expect(count).toBe(200_000);
}, 30_000);
