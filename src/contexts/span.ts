import { branch, defineContext, derived, field, piece } from "./define-context.ts";
import { otelcol } from "./otelcol.ts";
import { resource } from "./resource.ts";
import { scope } from "./scope.ts";
import { countedAttributes } from "./shared/attributes.ts";
import { cache } from "./shared/cache.ts";
import { enumsOf } from "./shared/enums-of.ts";
import { spanId, traceId } from "./shared/ids.ts";
import { spanKindNames, statusCodeNames } from "./shared/span-enums.ts";

const kindTexts = ["Unspecified", "Internal", "Server", "Client", "Producer", "Consumer"];

/** A span. */
export const span = defineContext({
  name: "span",
  doc: "A span.",
  owner: "span",
  paths: {
    trace_id: traceId("The trace id."),
    span_id: spanId("spanId", "The span id."),
    trace_state: derived("traceState", "trace state", {
      type: "string",
      keys: 1,
      doc: "The W3C trace state; with a key its value there, empty where it has none.",
    }),
    parent_span_id: spanId("parentSpanId", "The span id of the parent, all zeros on a root span."),
    name: field("name", "string", { doc: "The name." }),
    kind: branch(
      {
        string: kindText(kindTexts, "The kind as text, such as Server."),
        deprecated_string: kindText(
          Object.keys(spanKindNames),
          "The kind as text, such as SPAN_KIND_SERVER.",
        ),
      },
      field("kind", "enum", { names: spanKindNames, doc: "The kind as a number, see SPAN_KIND_…." }),
    ),
    start_time_unix_nano: field("startTimeUnixNano", "uint64", {
      doc: "When it started, in nanoseconds since 1970.",
    }),
    end_time_unix_nano: field("endTimeUnixNano", "uint64", {
      doc: "When it ended, in nanoseconds since 1970.",
    }),
    start_time: derived("startTimeUnixNano", "time", { type: "time", doc: "When it started." }),
    end_time: derived("endTimeUnixNano", "time", { type: "time", doc: "When it ended." }),
    ...countedAttributes,
    events: piece("events", { in: "owner", list: true, types: "ptrace.SpanEventSlice", doc: "The events." }),
    dropped_events_count: field("droppedEventsCount", "uint32", {
      doc: "How many events were dropped before.",
    }),
    links: piece("links", { in: "owner", list: true, types: "ptrace.SpanLinkSlice", doc: "The links." }),
    dropped_links_count: field("droppedLinksCount", "uint32", { doc: "How many links were dropped before." }),
    status: branch(
      {
        code: field("code", "enum", {
          within: "status",
          names: statusCodeNames,
          doc: "The code of the status, see STATUS_CODE_….",
        }),
        message: field("message", "string", { within: "status", doc: "The message of the status." }),
      },
      piece("status", { in: "owner", list: false, types: "ptrace.Status", doc: "The status." }),
    ),
    flags: field("flags", "uint32", {
      capability: "span_flags",
      checked: true,
      doc: "The flags, the lowest eight bits being those of W3C trace context.",
    }),
    cache,
  },
  higher: [scope, resource, otelcol],
  enums: enumsOf({ ...spanKindNames, ...statusCodeNames }),
});

function kindText(texts: readonly string[], doc: string) {
  return derived("kind", "enum text", { type: "string", texts, names: spanKindNames, doc });
}
