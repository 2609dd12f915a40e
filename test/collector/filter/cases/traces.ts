/** Conditions on traces: `traces: { resource, span, spanevent }` and `trace_conditions`. */
import { each, type FilterCase, modes } from "./case.ts";

const onSpans = [
  ['name == "GET /ads"'],
  ['name == "GET /ads"', "kind == SPAN_KIND_CONSUMER"],
  ['not(IsMatch(name, "^GET "))'],
  ['attributes["http.status_code"] == 200'],
  ['attributes["http.status_code"] == "200"'],
  ['attributes["secure"] == true or status.code == STATUS_CODE_ERROR'],
  ['kind.string == "Server"'],
  ["IsRootSpan()"],
  ["not(IsRootSpan())"],
  ["Len(events) > 0"],
  ["events != nil"],
  ['resource.attributes["service.name"] == "ad" and instrumentation_scope.name == "jobs"'],
  ["end_time_unix_nano - start_time_unix_nano == 250000000"],
  ["trace_id == TraceID(0x0102030405060708090a0b0c0d0e0f10)"],
  ['attributes["tags"][0] == "a"'],
  ['status.message != ""'],
  ['span.name == "query"'],
  ['scope.name == "http"'],
  ['spanevent.name == "start"'],
  ["event_index == 0"],
  ['metric.name == "up"'],
  ['HasAttrKeyOnDatapoint("a")'],
  ["flags == 1"],
  ['resource.schema_url == "resource/1"'],
  ['instrumentation_scope.schema_url == "scope/2"'],
  ["true"],
  ["false"],
  [],
];

const onEvents = [
  ['name == "exception"'],
  ['name == "exception"', 'attributes["count"] == 3'],
  ['attributes["exception.type"] == "IOError"'],
  ['span.name == "GET /ads"'],
  ['span.kind == SPAN_KIND_SERVER and name == "start"'],
  ["kind == SPAN_KIND_SERVER"],
  ["IsRootSpan()"],
  ["event_index == 0"],
  ["time_unix_nano > 3"],
  ['instrumentation_scope.name == "http" and resource.attributes["id"] == "cart"'],
  ['resource.schema_url == "resource/1"'],
  ["Len(span.events) == 2"],
  ["true"],
  [],
];

const onResources = [
  ['attributes["service.name"] == "ad"'],
  ['attributes["id"] != nil'],
  ['resource.attributes["replicas"] == 0'],
  ['schema_url == "resource/1"'],
  ['name == "x"'],
  [],
];

const failing = [
  ['Substring(name, 0, 4) == "abcd"'],
  ['Substring(name, 0, 4) == "abcd"', 'name == "ab"'],
  ["ParseJSON(name) == nil"],
  ["true", "ParseJSON(name) == nil"],
  ['attributes["n"] > 0 and Int(attributes["n"]) == 1'],
  ['HasPrefix(attributes["n"], "x")'],
];

const failingEvents = [
  ['HasPrefix(attributes["d"], "in")'],
  ["ParseJSON(span.name) == nil", 'name == "abcd"'],
  ['name == "abcd"', 'Substring(name, 0, 4) == "abcd"'],
];

const together = [
  { span: ['name == "GET /ads"'], spanevent: ['name == "exception"'] },
  { span: [], spanevent: ["true"] },
  { span: ["ParseJSON(name) == nil"], spanevent: ['HasPrefix(attributes["d"], "in")'] },
];

const withResources = [
  { resource: ['attributes["id"] == "ad"'], span: ['name == "publish"'] },
  { resource: ['ParseJSON(attributes["id"]) == nil'], span: ["true"], spanevent: ["true"] },
  { resource: [], spanevent: ['name == "exception"'] },
];

const flat = [
  ['span.name == "GET /ads"'],
  ['span.name == "GET /ads"', 'spanevent.name == "exception"'],
  ['spanevent.name == "exception"', 'resource.attributes["id"] == "cart"', 'scope.name == "jobs"'],
  ['resource.attributes["id"] == "ad" or spanevent.name == "start"'],
  ['resource.attributes["id"] == "ad" and IsRootSpan()'],
  ['scope.attributes["kind"] == "http" and SPAN_KIND_SERVER == 2'],
  ['instrumentation_scope.name == "http"'],
  ['span.kind == SPAN_KIND_CLIENT and instrumentation_scope.version == "1.2.3"'],
  ['span.attributes["rows"] == 1.5'],
  ["spanevent.event_index == 0"],
  ['spanevent.attributes["count"] != nil and span.name == "query"'],
  ["IsRootSpan()"],
  ['IsRootSpan() and span.name != ""'],
  ['IsRootSpan() and spanevent.name != ""'],
  ['name == "x"'],
  ['log.body == "x"'],
  ['metric.name == "up"'],
  ['datapoint.flags == 0 and span.name == "tick"'],
  ["spanlink.trace_id == nil"],
  ["true"],
  [],
  ["span.nmae == nil"],
  ["span.name =="],
  [""],
];

