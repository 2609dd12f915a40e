/** `metrics: { resource, metric, datapoint }`. */
import { each, type FilterCase, modes } from "./case.ts";

const meshRule =
  'not(name == "response_total" or IsMatch(name, "response_latency_ms.*") or name == "tcp_open_connections" or name == "tcp_read_bytes_total" or name == "tcp_write_bytes_total")';

const onMetrics = [
  [meshRule],
  [meshRule.replace("response_latency", "^response_latency")],
  ['name == "up"', 'name == "queue"'],
  ['IsMatch(name, "response")'],
  ['HasPrefix(name, "response")', 'HasSuffix(name, "connections")'],
  ["type == METRIC_DATA_TYPE_SUM"],
  ["type == METRIC_DATA_TYPE_HISTOGRAM or type == METRIC_DATA_TYPE_EXPONENTIAL_HISTOGRAM"],
  ["type == METRIC_DATA_TYPE_NONE"],
  ["aggregation_temporality == AGGREGATION_TEMPORALITY_CUMULATIVE"],
  ["is_monotonic == true"],
  ['unit == "ms"'],
  ['resource.attributes["service.name"] == "ad"'],
  ['resource.attributes["replicas"] > 0'],
  ['scope.name == "proxy"'],
  ['instrumentation_scope.name == "scrape"'],
  ['instrumentation_scope.attributes["kind"] == "proxy" and name != "up"'],
  ['cache["x"] == nil and name == "up"'],
  ['cache["x"] != nil'],
  ["true"],
  ["false"],
  ["false", "true"],
  ['not(name == "up")'],
];

const onPoints = [
  ['attributes["direction"] == "inbound"'],
  ['attributes["direction"] != "inbound"'],
  ['attributes["direction"] == nil'],
  ['attributes["status_code"] == "200"', 'attributes["grpc_status"] == "14"'],
  ['attributes["status_code"] == "500" and attributes["grpc_status"] == "14"'],
  ['not(attributes["status_code"] == "500" and attributes["grpc_status"] == "14")'],
  ["value_double > 1.5"],
  ["value_int == 3"],
  ["value_double == 1"],
  ["count > 5"],
  ["sum == 0.0"],
  ["count == 0"],
  ["scale == 1"],
  ["zero_count == 0"],
  ["positive.offset == 2"],
  ["flags == FLAG_NONE"],
  ["flags == FLAG_NO_RECORDED_VALUE"],
  ['metric.name == "response_total"'],
  ["metric.type == METRIC_DATA_TYPE_SUMMARY"],
  ["metric.type == METRIC_DATA_TYPE_EXPONENTIAL_HISTOGRAM"],
  ["time_unix_nano < 3"],
  ['resource.attributes["service.name"] == "cart"'],
  ['instrumentation_scope.name == "scrape"'],
  ["true"],
  ["false"],
];

const onResources = [
  ['attributes["service.name"] == "ad"'],
  ['attributes["service.name"] == "nobody"'],
  ['attributes["service.name"] != nil'],
  ['attributes["service.name"] == nil'],
  ['attributes["replicas"] == 0', 'attributes["replicas"] == 2'],
  ['IsMatch(attributes["id"], "^(ad|full)$")'],
  ["dropped_attributes_count == 0"],
];

/** Conditions that fail on some records: `names` has metrics whose names are too short, or no JSON. */
const failing = [
  ['Substring(name, 0, 4) == "abcd"'],
  ['Substring(name, 0, 4) == "abcd"', 'name == "ab"'],
  ['name == "ab"', 'Substring(name, 0, 4) == "abcd"'],
  ['Substring(name, 0, 4) == "zzzz"', 'Substring(name, 0, 8) == "abcdefgh"'],
  ["ParseJSON(name) == nil"],
  ["ParseJSON(name) == nil", "true"],
  ["ParseJSON(name) == nil", "false"],
  ["true", "ParseJSON(name) == nil"],
  ["false", "ParseJSON(name) == nil"],
  ['not(ParseJSON(name)["a"] == 1)'],
  ['ParseJSON(name)["a"] == 1.0'],
  ['ParseJSON(name) == nil or name != ""'],
  ['name != "" or ParseJSON(name) == nil'],
  ["ParseJSON(name) == nil or true"],
  ["true or ParseJSON(name) == nil"],
  ["ParseJSON(name) == nil and false"],
  ["false and ParseJSON(name) == nil"],
];

const failingOnPoints = [
  ['Substring(metric.name, 0, 4) == "abcd"'],
  ['Substring(metric.name, 0, 8) == "abcdefgh"', 'attributes["direction"] == "outbound"'],
  ['attributes["direction"] == "outbound"', 'Substring(metric.name, 0, 8) == "abcdefgh"'],
  ['HasPrefix(attributes["direction"], "in")'],
  ['ToUpperCase(attributes["direction"]) == "INBOUND"'],
  ['ParseJSON(attributes["direction"]) == nil', "true"],
  ['not(HasPrefix(attributes["direction"], "in"))'],
];

