/** Conditions of groups, and what errors mean. */
import { each, group, modes, type TransformCase } from "./case.ts";

const seen = ['set(attributes["seen"], true)'];
const failing = ['set(attributes["p"], ParseJSON(body))', 'set(attributes["after"], 1)'];

const withConditions = [
  group("log", seen, { conditions: ["severity_number > 9"] }),
  group("log", seen, { conditions: ["severity_number > 9", 'body == "no json"'] }),
  group("log", seen, { conditions: ["false", "true"] }),
  group("log", seen, { conditions: ["false"] }),
  group("log", seen, { conditions: [] }),
  group("log", seen, { conditions: null }),
  group("log", seen, { conditions: "severity_number > 9" }),
  group("log", seen, { conditions: "false, true" }),
  group("log", seen, { conditions: "" }),
  group("log", seen, { conditions: [""] }),
  group("log", seen, { conditions: [null] }),
  group("log", seen, { conditions: [1] }),
  group("log", seen, { conditions: ["nonsense("] }),
  group("log", seen, { conditions: ['log.severity_text == "INFO"'] }),
  group("log", seen, { conditions: ['resource.attributes["service.name"] == "shop"'] }),
  group("log", seen, { conditions: ['scope.name == "web"'] }),
  group("log", seen, { conditions: ['instrumentation_scope.name == "web"'] }),
  group("log", seen, { conditions: ['set(body, "x")'] }),
  group("log", seen, { conditions: ['ParseCEF(body)["version"] == 0'] }),
  group("log", seen, { conditions: ['HasAttrKeyOnDatapoint("x")'] }),
  group("log", seen, { conditions: ['cache["a"] == nil'] }),
  group("log", ['set(cache["a"], 1)', 'set(severity_text, "seen")'], { conditions: ['cache["a"] == nil'] }),
  group("log", ["set(severity_number, 17)"], { conditions: ["severity_number < 17"] }),
  group("resource", seen, { conditions: ['attributes["service.name"] == "shop"'] }),
  group("resource", seen, { conditions: ['resource.attributes["service.name"] == "shop"'] }),
  group("scope", seen, { conditions: ['name == "web"'] }),
  group("scope", seen, { conditions: ['scope.name == "web" or resource.attributes["service.name"] == nil'] }),
  group("scope", seen, { conditions: ['instrumentation_scope.name == "web"'] }),
  { statements: ['set(log.attributes["seen"], true)'], conditions: ["log.severity_number > 9"] },
  { statements: ['set(log.attributes["seen"], true)'], conditions: ["severity_number > 9"] },
  { statements: ['set(resource.attributes["seen"], true)'], conditions: ["log.severity_number > 9"] },
  { statements: ['set(resource.attributes["seen"], true)'], conditions: ['scope.name == "web"'] },
  {
    statements: ['set(resource.attributes["seen"], true)'],
    conditions: ['instrumentation_scope.name == "web"'],
  },
  { statements: ['set(resource.attributes["seen"], true)'], conditions: ["span.name == nil"] },
  { statements: ['set(resource.attributes["seen"], true)'], conditions: ["SEVERITY_NUMBER_WARN > 3"] },
  { statements: ['set(resource.attributes["seen"], true)'], conditions: ["true"] },
  { statements: [], conditions: ["log.severity_number > 9"] },
  { conditions: ["log.severity_number > 9"] },
];

const onPoints = [
  group("metric", ['set(description, "seen")'], { conditions: ['HasAttrKeyOnDatapoint("route")'] }),
  group("metric", ['set(description, "seen")'], { conditions: ['HasAttrOnDatapoint("route", "/a")'] }),
  group("metric", ['set(description, "seen")'], {
    conditions: ["type == METRIC_DATA_TYPE_SUM", 'unit == "ms"'],
  }),
  group("datapoint", ['set(attributes["s"], 1)'], { conditions: ['attributes["route"] == "/a"'] }),
  group("datapoint", ['set(attributes["s"], 1)'], { conditions: ['HasAttrKeyOnDatapoint("route")'] }),
  group("datapoint", ['set(attributes["s"], 1)'], { conditions: ['metric.name == "requests"'] }),
  group("exemplar", ['set(filtered_attributes["s"], 1)'], { conditions: ["value_double > 1.0"] }),
  { statements: ['set(metric.description, "seen")'], conditions: ['HasAttrKeyOnDatapoint("route")'] },
  { statements: ['set(metric.description, "seen")'], conditions: ['datapoint.attributes["route"] == "/a"'] },
  {
    statements: ['set(metric.description, "seen")'],
    conditions: ['metric.name == "queue" and HasAttrKeyOnDatapoint("route")'],
  },
  { statements: ["set(exemplar.value_double, 0.0)"], conditions: ['metric.name == "latency"'] },
];