const failingFlat = [
  ["ParseJSON(span.name) == nil"],
  ["ParseJSON(span.name) == nil", 'HasPrefix(spanevent.attributes["d"], "in")'],
  ['Substring(resource.attributes["id"], 0, 4) == "long"', 'span.name == "abcdef"'],
  ['Substring(scope.name, 0, 4) == "long"', "ParseJSON(span.name) == nil"],
  ['HasPrefix(spanevent.attributes["d"], "in")', 'span.name == "ab"'],
];

const groups = [
  [{ context: "span", conditions: ['name == "GET /ads"', "span.kind == SPAN_KIND_CLIENT"] }],
  [{ context: "SpanEvent", conditions: ['name == "exception"'] }],
  [{ context: "resource", conditions: ['attributes["id"] == "ad"'] }],
  [{ context: "scope", conditions: ['name == "jobs"', 'resource.attributes["id"] == "cart"'] }],
  [{ context: "scope", conditions: ['instrumentation_scope.name == "jobs"'] }],
  [{ context: "span", conditions: ['spanevent.name == "exception"'] }],
  [{ context: "spanevent", conditions: ["IsRootSpan()"] }],
  [{ context: "span", conditions: ["IsRootSpan()"] }],
  [{ context: "span", conditions: ["true"] }],
  [{ context: "log", conditions: [] }],
  [{ context: "metric", conditions: ['name == "x"'] }],
  [{ context: "profile", conditions: [] }],
  [{ context: "spans", conditions: [] }],
  [
    { context: "spanevent", conditions: ['name == "exception"'] },
    { context: "span", conditions: ["Len(events) == 0"] },
  ],
  [
    { conditions: ['spanevent.name == "start"'] },
    { conditions: ["Len(span.events) == 1", 'scope.name == "jobs"'] },
  ],
  [{}],
  [{ conditions: null }, { conditions: ['span.name == "tick"'] }],
  [{ conditions: 'span.name == "tick",span.name == "query"' }],
  ['span.name == "tick"', { conditions: [] }],
  [null],
];

const failingGroups = [
  [
    { error_mode: "propagate", conditions: ["ParseJSON(span.name) == nil"] },
    { error_mode: "ignore", conditions: ['spanevent.attributes["d"] == "in"'] },
  ],
  [
    { error_mode: "silent", context: "span", conditions: ["ParseJSON(name) == nil"] },
    { error_mode: "ignore", context: "spanevent", conditions: ['HasPrefix(attributes["d"], "in")'] },
  ],
  [
    { context: "spanevent", conditions: ['HasPrefix(attributes["d"], "in")'] },
    { context: "span", conditions: ['Substring(name, 0, 3) == "abc"'] },
    { context: "resource", conditions: ['attributes["id"] == "a"'] },
  ],
];

const lists = (name: string, all: readonly (readonly string[])[]) =>
  all.map((conditions) => ({ traces: { [name]: conditions } }));
const structured = (all: readonly object[]) => all.map((traces) => ({ traces }));
const inferring = (all: readonly (readonly unknown[])[]) =>
  all.map((trace_conditions) => ({ trace_conditions }));

const settings = [
  { traces: null },
  { traces: {} },
  { traces: { span: null } },
  { traces: { span: 'name == "a",name == "b"' } },
  { traces: { span: "" } },
  { traces: { span: [null] } },
  { traces: { span: [["true"]] } },
  { traces: { spans: [] } },
  { traces: { scope: ["true"] } },
  { traces: { event: [] } },
  { trace_conditions: null },
  { trace_conditions: 'span.name == "a"' },
  { trace_conditions: {} },
  { trace_conditions: ['span.name == "tick"'], traces: { span: [] } },
  { trace_conditions: [], traces: { resource: ["true"] } },
  { trace_conditions: ['span.name == "tick"'], traces: {} },
  { trace_conditions: ['span.name == "tick"'], metrics: { metric: ['name == "up"'] } },
  { trace_conditions: ['span.name == "tick"'], metrics: { metric: ['nmae == "up"'] } },
  { trace_conditions: ['span.name == "tick"'], log_conditions: ["log.body == nil"] },
  { traces: { span: ['name == "tick"'] }, logs: { log_record: ["nonsense == 1"] } },
  { metrics: { metric: ['name == "tick"'] } },
  { error_mode: "wrong", traces: { span: [] } },
];

export const traceCases: readonly FilterCase[] = [
  ...each(lists("span", onSpans), ["shop", "spanless"]),
  ...each(lists("spanevent", onEvents), ["shop", "spanless"]),
  ...each(lists("resource", onResources), ["shop", "spanless"]),
  ...each(lists("span", onSpans.slice(-3)), ["traceless"]),
  ...each(lists("span", failing), ["choking"], [undefined, ...modes]),
  ...each(lists("spanevent", failingEvents), ["choking"], [undefined, ...modes]),
  ...each(structured(together), ["shop", "choking", "spanless"], ["ignore", "propagate"]),
  ...each(structured(withResources), ["shop", "choking"], ["ignore", "propagate"]),
  ...each(inferring(flat), ["shop", "spanless"]),
  ...each(inferring(failingFlat), ["choking"], modes),
  ...each(inferring(groups), ["shop"]),
  ...each(inferring(failingGroups), ["choking"], [undefined, "propagate"]),
  ...each(settings, ["shop"]),
];
