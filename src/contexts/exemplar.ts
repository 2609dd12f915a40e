import { datapoint } from "./datapoint.ts";
import { attributes, defineContext, derived, field } from "./define-context.ts";
import { metric } from "./metric.ts";
import { otelcol } from "./otelcol.ts";
import { resource } from "./resource.ts";
import { scope } from "./scope.ts";
import { cache } from "./shared/cache.ts";
import { spanId, traceId } from "./shared/ids.ts";

const oneOf = ["asDouble", "asInt"];

/** An exemplar of a data point. */
export const exemplar = defineContext({
  name: "exemplar",
  doc: "An exemplar of a data point: a single recorded value and the span during which it was recorded.",
  owner: "exemplar",
  since: "exemplar_context",
  paths: {
    time_unix_nano: field("timeUnixNano", "uint64", {
      doc: "When the value was recorded, in nanoseconds since 1970.",
    }),
    time: derived("timeUnixNano", "time", { type: "time", doc: "When the value was recorded." }),
    double_value: field("asDouble", "double", { oneOf, doc: "The value where it is a double, else 0." }),
    int_value: field("asInt", "int64", { oneOf, doc: "The value where it is an int, else 0." }),
    trace_id: traceId("The trace id."),
    span_id: spanId("spanId", "The span id."),
    filtered_attributes: attributes("filteredAttributes", {
      doc: "The attributes that the data point does not have, a map.",
    }),
    cache,
  },
  higher: [datapoint, metric, scope, resource, otelcol],
  enums: {},
});
