import { attributes, branch, defineContext, derived, field, piece, variant } from "./define-context.ts";
import { metric } from "./metric.ts";
import { otelcol } from "./otelcol.ts";
import { resource } from "./resource.ts";
import { scope } from "./scope.ts";
import { buckets } from "./shared/buckets.ts";
import { cache } from "./shared/cache.ts";
import { datapointEnums } from "./shared/metric-enums.ts";

const numbers = ["gauge", "sum"] as const;
const counted = ["histogram", "exponentialHistogram", "summary"] as const;

/** A data point of a metric. What its kind of metric does not have reads as nil. */
export const datapoint = defineContext({
  name: "datapoint",
  doc: "A data point of a metric. What its kind of metric lacks reads as nil and cannot be written.",
  owner: "dataPoint",
  paths: {
    attributes: attributes("attributes", { doc: "The attributes, a map." }),
    start_time_unix_nano: field("startTimeUnixNano", "uint64", {
      doc: "When recording began, in nanoseconds since 1970.",
    }),
    time_unix_nano: field("timeUnixNano", "uint64", {
      doc: "When the point was taken, in nanoseconds since 1970.",
    }),
    start_time: derived("startTimeUnixNano", "time", { type: "time", doc: "When recording began." }),
    time: derived("timeUnixNano", "time", { type: "time", doc: "When the point was taken." }),
    flags: field("flags", "uint32", { doc: "The flags, see FLAG_…." }),
    value_double: variant("asDouble", "double", {
      of: numbers,
      in: "point",
      oneOf: ["asDouble", "asInt"],
      doc: "The value of a double point; 0 on an int point.",
    }),
    value_int: variant("asInt", "int64", {
      of: numbers,
      in: "point",
      oneOf: ["asDouble", "asInt"],
      doc: "The value of an int point; 0 on a double point.",
    }),
    exemplars: piece("exemplars", {
      in: "point",
      list: true,
      types: {
        gauge: "pmetric.ExemplarSlice",
        sum: "pmetric.ExemplarSlice",
        histogram: "pmetric.ExemplarSlice",
        exponentialHistogram: "pmetric.ExemplarSlice",
      },
      doc: "The exemplars.",
    }),
    count: variant("count", "uint64", { of: counted, in: "point", doc: "How many values were recorded." }),
    sum: variant("sum", "double", { of: counted, in: "point", doc: "The sum of the recorded values." }),
    bucket_counts: variant("bucketCounts", "uint64", {
      of: ["histogram"],
      in: "point",
      list: true,
      doc: "How many values are in each bucket.",
    }),
    explicit_bounds: variant("explicitBounds", "double", {
      of: ["histogram"],
      in: "point",
      list: true,
      doc: "The bounds between the buckets.",
    }),
    scale: variant("scale", "int32", {
      of: ["exponentialHistogram"],
      in: "point",
      doc: "The resolution of the buckets.",
    }),
    zero_count: variant("zeroCount", "uint64", {
      of: ["exponentialHistogram"],
      in: "point",
      doc: "How many values are zero or near it.",
    }),
    positive: branch(buckets("positive"), bucketsPiece("positive", "The buckets of positive values.")),
    negative: branch(buckets("negative"), bucketsPiece("negative", "The buckets of negative values.")),
    quantile_values: piece("quantileValues", {
      in: "point",
      list: true,
      types: { summary: "pmetric.SummaryDataPointValueAtQuantileSlice" },
      doc: "The values at the quantiles of a summary.",
    }),
    cache,
  },
  higher: [metric, scope, resource, otelcol],
  enums: datapointEnums,
});

function bucketsPiece(property: string, doc: string) {
  return piece(property, {
    in: "point",
    list: false,
    types: { exponentialHistogram: "pmetric.ExponentialHistogramDataPointBuckets" },
    doc,
  });
}
