/** Conditions on logs: `logs: { resource, log_record }` and `log_conditions`. */
import { each, type FilterCase, modes } from "./case.ts";

const onRecords = [
  ['IsMatch(body, "/health")'],
  ['body == "boom"', "severity_number == SEVERITY_NUMBER_DEBUG"],
  ["severity_number < SEVERITY_NUMBER_WARN"],
  ['severity_text == "info"'],
  ["body == 42"],
  ['body["a"] == 1'],
  ["body[0] == true"],
  ["body == nil"],
  ['attributes["code"] == 200'],
  ['attributes["code"] >= 200 and attributes["code"] < 400'],
  ['attributes["empty"] == nil'],
  ['attributes["list"][0] == 1'],
  ['resource.attributes["service.name"] == "ad" and instrumentation_scope.name == "audit"'],
  ['scope.name == "audit"'],
  ['log.body == "boom"'],
  ['log_record.body == "boom"'],
  ['span.name == "boom"'],
  ["IsRootSpan()"],
  ['resource.schema_url == "resource/1"'],
  ["time_unix_nano > 3"],
  ["trace_id == nil"],
  ['event_name == ""'],
  ["true"],
  ["false"],
  [],
];

const onResources = [
  ['attributes["service.name"] == "ad"'],
  ['attributes["service.name"] == nil'],
  ["true"],
  ["body == nil"],
  [],
];

const failing = [
  ['Substring(body, 0, 4) == "abcd"'],
  ['Substring(body, 0, 4) == "abcd"', 'body == "ab"'],
  ["ParseJSON(body) == nil"],
  ["ParseJSON(body) == nil", "true"],
  ["true", "ParseJSON(body) == nil"],
  ['ParseJSON(body)["a"] == 1.0'],
  ['body["a"] == nil'],
];

const together = [
  { resource: ['attributes["id"] == "ad"'], log_record: ['attributes["code"] == 404'] },
  { resource: ['Substring(attributes["id"], 0, 4) == "long"'], log_record: ["ParseJSON(body) == nil"] },
  { resource: ["true"], log_record: ["true"] },
];

const flat = [
  ['log.body == "boom"'],
  ['log.body == "boom"', 'resource.attributes["id"] == "cart"', 'scope.name == "audit"'],
  ['IsMatch(log.body, "health") or resource.attributes["id"] == "cart"'],
  ['resource.attributes["id"] == "ad" and SEVERITY_NUMBER_INFO == 9'],
  ['scope.attributes["kind"] == "audit"'],
  ["log.severity_number == SEVERITY_NUMBER_INFO"],
  ['instrumentation_scope.name == "audit" and log.body != nil'],
  ['body == "boom"'],
  ['span.name == "boom" and log.body == nil'],
  ["log_record.body == nil"],
  ["true"],
  [],
  ["log.bdoy == nil"],
  ["log.body == "],
  ["Nonsense(log.body)"],
];

const failingFlat = [
  ["ParseJSON(log.body) == nil"],
  ["ParseJSON(log.body) == nil", 'Substring(scope.name, 0, 4) == "long"'],
  ['Substring(resource.attributes["id"], 0, 4) == "long"', 'log.body == "ab"'],
];

const groups = [
  [{ context: "log", conditions: ['body == "boom"', "log.severity_number > 12"] }],
  [{ context: "LOG", conditions: ['body == "boom"'] }],
  [{ context: "log_record", conditions: [] }],
  [{ context: "resource", conditions: ['attributes["id"] == "ad"'] }],
  [{ context: "scope", conditions: ['name == "audit"'] }],
  [{ context: "span", conditions: [] }],
  [{ context: "resource", conditions: ["log.body == nil"] }],
  [
    { context: "log", conditions: ["severity_number > 8"] },
    { context: "scope", conditions: ['name == "audit"'] },
    { conditions: ['resource.attributes["id"] == "cart"'] },
  ],
  [{ conditions: [] }],
  [{ conditions: ["log.body == nil"], extra: 1 }],
];

const failingGroups = [
  [
    { error_mode: "propagate", conditions: ["ParseJSON(log.body) == nil"] },
    { error_mode: "ignore", conditions: ['log.body == "ab"'] },
  ],
  [
    { error_mode: "silent", context: "log", conditions: ["ParseJSON(body) == nil"] },
    { context: "log", conditions: ['Substring(body, 0, 4) == "abcd"'] },
  ],
];

const lists = (name: string, all: readonly (readonly string[])[]) =>
  all.map((conditions) => ({ logs: { [name]: conditions } }));
const inferring = (all: readonly (readonly unknown[])[]) => all.map((log_conditions) => ({ log_conditions }));

const settings = [
  { logs: null },
  { logs: {} },
  { logs: { log_record: null } },
  { logs: { log_record: "body == nil" } },
  { logs: { log_record: [1] } },
  { logs: { log: [] } },
  { logs: { log_records: ["true"] } },
  { log_conditions: null },
  { log_conditions: "log.body == nil" },
  { log_conditions: ["log.body == nil"], logs: { log_record: [] } },
  { log_conditions: ["log.body == nil"], logs: { include: {} } },
  { log_conditions: [], logs: { exclude: { bodies: ["a"] } } },
  { log_conditions: ["log.body == nil"], logs: { include: null } },
  { logs: { log_record: ["body == nil"], include: {} } },
  { logs: { resource: [], exclude: { match_type: "strict", bodies: ["a"] } } },
  { logs: { log_record: ["body == nil"] }, traces: { span: ["name == 1 and"] } },
  { log_conditions: ["log.body == nil"], metric_conditions: ["log.body == nil"] },
];

export const logCases: readonly FilterCase[] = [
  ...each(lists("log_record", onRecords), ["app", "recordless"]),
  ...each(lists("resource", onResources), ["app", "recordless"]),
  ...each(lists("log_record", onRecords.slice(-3)), ["logless"]),
  ...each(lists("log_record", failing), ["bodies"], [undefined, ...modes]),
  ...each(
    together.map((logs) => ({ logs })),
    ["app", "bodies", "recordless"],
    ["ignore", "propagate"],
  ),
  ...each(inferring(flat), ["app", "recordless"]),
  ...each(inferring(failingFlat), ["bodies"], modes),
  ...each(inferring(groups), ["app"]),
  ...each(inferring(failingGroups), ["bodies"], [undefined, "propagate"]),
  ...each(settings, ["app"]),
];
