/** Statements on logs, their scopes and resources, in each of the forms. */
import { each, group } from "./case.ts";

const onLogs = [
  ['set(attributes["x"], 1)'],
  ['set(log.attributes["x"], 1)'],
  ['set(attributes["x"], body)', 'delete_key(attributes, "http.method")'],
  ['set(severity_text, "WARN") where severity_number >= SEVERITY_NUMBER_ERROR'],
  ['set(severity_number, SEVERITY_NUMBER_WARN) where severity_text == "INFO"', "set(severity_text, nil)"],
  ['set(body, Concat([severity_text, body], ": "))'],
  ['merge_maps(attributes, ParseJSON(body), "upsert")'],
  [
    'merge_maps(cache, ParseJSON(body), "upsert") where IsMatch(body, "^\\\\{")',
    'set(attributes["user"], cache["user"])',
  ],
  ['keep_keys(attributes, ["status"])'],
  ['replace_pattern(attributes["secret"], "token-(\\\\d+)", "***$$1")'],
  ['replace_pattern(attributes["secret"], "token-(\\\\d+)", "***$1")'],
  ['replace_all_patterns(attributes, "key", "^http\\\\.", "h_")'],
  ["limit(attributes, 1, [])"],
  ["truncate_all(attributes, 2)"],
  ['set(resource.attributes["seen"], true)', 'set(attributes["seen"], resource.attributes["seen"])'],
  ['set(resource.attributes["last"], time_unix_nano)'],
  ['set(instrumentation_scope.name, "renamed") where resource.attributes["service.name"] == "shop"'],
  ['set(scope.name, "renamed")'],
  [
    'set(attributes["schema"], resource.schema_url)',
    'set(attributes["s"], instrumentation_scope.schema_url)',
  ],
  ["set(time_unix_nano, 7)", "set(observed_time_unix_nano, time_unix_nano)"],
  ['set(trace_id.string, "ffffffffffffffffffffffffffffffff")'],
  ["set(span_id, SpanID(0x0102030405060708)) where trace_id != TraceID(0x00000000000000000000000000000000)"],
  ["set(flags, 1)", "set(dropped_attributes_count, 3)"],
  ['set(attributes["a"]["b"], 1)', 'set(attributes["l"], [1, 2])', 'set(attributes["l"][0], "z")'],
  ["flatten(body) where IsMap(body)", 'set(body, {"a": {"b": 1}})', "flatten(body)"],
  ['delete_matching_keys(attributes, "^s")'],
  ['set(attributes["x"], "y") where false'],
  ['set(attributes["x"], Len(attributes))', 'set(attributes["y"], Len(attributes))'],
  ['set(event_name, "e")'],
  [],
];

const onResources = [
  ['set(attributes["x"], 1)'],
  [
    'set(attributes["x"], attributes["replicas"] + 1) where attributes["replicas"] != nil',
    'delete_key(attributes, "replicas")',
  ],
  ['set(resource.attributes["x"], 1)'],
  ['set(schema_url, "u")', "set(dropped_attributes_count, 5)"],
  ['set(cache["a"], 1)', 'set(attributes["c"], cache["a"])'],
  ['keep_matching_keys(attributes, "service")'],
  ["set(attributes, nil)"],
];

const onScopes = [
  ['set(name, "n")', 'set(version, Concat([version, "x"], "-"))'],
  ['set(attributes["x"], resource.attributes["service.name"])'],
  ['set(resource.attributes["scopes"], name) where name != ""'],
  ['set(schema_url, "u")'],
  ['set(attributes["u"], resource.schema_url)'],
  ['set(resource.schema_url, "v")'],
  ['set(scope.name, "n")'],
  ['set(instrumentation_scope.name, "n")'],
  ['delete_key(attributes, "team")'],
];

const inferred = [
  ['set(log.attributes["x"], 1)'],
  ['set(log.attributes["x"], log.body)', 'set(resource.attributes["y"], scope.name)'],
  ['set(scope.attributes["x"], resource.attributes["service.name"])'],
  ['set(resource.attributes["x"], 1)'],
  ['set(resource.attributes["x"], 1) where log.severity_number > 9'],
  ['set(instrumentation_scope.name, "x") where log.body != nil'],
  ['set(instrumentation_scope.name, "x")'],
  ['set(log.cache["x"], 1)', 'set(log.attributes["x"], log.cache["x"])'],
  ["set(log.severity_number, SEVERITY_NUMBER_WARN)"],
  ['set(resource.attributes["n"], SEVERITY_NUMBER_WARN)'],
  ['keep_keys(log.attributes, ["status"])'],
];

export const logCases = [
  ...each(
    "logs",
    onLogs.map((statements) => [group("log", statements)]),
  ),
  ...each(
    "logs",
    onResources.map((statements) => [group("resource", statements)]),
  ),
  ...each(
    "logs",
    onScopes.map((statements) => [group("scope", statements)]),
  ),
  ...each("logs", inferred),
  ...each(
    "logs",
    inferred.map((statements) => [{ statements }]),
  ),
  ...each("logs", [
    [
      group("log", ['set(attributes["a"], 1)']),
      group("resource", ['set(attributes["b"], 2)']),
      group("log", ['set(attributes["c"], resource.attributes["b"])']),
    ],
    [
      group("resource", ['set(attributes["n"], 0)']),
      group("log", ['set(resource.attributes["n"], resource.attributes["n"] + 1)']),
      group("resource", ['set(attributes["done"], attributes["n"])']),
    ],
    [group("log", ['set(attributes["a"], 1)']), 'set(log.attributes["b"], log.attributes["a"])'],
    [
      group("log", ['set(attributes["a"], 1)']),
      'set(log.attributes["b"], log.attributes["a"])',
      group("log", ['set(attributes["c"], 1)']),
    ],
    ['set(log.attributes["b"], log.attributes["a"])', group("log", ['set(attributes["c"], 1)'])],
    [
      'set(log.attributes["b"], 1)',
      'set(resource.attributes["c"], log.attributes["b"])',
      'set(log.attributes["d"], resource.attributes["c"])',
    ],
  ]),
  ...each("logs", [[], null]).map((one) => ({ ...one, payload: "no logs" as const })),
  ...(["no logs", "empty logs", "traces", "metrics"] as const).map((payload) => ({
    config: {
      log_statements: [
        group("log", ['set(attributes["x"], 1)']),
        group("resource", ['set(attributes["x"], 1)']),
        group("scope", ['set(name, "x")']),
      ],
    },
    payload,
  })),
];
