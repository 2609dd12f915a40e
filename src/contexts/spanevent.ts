import { defineContext, derived, field } from "./define-context.ts";
import { otelcol } from "./otelcol.ts";
import { resource } from "./resource.ts";
import { scope } from "./scope.ts";
import { countedAttributes } from "./shared/attributes.ts";
import { cache } from "./shared/cache.ts";
import { span } from "./span.ts";

/** An event of a span. */
export const spanevent = defineContext({
  name: "spanevent",
  doc: "An event of a span.",
  owner: "spanEvent",
  paths: {
    time_unix_nano: field("timeUnixNano", "uint64", { doc: "When it happened, in nanoseconds since 1970." }),
    time: derived("timeUnixNano", "time", { type: "time", doc: "When it happened." }),
    name: field("name", "string", { doc: "The name." }),
    ...countedAttributes,
    event_index: derived("eventIndex", "index", {
      owner: "",
      capability: "event_index",
      type: "int",
      readonly: true,
      doc: "The position of the event in its span, from 0.",
    }),
    cache,
  },
  higher: [span, scope, resource, otelcol],
  enums: span.enums,
});
