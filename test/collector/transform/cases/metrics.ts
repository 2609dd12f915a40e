/** Statements on metrics, their data points and exemplars. */
import { each, group } from "./case.ts";

const onMetrics = [
  ['set(name, "n")'],
  ['set(description, Concat([name, unit], " in "))', 'set(unit, "s") where unit == "ms"'],
  ['replace_pattern(name, "^(.)", "shop_$1")'],
  ["set(is_monotonic, false)", "set(aggregation_temporality, AGGREGATION_TEMPORALITY_DELTA)"],
  ["set(type, METRIC_DATA_TYPE_GAUGE)"],
  ['set(description, "sum") where type == METRIC_DATA_TYPE_SUM'],
  ['set(data_points, nil) where name == "requests"'],
  ["set(data_points, data_points)"],
  ['set(resource.attributes["m"], name)'],
  ['set(instrumentation_scope.name, "s")', 'set(instrumentation_scope.attributes["u"], unit)'],
  ['set(metadata["a"], 1)'],
  ['set(cache["n"], name)', 'set(description, cache["n"])'],
  ['set(metric.name, "x")'],
  ['set(description, "x") where HasAttrKeyOnDatapoint("route")'],
];

const onPoints = [
  ['set(attributes["x"], 1)'],
  ['set(attributes["m"], metric.name)', 'delete_key(attributes, "code")'],
  ["set(value_double, value_double * 2.0)"],
  ["set(value_int, 9) where value_int != 0"],
  ["set(value_int, 9)", 'set(value_double, 1.5) where metric.name == "queue"'],
  ['set(metric.name, Concat([metric.name, attributes["route"]], "")) where attributes["route"] != nil'],
  ['set(metric.description, "seen")', 'set(metric.unit, "u")'],
  ["set(metric.is_monotonic, false)", 'set(attributes["after"], metric.is_monotonic)'],
  ["set(metric.aggregation_temporality, 1)", 'set(attributes["t"], metric.aggregation_temporality)'],
  ["set(metric.data_points, nil)"],
  ["set(metric.data_points, metric.data_points)", 'set(attributes["x"], 1)'],
  ["set(count, 1)", "set(sum, 2.0)"],
  ["set(bucket_counts, [1, 2])", "set(explicit_bounds, [5.0])"],
  ["set(quantile_values, nil)"],
  ["set(positive.offset, 7)", "set(scale, 3)", "set(zero_count, 4)"],
  ["set(exemplars, nil)"],
  ["set(flags, 1)", "set(time_unix_nano, 100)", "set(start_time_unix_nano, 50)"],
  ['set(resource.attributes["p"], attributes["route"]) where attributes["route"] != nil'],
  ['set(attributes["type"], metric.type)', 'set(attributes["sum"], METRIC_DATA_TYPE_SUM)'],
  ['keep_keys(attributes, ["route"]) where metric.type == METRIC_DATA_TYPE_SUM'],
];

const onExemplars = [
  ['set(filtered_attributes["x"], 1)'],
  ["set(value_double, 9.5)", "set(time_unix_nano, 1)"],
  ["set(value_int, 4)"],
  ['set(datapoint.attributes["e"], time_unix_nano)', 'set(metric.description, "e")'],
  ['delete_key(filtered_attributes, "user")'],
  ["set(datapoint.exemplars, nil)"],
  ['set(cache["a"], 1)', 'set(filtered_attributes["a"], cache["a"])'],
];

const inferred = [
  ['set(metric.name, "x")'],
  ['set(datapoint.attributes["x"], 1)'],
  ['set(datapoint.attributes["m"], metric.name)', 'set(metric.description, "d")'],
  ['set(exemplar.filtered_attributes["x"], 1)'],
  ['set(exemplar.filtered_attributes["x"], datapoint.attributes["route"])', 'set(metric.name, "e")'],
  ['set(resource.attributes["x"], METRIC_DATA_TYPE_SUM)'],
  ['set(resource.attributes["x"], FLAG_NONE)'],
  ['set(datapoint.attributes["x"], METRIC_DATA_TYPE_SUM)'],
  ['set(metric.description, "x") where metric.type == METRIC_DATA_TYPE_HISTOGRAM'],
  ["set(metric.description, FLAG_NONE)"],
  ["set(scope.name, metric.name)"],
  ['set(metric.name, "x")', 'set(log.body, "x")'],
  ["set(instrumentation_scope.name, metric.name)"],
  ["set(datapoint.value_double, 1.0)", "set(datapoint.value_int, 2)"],
];

export const metricCases = [
  ...each(
    "metrics",
    onMetrics.map((statements) => [group("metric", statements)]),
  ),
  ...each(
    "metrics",
    onPoints.map((statements) => [group("datapoint", statements)]),
  ),
  ...each(
    "metrics",
    onExemplars.map((statements) => [group("exemplar", statements)]),
  ),
  ...each("metrics", inferred),
  ...each(
    "metrics",
    inferred.map((statements) => [{ statements }]),
  ),
  ...each("metrics", [
    [
      group("metric", ['set(description, "one")']),
      group("datapoint", ['set(attributes["d"], metric.description)']),
      group("metric", ['set(unit, "u")']),
    ],
    [
      group("datapoint", ['set(metric.name, "same")']),
      group("metric", ['set(description, "was renamed") where name == "same"']),
    ],
    [group("metric", ["set(data_points, nil)"]), group("datapoint", ['set(metric.name, "not reached")'])],
    [
      group("resource", ['set(attributes["x"], 1)']),
      group("scope", ['set(attributes["x"], resource.attributes["x"])']),
    ],
  ]),
  {
    config: { metric_statements: [group("datapoint", ['set(attributes["x"], 1)'])] },
    payload: "empty metrics" as const,
  },
  {
    config: {
      metric_statements: [group("resource", ['set(attributes["x"], 1)']), group("scope", ['set(name, "x")'])],
    },
    payload: "empty metrics" as const,
  },
];
