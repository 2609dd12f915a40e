import { defineContext, derived, field } from "./define-context.ts";
import { otelcol } from "./otelcol.ts";
import { resource } from "./resource.ts";
import { scope } from "./scope.ts";
import { countedAttributes } from "./shared/attributes.ts";
import { cache } from "./shared/cache.ts";
import { spanId, traceId } from "./shared/ids.ts";
import { span } from "./span.ts";

/** A link of a span. */
export const spanlink = defineContext({
  name: "spanlink",
  doc: "A link of a span to another one.",
  unverified:
    "the reference documents that there is such a context and no module of it can be had. Its paths are the fields of OTLP's links, read and written as those of spans are.",
  owner: "spanLink",
  paths: {
    trace_id: traceId("The trace id of the other span."),
    span_id: spanId("spanId", "The span id of the other span."),
    trace_state: derived("traceState", "trace state", {
      type: "string",
      keys: 1,
      doc: "The W3C trace state; with a key its value there, empty where it has none.",
    }),
    ...countedAttributes,
    flags: field("flags", "uint32", {
      checked: true,
      doc: "The flags, the lowest eight bits being those of W3C trace context.",
    }),
    cache,
  },
  higher: [span, scope, resource, otelcol],
  enums: span.enums,
});