const failingOnResources = [
  ['Substring(attributes["id"], 0, 4) == "long"'],
  ['ParseJSON(attributes["id"]) == nil', 'attributes["id"] == "a"'],
  ['attributes["id"] == "a"', 'ParseJSON(attributes["id"]) == nil'],
  ['HasPrefix(attributes["note"], "x")'],
];

const onAttributes = [
  ['HasAttrKeyOnDatapoint("k")'],
  ['HasAttrOnDatapoint("k", "a")'],
  ['HasAttrOnDatapoint("k", "b")'],
  ['HasAttrOnDatapoint("k", "c")'],
  ['HasAttrOnDatapoint("k", "")'],
  ['HasAttrOnDatapoint("k", "5")'],
  ['not(HasAttrKeyOnDatapoint("k"))'],
  ['HasAttrKeyOnDatapoint("k")', 'name == "none"'],
  ['name == "none"', 'HasAttrKeyOnDatapoint("k")'],
];

const together = [
  { metric: ['name == "up"'], datapoint: ['attributes["direction"] == "inbound"'] },
  { metric: [], datapoint: ['attributes["direction"] == "outbound"'] },
  { metric: ['IsMatch(name, "response")'], datapoint: [] },
  { metric: ["true"], datapoint: ["ParseJSON(metric.name) == nil"] },
  { metric: ["ParseJSON(name) == nil"], datapoint: ["ParseJSON(metric.name) == nil"] },
  { metric: ["ParseJSON(name) == nil"], datapoint: ["true"] },
  { metric: ['Substring(name, 0, 4) == "abcd"'], datapoint: ['attributes["direction"] == "inbound"'] },
];

const withResources = [
  { resource: ['attributes["id"] == "ad"'], metric: ['name == "queue"'] },
  { resource: ['attributes["id"] == "ad"'], datapoint: ['attributes["direction"] == "inbound"'] },
  { resource: [], metric: ['name == "up"'] },
  { resource: ['attributes["id"] == "a"'], metric: ["ParseJSON(name) == nil"] },
  { resource: ['ParseJSON(attributes["id"]) == nil'], metric: ["true"] },
  {
    resource: ['Substring(attributes["id"], 0, 4) == "long"'],
    metric: ["ParseJSON(name) == nil"],
    datapoint: ["true"],
  },
  {
    resource: ['Substring(attributes["id"], 0, 4) == "long"'],
    datapoint: ['HasPrefix(attributes["direction"], "in")'],
  },
];

const bySchema = [
  { metric: ['resource.schema_url == "resource/1"'] },
  { metric: ['instrumentation_scope.schema_url == "scope/2"'] },
  { datapoint: ['resource.schema_url == "resource/1"'] },
  { datapoint: ['instrumentation_scope.schema_url == "scope/2"'] },
  { datapoint: ['resource.schema_url == ""'] },
  { resource: ['schema_url == "resource/2"'] },
];

const lists = (name: string, all: readonly (readonly string[])[]) =>
  all.map((conditions) => ({ metrics: { [name]: conditions } }));
const combined = (all: readonly object[]) => all.map((metrics) => ({ metrics }));
const emptyLists = [{ metric: [] }, { datapoint: [] }, { resource: [] }, { metric: [], datapoint: [] }];

export const structuredCases: readonly FilterCase[] = [
  ...each(lists("metric", onMetrics), ["mesh", "empties"]),
  ...each(lists("metric", onMetrics.slice(-6)), ["nulls", "nothing"]),
  ...each(lists("datapoint", onPoints), ["mesh", "empties"]),
  ...each(lists("datapoint", onPoints.slice(-5)), ["nulls", "nothing"]),
  ...each(lists("resource", onResources), ["mesh", "empties"]),
  ...each(lists("resource", onResources.slice(3, 5)), ["nulls"]),
  ...each(combined(emptyLists), ["mesh", "empties", "nulls", "nothing"]),
  ...each(lists("metric", failing), ["names"], [undefined, ...modes]),
  ...each(lists("datapoint", failingOnPoints), ["names"], [undefined, ...modes]),
  ...each(lists("resource", failingOnResources), ["names"], [undefined, ...modes]),
  ...each(lists("metric", onAttributes), ["attributed", "typeless"], modes),
  ...each(lists("datapoint", onPoints.slice(0, 3)), ["attributed", "typeless"]),
  ...each(lists("datapoint", [['attributes["k"] == "b"'], ['attributes["k"] == "c"']]), ["attributed"]),
  ...each(combined(together), ["names", "mesh", "empties"], ["ignore", "propagate"]),
  ...each(combined(withResources), ["names", "mesh", "empties"], ["ignore", "propagate"]),
  ...each(combined(bySchema), ["schemas"]),
];
