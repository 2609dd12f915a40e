/** `metric_conditions`: texts whose paths name their context, and groups. */
import { each, type FilterCase, modes } from "./case.ts";

const flat = [
  ['metric.name == "up"'],
  ['metric.name == "up"', 'metric.name == "queue"'],
  ['not(metric.name == "response_total" or IsMatch(metric.name, "response_latency_ms.*"))'],
  ['resource.attributes["service.name"] == "ad"'],
  ['scope.name == "proxy"'],
  ['scope.attributes["kind"] == "scrape"'],
  ['scope.version == "1.2.3" and resource.attributes["id"] == "cart"'],
  ['datapoint.attributes["direction"] == "inbound"'],
  ['datapoint.attributes["direction"] == "inbound"', 'metric.name == "queue"'],
  ['metric.name == "queue"', 'datapoint.attributes["direction"] == "inbound"', 'scope.name == "scrape"'],
  ["datapoint.value_double > 1.5", 'resource.attributes["id"] == "cart"'],
  ['datapoint.attributes["direction"] == "inbound" and metric.name == "response_total"'],
  ['metric.name == "up" or scope.name == "proxy"'],
  ['resource.attributes["id"] == "ad" or metric.name == "rpc"'],
  ['resource.attributes["id"] == "ad" or scope.name == "scrape"'],
  ["metric.type == METRIC_DATA_TYPE_SUM"],
  ["datapoint.flags == FLAG_NONE"],
  ['metric.name == "up" and FLAG_NONE == 0'],
  ['resource.attributes["id"] == "ad" and METRIC_DATA_TYPE_SUM == 2'],
  ['resource.attributes["id"] == "ad" and HasAttrKeyOnDatapoint("direction")'],
  ['HasAttrKeyOnDatapoint("peer") and metric.name != ""'],
  ['HasAttrOnDatapoint("direction", "inbound") or scope.name == "scrape"'],
  ['instrumentation_scope.name == "proxy" and metric.name == "queue"'],
  ['instrumentation_scope.name == "proxy"'],
  ['instrumentation_scope.name == "proxy" and HasPrefix(instrumentation_scope.name, "p")'],
  ['metric.cache["x"] == nil and metric.name == "up"'],
  ["datapoint.positive.offset == 2"],
  ['IsMatch(resource.attributes["id"], "^ad$")'],
  [],
];

const failing = [
  ['Substring(metric.name, 0, 4) == "abcd"'],
  ["ParseJSON(metric.name) == nil", "metric.name != nil"],
  ["metric.name != nil", "ParseJSON(metric.name) == nil"],
  ['Substring(resource.attributes["id"], 0, 4) == "long"'],
  ['Substring(resource.attributes["id"], 0, 4) == "long"', "ParseJSON(metric.name) == nil"],
  ['Substring(scope.name, 0, 4) == "long"'],
  ['Substring(scope.name, 0, 4) == "long"', 'metric.name == "ab"'],
  ['Substring(scope.name, 0, 4) == "long"', "ParseJSON(metric.name) == nil"],
  ['HasPrefix(datapoint.attributes["direction"], "in")'],
  ['HasPrefix(datapoint.attributes["direction"], "in")', 'metric.name == "abcd"'],
  ["ParseJSON(metric.name) == nil", 'datapoint.attributes["direction"] == "inbound"'],
];

const groups = [
  [{ context: "metric", conditions: ['name == "up"'] }],
  [{ context: "metric", conditions: ['name == "up"', 'metric.name == "queue"'] }],
  [{ context: "METRIC", conditions: ['name == "up"'] }],
  [{ context: "datapoint", conditions: ['attributes["direction"] == "inbound"'] }],
  [{ context: "datapoint", conditions: ["positive.offset == 2"] }],
  [{ context: "datapoint", conditions: ['metric.name == "up" or instrumentation_scope.name == "scrape"'] }],
  [{ context: "resource", conditions: ['attributes["id"] == "ad"'] }],
  [{ context: "scope", conditions: ['name == "proxy"'] }],
  [{ context: "scope", conditions: ['scope.name == "proxy" and resource.attributes["id"] == "cart"'] }],
  [{ context: "scope", conditions: ['instrumentation_scope.name == "proxy"'] }],
  [{ context: "metric", conditions: ['instrumentation_scope.name == "proxy"'] }],
  [{ context: "metric", conditions: ["true"] }],
  [{ context: "metric", conditions: ["datapoint.flags == 0"] }],
  [{ context: "metric", conditions: ['HasAttrKeyOnDatapoint("peer")'] }],
  [{ context: "datapoint", conditions: ['HasAttrKeyOnDatapoint("peer")'] }],
  [{ conditions: ['metric.name == "up"', 'datapoint.attributes["direction"] == nil'] }],
  [
    { context: "datapoint", conditions: ['attributes["direction"] == "inbound"'] },
    { context: "metric", conditions: ["type == METRIC_DATA_TYPE_HISTOGRAM"] },
  ],
  [
    { context: "metric", conditions: ["type == METRIC_DATA_TYPE_SUM"] },
    { context: "resource", conditions: ['attributes["id"] == "cart"'] },
    { context: "scope", conditions: ['name == "scrape"'] },
  ],
  [{ conditions: [] }],
  [{}],
  [{ context: "scope" }],
  [{ context: "scope", conditions: [] }, { conditions: ['metric.name == "up"'] }],
];

/** Groups that fail in modes of their own. */
const failingGroups = [
  [{ error_mode: "ignore", conditions: ["ParseJSON(metric.name) == nil", 'metric.name == "ab"'] }],
  [{ error_mode: "propagate", conditions: ["ParseJSON(metric.name) == nil"] }],
  [{ error_mode: "SILENT", context: "metric", conditions: ["ParseJSON(name) == nil"] }],
  [
    { error_mode: "propagate", conditions: ["ParseJSON(metric.name) == nil"] },
    { error_mode: "ignore", conditions: ["metric.name != nil"] },
  ],
  [
    { error_mode: "propagate", conditions: ["ParseJSON(metric.name) == nil"] },
    { error_mode: "ignore", conditions: ['metric.name == "abcdef"'] },
  ],
  [
    { error_mode: "ignore", context: "metric", conditions: ['Substring(name, 0, 8) == "abcdefgh"'] },
    { error_mode: "silent", context: "metric", conditions: ['Substring(name, 0, 4) == "abcd"'] },
    { error_mode: "propagate", context: "datapoint", conditions: ['attributes["direction"] == "inbound"'] },
  ],
  [
    { context: "datapoint", conditions: ['HasPrefix(attributes["direction"], "in")'] },
    { context: "metric", conditions: ["ParseJSON(name) == nil"] },
    { context: "resource", conditions: ['attributes["id"] == "a"'] },
  ],
];

const all = (conditions: readonly (readonly unknown[])[]) =>
  conditions.map((metric_conditions) => ({ metric_conditions }));

export const flatCases: readonly FilterCase[] = [
  ...each(all(flat), ["mesh", "empties"]),
  ...each(all(flat.slice(0, 4)), ["nulls", "nothing"]),
  ...each(all(failing), ["names"], [undefined, ...modes]),
  ...each(all(groups), ["mesh", "empties"]),
  ...each(all(failingGroups), ["names"], [undefined, "propagate"]),
  ...each(all([['datapoint.attributes["id"] == nil and scope.schema_url == "scope/1"']]), ["schemas"]),
  ...each(all([['resource.schema_url == "resource/1"'], ['scope.schema_url == "scope/1"']]), ["schemas"]),
];
