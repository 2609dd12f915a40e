/** Statements on spans and their events. */
import { each, group } from "./case.ts";

const onSpans = [
  ['set(name, "n")'],
  ["set(status.code, STATUS_CODE_OK) where status.code == STATUS_CODE_ERROR", 'set(status.message, "")'],
  ["set(kind, SPAN_KIND_CLIENT)", 'set(kind.string, "SPAN_KIND_SERVER") where name == "query"'],
  ['replace_pattern(name, "/users/\\\\d+", "/users/{id}")'],
  ['replace_match(attributes["http.target"], "/users/*", "/users/{id}")'],
  ['set(attributes["root"], IsRootSpan())'],
  ['set(attributes["ms"], (end_time_unix_nano - start_time_unix_nano) / 1000000)'],
  ['set(trace_state, "a=b")', 'set(trace_state["c"], "d")'],
  ['set(events, nil) where name == "lost"'],
  ["set(links, nil)", "set(dropped_events_count, 2)"],
  ["set(parent_span_id, span_id)"],
  ["set(span_id, SpanID(0xffffffffffffffff))", 'set(trace_id.string, "00000000000000000000000000000001")'],
  ['set(resource.attributes["spans"], name)'],
  ['set(attributes["x"], resource.attributes["service.name"])', 'set(instrumentation_scope.version, "9")'],
  ['delete_key(attributes, "http.method") where IsRootSpan()'],
  ["set(start_time_unix_nano, 5)", "set(end_time, start_time)"],
];

const onEvents = [
  ['set(name, "n")'],
  ['set(attributes["span"], span.name)', 'set(attributes["t"], time_unix_nano)'],
  ['set(span.attributes["events"], name)'],
  ['set(span.name, Concat([span.name, name], "+"))'],
  [
    'set(attributes["m"], attributes["message"]) where name == "exception"',
    'delete_key(attributes, "message")',
  ],
  ['set(attributes["i"], event_index)'],
  ["set(span.events, nil)"],
  ["set(span.events, span.events)", 'set(name, "after")'],
  ['set(resource.attributes["e"], name)'],
  ["set(dropped_attributes_count, 4)", "set(time_unix_nano, 1)"],
  ['set(attributes["x"], IsRootSpan())'],
  ['set(spanevent.name, "x")'],
];

const inferred = [
  ['set(span.name, "x")'],
  ['set(spanevent.name, "x")'],
  ['set(spanevent.attributes["s"], span.name)', 'set(span.name, "y")'],
  ['set(span.name, resource.attributes["service.name"])'],
  ['set(resource.attributes["x"], 1) where IsRootSpan()'],
  ['set(resource.attributes["x"], SPAN_KIND_CLIENT)'],
  ['set(scope.name, "x") where span.kind == SPAN_KIND_SERVER'],
  ['set(spanevent.attributes["r"], IsRootSpan())'],
  ['set(span.attributes["r"], IsRootSpan())', 'set(spanevent.name, "x")'],
  ['set(spanlink.attributes["x"], 1)'],
  ["set(log.body, 1)"],
  ['set(metric.name, "x")'],
];

export const traceCases = [
  ...each(
    "traces",
    onSpans.map((statements) => [group("span", statements)]),
  ),
  ...each(
    "traces",
    onEvents.map((statements) => [group("spanevent", statements)]),
  ),
  ...each("traces", inferred),
  ...each(
    "traces",
    inferred.map((statements) => [{ statements }]),
  ),
  ...each("traces", [
    [
      group("resource", ['set(attributes["x"], 1)']),
      group("scope", ['set(name, "s")']),
      group("span", ['set(attributes["x"], resource.attributes["x"])']),
      group("spanevent", ['set(attributes["x"], span.attributes["x"])']),
    ],
    [
      group("spanevent", ['set(span.attributes["x"], 1)']),
      group("span", ['set(name, "changed") where attributes["x"] == 1']),
    ],
    [group("span", ["set(events, nil)"]), group("spanevent", ['set(span.name, "not reached")'])],
  ]),
];
