/** Functions of the processor's own: what they make is met by the walk, and each is where its context has it. */
import { each, group } from "./case.ts";

const made = [
  ['copy_metric(name = "copy") where name == "requests"', 'set(description, "seen")'],
  ['copy_metric(name = Concat([name, "copy"], ".")) where not HasSuffix(name, ".copy")'],
  ['copy_metric(unit = "u") where unit != "u"', 'set(name, Concat([name, unit], "-"))'],
  ['extract_sum_metric(true) where name == "latency"', 'set(description, "seen")'],
  ["extract_count_metric(false)", 'set(description, Concat([description, "seen"], ""))'],
  ['extract_sum_metric(true, suffix = ".sum")', "extract_count_metric(true)"],
  ["convert_sum_to_gauge()", 'convert_gauge_to_sum("cumulative", true) where name == "queue"'],
  ['convert_gauge_to_sum("delta", false)'],
  ['convert_gauge_to_sum("other", false)'],
  ["scale_metric(10.0)", 'scale_metric(0.001, "s") where unit == "ms"'],
  ['aggregate_on_attributes("sum", ["route"]) where name == "queue"'],
  ['aggregate_on_attributes("sum", []) where name == "latency"'],
  ['aggregate_on_attribute_value("sum", "code", ["200", "500"], "any") where name == "queue"'],
  ['convert_exponential_histogram_to_histogram("midpoint", [1.0, 4.0])'],
  ['convert_summary_quantile_val_to_gauge("q")', 'set(description, "seen")'],
];

const onPoints = [
  ['convert_summary_sum_val_to_sum("cumulative", true)', 'set(attributes["x"], metric.name)'],
  ['convert_summary_count_val_to_sum("delta", false, ".n")', 'set(attributes["x"], metric.name)'],
  ["merge_histogram_buckets(1.0)"],
  ["copy_metric()"],
];

export const ownFunctionCases = [
  ...each(
    "metrics",
    made.map((statements) => [group("metric", statements)]),
  ),
  ...each(
    "metrics",
    made
      .slice(0, 5)
      .map((statements) => [
        group("metric", statements),
        group("datapoint", ['set(attributes["m"], metric.name)']),
        group("metric", ['set(unit, "last")']),
      ]),
  ),
  ...each(
    "metrics",
    onPoints.map((statements) => [group("datapoint", statements)]),
  ),
  ...each("metrics", [
    ['copy_metric(name = "b") where metric.name == "queue"'],
    ["convert_sum_to_gauge() where metric.is_monotonic"],
    ['set(datapoint.attributes["x"], 1)', "convert_sum_to_gauge()"],
    ['set(resource.attributes["x"], 1)', "convert_sum_to_gauge()"],
    ["scale_metric(2.0)", 'set(metric.unit, "u")'],
    ['convert_summary_sum_val_to_sum("delta", true) where metric.name == "quantiles"'],
  ]),
  ...each("traces", [
    [group("span", ['set_semconv_span_name("1.37.0")'])],
    [group("span", ['set_semconv_span_name("1.37.0", "was")'])],
    [group("span", ['set_semconv_span_name("9.9.9")'])],
    [group("spanevent", ['set_semconv_span_name("1.37.0")'])],
    ['set_semconv_span_name("1.37.0") where span.kind == SPAN_KIND_SERVER'],
  ]),
  ...each("logs", [
    [group("log", ['set(attributes["cef"], ParseCEF("CEF:0|v|p|1|s|n|5|a=b"))'])],
    [group("log", ['set(attributes["clf"], ParseCLF(body))'])],
    [group("resource", ['set(attributes["clf"], ParseCLF("x"))'])],
  ]),
];
