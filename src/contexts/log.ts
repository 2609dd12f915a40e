import { anyTyped, branch, defineContext, derived, field } from "./define-context.ts";
import { otelcol } from "./otelcol.ts";
import { resource } from "./resource.ts";
import { scope } from "./scope.ts";
import { countedAttributes } from "./shared/attributes.ts";
import { cache } from "./shared/cache.ts";
import { enumsOf } from "./shared/enums-of.ts";
import { spanId, traceId } from "./shared/ids.ts";
import { severityNames } from "./shared/severities.ts";

/** A log record. */
export const log = defineContext({
  name: "log",
  doc: "A log record.",
  owner: "log",
  typed: "typed_fields",
  paths: {
    time_unix_nano: field("timeUnixNano", "uint64", {
      doc: "When the event happened, in nanoseconds since 1970.",
    }),
    observed_time_unix_nano: field("observedTimeUnixNano", "uint64", {
      doc: "When the event was observed, in nanoseconds since 1970.",
    }),
    time: derived("timeUnixNano", "time", { type: "time", doc: "When the event happened." }),
    observed_time: derived("observedTimeUnixNano", "time", {
      type: "time",
      doc: "When the event was observed.",
    }),
    severity_number: field("severityNumber", "enum", {
      names: severityNames,
      doc: "The severity as a number, 1 to 24, see SEVERITY_NUMBER_….",
    }),
    severity_text: field("severityText", "string", { doc: "The severity as the source wrote it." }),
    body: branch(
      { string: derived("body", "value text", { type: "string", doc: "The body as text." }) },
      anyTyped("body", { doc: "The body; it takes keys where it is a map or a list." }),
    ),
    ...countedAttributes,
    flags: field("flags", "uint32", {
      doc: "The flags, the lowest eight bits being those of W3C trace context.",
    }),
    trace_id: traceId("The trace id."),
    span_id: spanId("spanId", "The span id."),
    event_name: field("eventName", "string", {
      capability: "log_event_name",
      doc: "The name of the event, where the record is one.",
    }),
    cache,
  },
  higher: [scope, resource, otelcol],
  enums: enumsOf(severityNames),
});