const onSpans = [
  group("span", ['set(name, "seen")'], { conditions: ["IsRootSpan()"] }),
  group("span", ['set(name, "seen")'], { conditions: ["kind == SPAN_KIND_SERVER"] }),
  group("spanevent", ['set(name, "seen")'], { conditions: ['span.name == "lost"', 'name == "retry"'] }),
  group("spanevent", ['set(name, "seen")'], { conditions: ["IsRootSpan()"] }),
  { statements: ['set(span.name, "seen")'], conditions: ["IsRootSpan()"] },
  { statements: ['set(resource.attributes["seen"], 1)'], conditions: ["IsRootSpan()"] },
  { statements: ['set(span.name, "seen")'], conditions: ['spanevent.name == "retry"'] },
];

const errors: readonly unknown[] = [
  [group("log", failing)],
  [group("log", failing, { conditions: ["ParseJSON(body) != nil"] })],
  [group("log", failing, { conditions: ["ParseJSON(body) == nil", "severity_number > 9"] })],
  [group("log", failing, { conditions: ["severity_number > 9", "ParseJSON(body) == nil"] })],
  [group("log", ['set(attributes["x"], 1) where ParseJSON(body) != nil', 'set(attributes["y"], 1)'])],
  [group("log", ['set(attributes["x"], time)', 'set(attributes["y"], 1)'])],
  [group("log", ["set(body, 1)"]), group("log", failing), group("log", ['set(attributes["last"], 1)'])],
  [
    group("resource", [
      'set(attributes["n"], Int(attributes["service.name"]))',
      'set(attributes["p"], ParseJSON(attributes["service.name"]))',
    ]),
  ],
  [group("scope", ['set(attributes["p"], ParseJSON(name))', 'set(version, "after")'])],
  [...modes.map((error_mode) => group("log", failing, { error_mode }))],
];

const groupModes = modes.flatMap((outer) =>
  modes.flatMap((inner) => [
    { error_mode: outer, log_statements: [group("log", failing, { error_mode: inner })] },
    {
      error_mode: outer,
      log_statements: [
        group("log", failing, { error_mode: inner, conditions: ["ParseJSON(body) == nil", "true"] }),
        group("log", failing),
      ],
    },
  ]),
);

const onOthers: readonly TransformCase[] = modes.flatMap((error_mode): readonly TransformCase[] => [
  {
    config: {
      error_mode,
      trace_statements: [group("span", ['set(attributes["p"], ParseJSON(name))', 'set(name, "after")'])],
    },
    payload: "traces",
  },
  {
    config: {
      error_mode,
      trace_statements: [group("spanevent", ['set(attributes["p"], ParseJSON(name))', 'set(name, "after")'])],
    },
    payload: "traces",
  },
  {
    config: {
      error_mode,
      metric_statements: [group("metric", ["set(description, Substring(name, 0, 6))", 'set(unit, "after")'])],
    },
    payload: "metrics",
  },
  {
    config: {
      error_mode,
      metric_statements: [
        group("datapoint", ["set(value_int, 1)", "set(count, 1)", 'set(attributes["after"], 1)']),
      ],
    },
    payload: "metrics",
  },
  {
    config: {
      error_mode,
      metric_statements: [
        group("datapoint", ['set(attributes["p"], ParseJSON(attributes["route"]))'], {
          conditions: ['ParseJSON(attributes["route"]) == nil', "true"],
        }),
      ],
    },
    payload: "metrics",
  },
  {
    config: {
      error_mode,
      metric_statements: [
        group("exemplar", ['set(filtered_attributes["p"], ParseJSON(filtered_attributes["user"]))']),
      ],
    },
    payload: "metrics",
  },
]);

export const conditionCases = [
  ...each(
    "logs",
    withConditions.map((one) => [one]),
  ),
  ...each(
    "metrics",
    onPoints.map((one) => [one]),
  ),
  ...each(
    "traces",
    onSpans.map((one) => [one]),
  ),
  ...each("logs", errors),
  ...modes.flatMap((error_mode) => each("logs", errors, { error_mode })),
  ...groupModes.map((config): TransformCase => ({ config, payload: "logs" })),
  ...onOthers,
];
