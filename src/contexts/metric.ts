import { attributes, defineContext, derived, field, piece, variant } from "./define-context.ts";
import { otelcol } from "./otelcol.ts";
import { resource } from "./resource.ts";
import { scope } from "./scope.ts";
import { cache } from "./shared/cache.ts";
import { metricEnums, temporalityNames } from "./shared/metric-enums.ts";

/** A metric: a name and the data points recorded under it. */
export const metric = defineContext({
  name: "metric",
  doc: "A metric: a name, a kind of data and its data points.",
  owner: "metric",
  typed: "typed_fields",
  paths: {
    name: field("name", "string", { doc: "The name." }),
    description: field("description", "string", { doc: "What it measures." }),
    unit: field("unit", "string", { doc: "The unit of its values." }),
    type: derived("type", "metric type", {
      type: "int",
      doc: "The kind of its data as a number, see METRIC_DATA_TYPE_…; writing it does nothing.",
    }),
    aggregation_temporality: variant("aggregationTemporality", "enum", {
      of: ["sum", "histogram", "exponentialHistogram"],
      in: "data",
      names: temporalityNames,
      doc: "Whether values start anew (1) or go on (2), see AGGREGATION_TEMPORALITY_….",
    }),
    is_monotonic: variant("isMonotonic", "bool", {
      of: ["sum"],
      in: "data",
      doc: "Whether a sum only grows.",
    }),
    data_points: piece("dataPoints", {
      in: "data",
      list: true,
      types: {
        gauge: "pmetric.NumberDataPointSlice",
        sum: "pmetric.NumberDataPointSlice",
        histogram: "pmetric.HistogramDataPointSlice",
        exponentialHistogram: "pmetric.ExponentialHistogramDataPointSlice",
        summary: "pmetric.SummaryDataPointSlice",
      },
      doc: "The data points.",
    }),
    metadata: attributes("metadata", {
      capability: "metric_metadata",
      doc: "What else is known of the metric, a map.",
    }),
    cache,
  },
  higher: [scope, resource, otelcol],
  enums: metricEnums,
});
