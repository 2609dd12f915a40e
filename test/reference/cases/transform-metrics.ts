import { type CaseSource, type Group, group, type Sections } from "./group.ts";
import { metricsByName, payloadOfMetric } from "./metrics-data.ts";

const all = Object.keys(metricsByName);
const named = (pattern: RegExp) => all.filter((name) => pattern.test(name));
const gauges = named(/gauge/);
const sums = named(/ sum\b/);
const histograms = named(/(?<!exponential )histogram/);
const exponentials = named(/exponential/);
const summaries = named(/summary/);
/** One of each kind, to see what a function makes of other ones than those that it is for. */
const kinds = [
  "a metric without data",
  "a gauge of ints",
  "a delta sum",
  "a cumulative histogram",
  "a cumulative exponential histogram",
  "a summary",
];

/** A text for each of some metrics. */
function over(metrics: readonly string[], ...texts: readonly string[]): CaseSource[] {
  return metrics.flatMap((name) => texts.map((text) => caseOf(name, text)));
}

function caseOf(name: string, text: string): CaseSource {
  return { text, name: `${name}: ${text}`, payload: payloadOfMetric(metricsByName[name] ?? {}) };
}

/** The same without thresholds of zero, which 0.118.0 does not read from JSON. */
function withoutThresholds(cases: readonly CaseSource[]): CaseSource[] {
  return cases.map((one) => ({
    ...one,
    payload: JSON.parse(
      JSON.stringify(one.payload, (key, value) => (key === "zeroThreshold" ? undefined : value)),
    ),
  }));
}

/** Texts that are refused, or that fail whatever the metric. */
const texts = (...some: readonly string[]): CaseSource[] => over(["a gauge of ints"], ...some);

type Options = Pick<CaseSource, "context" | "anyOrder">;

function functionGroup(name: string, about: string, sections: Sections, options: Options = {}): Group {
  const way = { kind: "statement", functions: "transform", compatibility: "0.161.0" } as const;
  return group(`functions/${name}`, about, { context: "metric", ...way, ...options }, sections);
}

const temporalities = ['"delta"', '"cumulative"'];

/** What a function takes and refuses in place of the name of a temporality and of a bool. */
const wrongSums = (name: string): CaseSource[] =>
  texts(
    `${name}()`,
    `${name}("delta")`,
    `${name}("delta", true, "x", 1)`,
    `${name}("Delta", true)`,
    `${name}("", true)`,
    `${name}(1, true)`,
    `${name}("delta", 1)`,
    `${name}("delta", "true")`,
    `${name}(name, true)`,
    `${name}("delta", IsString(name))`,
    `${name}(string_agg_temp="delta")`,
    `${name}(agg_temp="delta", monotonic=true)`,
    `${name}("delta", true) where`,
  );

function summaryToSum(what: "count" | "sum"): Group {
  const name = `convert_summary_${what}_val_to_sum`;
  return functionGroup(
    name,
    `A sum of the ${what}s of a summary beside it, once for each data point.`,
    {
      "adds a sum": over(
        summaries,
        ...temporalities.map((one) => `${name}(${one}, true)`),
        `${name}("delta", false, ".x")`,
      ),
      "leaves other metrics alone": over(
        [...kinds, ...histograms.slice(2, 6), ...sums],
        `${name}("delta", true)`,
      ),
      "takes its arguments by name": over(
        ["a summary"],
        `${name}(string_agg_temp="delta", monotonic=false, suffix="")`,
        `${name}("cumulative", monotonic=true, suffix="_é")`,
        `${name}(monotonic=true, string_agg_temp="delta")`,
        `${name}("delta", true, suffix=name)`,
        `${name}("delta", true, suffix="a", suffix="b")`,
      ),
      "runs where a condition holds": over(
        ["a summary"],
        `${name}("delta", true) where attributes["pod"] == "a"`,
        `${name}("delta", true) where metric.name == "other"`,
        `${name}("delta", true) where count > 5`,
      ),
      "is refused": wrongSums(name),
    },
    { context: "datapoint" },
  );
}

function extract(what: "count" | "sum"): Group {
  const name = `extract_${what}_metric`;
  const guard = "where type != METRIC_DATA_TYPE_SUM";
  return functionGroup(name, `A sum of the ${what}s of a histogram or a summary beside it.`, {
    "adds a sum": over([...histograms, ...exponentials, ...summaries], `${name}(true) ${guard}`),
    "refuses other metrics": over(kinds, `${name}(true) where name == "latency"`),
    "takes a suffix": over(
      ["a cumulative histogram"],
      `${name}(false, ".x") ${guard}`,
      `${name}(monotonic=false, suffix="") where type == METRIC_DATA_TYPE_HISTOGRAM`,
      `${name}(suffix="_é", monotonic=true) ${guard}`,
    ),
    "comes to what it has added": over(["a summary", "an empty histogram"], `${name}(true)`),
    "is refused": texts(
      `${name}()`,
      `${name}(1)`,
      `${name}("true")`,
      `${name}(true, 1)`,
      `${name}(true, name)`,
      `${name}(true, "a", "b")`,
      `${name}(is_monotonic)`,
      `${name}(mono=true)`,
    ),
  });
}

const aggregations = ["sum", "mean", "min", "max", "median", "count"];
const [lowest, highest] = ["-9223372036854775808", "9223372036854775807"];
const wrapping = [
  [lowest, lowest],
  [highest, highest],
  [lowest, highest],
  ["4611686018427387904", "4611686018427387904"],
  [lowest, lowest, lowest],
  ["-3", "-4"],
  ["1", highest, highest, highest],
];
const aggregated = [...gauges, ...sums, ...histograms, ...exponentials];

/** The cases of the functions of the transform processor on metrics. */
export const transformMetrics: readonly Group[] = [
  functionGroup("convert_sum_to_gauge", "A sum becomes a gauge.", {
    "converts sums and nothing else": over(all, "convert_sum_to_gauge()"),
    "runs where a condition holds": over(
      sums,
      "convert_sum_to_gauge() where is_monotonic",
      "convert_sum_to_gauge() where aggregation_temporality == AGGREGATION_TEMPORALITY_DELTA",
      'convert_sum_to_gauge() where name == "latency"',
    ),
    "looks at no argument": over(
      ["a delta sum"],
      "convert_sum_to_gauge(1)",
      'convert_sum_to_gauge("a", b=2)',
    ),
  }),
  functionGroup("convert_gauge_to_sum", "A gauge becomes a sum.", {
    "converts gauges and nothing else": over(all, 'convert_gauge_to_sum("delta", true)'),
    "takes both temporalities": over(gauges, 'convert_gauge_to_sum("cumulative", false)'),
    "takes its arguments by name": over(
      ["a gauge of doubles"],
      'convert_gauge_to_sum(string_agg_temp="delta", monotonic=false)',
      'convert_gauge_to_sum(monotonic=true, string_agg_temp="cumulative")',
      'convert_gauge_to_sum("delta", monotonic=true) where unit == ""',
    ),
    "is refused": wrongSums("convert_gauge_to_sum"),
  }),
  summaryToSum("count"),
  summaryToSum("sum"),
  functionGroup(
    "convert_summary_quantile_val_to_gauge",
    "A gauge of the values at the quantiles of a summary beside it.",
    {
      "adds a gauge": over(
        summaries,
        "convert_summary_quantile_val_to_gauge()",
        'convert_summary_quantile_val_to_gauge("q")',
        'convert_summary_quantile_val_to_gauge("pod", ".x")',
        'convert_summary_quantile_val_to_gauge("", "")',
      ),
      "leaves other metrics alone": over(
        all.filter((name) => !summaries.includes(name)),
        "convert_summary_quantile_val_to_gauge()",
      ),
      "takes its arguments by name": over(
        ["a summary"],
        'convert_summary_quantile_val_to_gauge(suffix="_q")',
        'convert_summary_quantile_val_to_gauge(suffix="_q", attribute_key="k")',
        'convert_summary_quantile_val_to_gauge(attribute_key="k") where name == "latency"',
      ),
      "is refused": texts(
        "convert_summary_quantile_val_to_gauge(1)",
        "convert_summary_quantile_val_to_gauge(name)",
        'convert_summary_quantile_val_to_gauge("a", 1)',
        'convert_summary_quantile_val_to_gauge("a", "b", "c")',
        'convert_summary_quantile_val_to_gauge(key="a")',
      ),
    },
  ),
  functionGroup("copy_metric", "A copy of a metric beside it.", {
    "copies metrics of all kinds": over(all, 'copy_metric(name="copy") where name == "latency"'),
    "changes what it is told to": over(
      ["a gauge of ints", "a summary"],
      'copy_metric("a", "b", "c") where name == "latency"',
      'copy_metric(unit="s", name="a") where name == "latency"',
      'copy_metric(description="") where description != ""',
      'copy_metric(Concat([name, unit], "."), unit) where name == "latency"',
      'copy_metric(name=ToUpperCase(name)) where name == "latency"',
    ),
    "fails where an argument is no text": over(
      ["a gauge of ints"],
      'copy_metric(name=type) where name == "latency"',
      'copy_metric(name="a", unit=metadata["missing"]) where name == "latency"',
      'copy_metric(unit=resource.attributes["missing"]) where name == "latency"',
    ),
    "is refused": texts(
      'copy_metric(1) where name == "latency"',
      'copy_metric(name=nil) where name == "latency"',
      'copy_metric("a", "b", "c", "d") where name == "latency"',
      'copy_metric(title="a") where name == "latency"',
      'copy_metric(name=["a"]) where name == "latency"',
    ),
  }),
  functionGroup("scale_metric", "Values of a metric are multiplied.", {
    "scales metrics of all kinds": over(all, "scale_metric(2.5)"),
    "takes any multiplier": over(
      ["a gauge of ints, doubles and nothing", "a gauge of the greatest ints", "a cumulative histogram"],
      "scale_metric(0.0)",
      "scale_metric(1.0e300)",
      "scale_metric(0.001)",
      "scale_metric(.5)",
    ),
    "gives a unit": over(
      ["a gauge of ints", "a summary", "a cumulative exponential histogram"],
      'scale_metric(10.0, "s")',
      'scale_metric(10.0, unit="")',
      "scale_metric(multiplier=10.0, unit=name)",
      "scale_metric(10.0, type)",
      'scale_metric(10.0, resource.attributes["missing"])',
    ),
    "is refused": texts(
      "scale_metric()",
      "scale_metric(2)",
      "scale_metric(-1.0)",
      'scale_metric("2")',
      "scale_metric(Double(name))",
      "scale_metric(2.0, 1)",
      'scale_metric(2.0, "s", "t")',
      "scale_metric(factor=2.0)",
    ),
  }),
  extract("count"),
  extract("sum"),
  functionGroup("extract_percentile_metric", "A gauge of values at a percentile of a histogram beside it.", {
    "adds a gauge": over(
      [...histograms, ...exponentials],
      "extract_percentile_metric(50.0)",
      "extract_percentile_metric(99.0)",
    ),
    "knows the ends": over(
      [
        "a cumulative histogram",
        "a cumulative exponential histogram",
        "an exponential histogram of fine and coarse buckets",
      ],
      "extract_percentile_metric(0.1)",
      "extract_percentile_metric(99.99)",
      "extract_percentile_metric(1.0e-7)",
      "extract_percentile_metric(33.333333333333336)",
    ),
    "leaves other metrics alone": over(kinds, "extract_percentile_metric(90.0)"),
    "takes a suffix": over(
      ["a cumulative histogram"],
      'extract_percentile_metric(95.0, "_x")',
      'extract_percentile_metric(95.0, suffix="")',
      'extract_percentile_metric(suffix=".é", percentile=95.5)',
    ),
    "is refused": texts(
      "extract_percentile_metric()",
      "extract_percentile_metric(50)",
      "extract_percentile_metric(0.0)",
      "extract_percentile_metric(100.0)",
      'extract_percentile_metric("50")',
      "extract_percentile_metric(50.0, 1)",
      'extract_percentile_metric(50.0, "a", "b")',
      "extract_percentile_metric(percent=50.0)",
    ),
  }),
  functionGroup(
    "merge_histogram_buckets",
    "Buckets of a histogram become fewer.",
    {
      "removes a bound": over(
        [
          "a cumulative histogram",
          "a histogram of many buckets",
          "a histogram with bounds that are no numbers",
        ],
        "merge_histogram_buckets(1.0)",
        "merge_histogram_buckets(0.5)",
        "merge_histogram_buckets(5)",
        'merge_histogram_buckets("2.5")',
        "merge_histogram_buckets(1.0000000000001)",
        "merge_histogram_buckets(1.00000001)",
        'merge_histogram_buckets(attributes["le"])',
      ),
      "limits the number of buckets": over(
        ["a cumulative histogram", "a histogram of many buckets"],
        'merge_histogram_buckets(1, "limit_buckets")',
        'merge_histogram_buckets(2, method="limit_buckets")',
        'merge_histogram_buckets(3.0, "limit_buckets")',
        'merge_histogram_buckets("4", "limit_buckets")',
        'merge_histogram_buckets(9, "limit_buckets")',
        'merge_histogram_buckets(attributes["le"], "limit_buckets")',
        'merge_histogram_buckets(9.3e18, "limit_buckets")',
      ),
      "leaves what is no good histogram alone": over(
        [...kinds, "a histogram with more buckets than the first has", "a histogram of one bucket"],
        'merge_histogram_buckets(attributes["pod"])',
        'merge_histogram_buckets(1, "limit_buckets")',
      ),
      "lacks an argument": over(
        ["a cumulative histogram"],
        'merge_histogram_buckets(method="limit_buckets")',
      ),
      "is refused": texts(
        "merge_histogram_buckets()",
        "merge_histogram_buckets(nil)",
        'merge_histogram_buckets("x")',
        "merge_histogram_buckets([1.0])",
        'merge_histogram_buckets(1.0, "merge")',
        'merge_histogram_buckets(0, "limit_buckets")',
        'merge_histogram_buckets(1.5, "limit_buckets")',
        'merge_histogram_buckets(1.0, "limit_buckets", 2)',
        "merge_histogram_buckets(bound=1.0)",
      ),
    },
    { context: "datapoint" },
  ),
  functionGroup(
    "aggregate_on_attributes",
    "Data points become one that are the same but for attributes.",
    {
      "removes all attributes or none": over(
        aggregated,
        ...aggregations.map((one) => `aggregate_on_attributes("${one}", [])`),
        'aggregate_on_attributes("sum")',
      ),
      "keeps some attributes": over(
        ["a gauge of ints", "a gauge with attributes in any order", "a gauge with attributes of all kinds"],
        'aggregate_on_attributes("sum", ["zone"])',
        'aggregate_on_attributes("max", attributes=["pod", "pod"])',
        'aggregate_on_attributes("mean", ["missing", "zone"])',
        'aggregate_on_attributes(attributes=["pod"], aggregation_function="median")',
      ),
      "refuses summaries": over([...summaries, "a metric without data"], 'aggregate_on_attributes("sum")'),
      "adds two ints in the middle that wrap around": wrapping.map((ints) => ({
        text: 'aggregate_on_attributes("median")',
        name: `the median of ${ints.join(", ")}`,
        payload: payloadOfMetric({
          name: "latency",
          gauge: { dataPoints: ints.map((asInt) => ({ asInt })) },
        }),
      })),
      "is refused": texts(
        "aggregate_on_attributes()",
        'aggregate_on_attributes("avg")',
        'aggregate_on_attributes("Sum")',
        'aggregate_on_attributes("")',
        "aggregate_on_attributes(name)",
        'aggregate_on_attributes("sum", "pod")',
        'aggregate_on_attributes("sum", [1])',
        'aggregate_on_attributes("sum", [name])',
        'aggregate_on_attributes("sum", ["pod"], 1)',
        'aggregate_on_attributes("sum", keys=["pod"])',
      ),
    },
    { anyOrder: true },
  ),
  functionGroup(
    "aggregate_on_attribute_value",
    "Values of an attribute become one, and then data points.",
    {
      "replaces values": over(
        [...aggregated, ...summaries, "a metric without data"],
        'aggregate_on_attribute_value("sum", "pod", ["a", "b"], "ab")',
      ),
      "takes what is no text for the empty one": over(
        ["a gauge with attributes of all kinds", "a gauge with attributes that are no numbers"],
        'aggregate_on_attribute_value("sum", "pod", [""], "other")',
        'aggregate_on_attribute_value("max", "pod", ["1", "AQI="], "")',
      ),
      "aggregates in every way": over(
        ["a gauge of ints", "a gauge of ints, doubles and nothing", "a cumulative histogram"],
        ...aggregations.map((one) => `aggregate_on_attribute_value("${one}", "pod", ["b", "c"], "a")`),
      ),
      "takes its arguments by name": over(
        ["a gauge of ints"],
        'aggregate_on_attribute_value("sum", "pod", [], "x")',
        'aggregate_on_attribute_value(aggregation_function="sum", attribute="zone", values=["y"], new_value="x")',
        'aggregate_on_attribute_value("sum", "missing", ["a"], "x")',
        'aggregate_on_attribute_value("sum", "pod", ["a", "b", "c"], "b") where unit == "ms"',
      ),
      "is refused": texts(
        "aggregate_on_attribute_value()",
        'aggregate_on_attribute_value("avg", "pod", ["a"], "b")',
        'aggregate_on_attribute_value("sum", pod, ["a"], "b")',
        'aggregate_on_attribute_value("sum", "pod", "a", "b")',
        'aggregate_on_attribute_value("sum", "pod", ["a"], 1)',
        'aggregate_on_attribute_value("sum", "pod", [1], "b")',
        'aggregate_on_attribute_value("sum", "pod", ["a"])',
        'aggregate_on_attribute_value("sum", "pod", ["a"], "b", "c")',
      ),
    },
    { anyOrder: true },
  ),
  functionGroup(
    "convert_exponential_histogram_to_histogram",
    "An exponential histogram becomes one with given bounds.",
    {
      "spreads values": over(
        exponentials,
        ...["upper", "midpoint", "uniform"].map(
          (one) => `convert_exponential_histogram_to_histogram("${one}", [0.0, 0.5, 1.0, 2.0, 4.0, 16.0])`,
        ),
      ),
      "takes any bounds": over(
        ["a cumulative exponential histogram", "an exponential histogram of fine and coarse buckets"],
        ...["[1.0]", "[0.0]", "[4.0, 1.0, 2.0]", "[1.0, 1.0]", "[1.0e-300, 1.0e300]"].flatMap((bounds) => [
          `convert_exponential_histogram_to_histogram("upper", ${bounds})`,
          `convert_exponential_histogram_to_histogram("midpoint", ${bounds})`,
          `convert_exponential_histogram_to_histogram("uniform", ${bounds})`,
        ]),
        'convert_exponential_histogram_to_histogram("random", [1.0e300])',
        'convert_exponential_histogram_to_histogram("", [1.0e300])',
      ),
      "leaves other metrics alone": over(kinds, 'convert_exponential_histogram_to_histogram("upper", [1.0])'),
      "takes its arguments by name": over(
        ["a cumulative exponential histogram"],
        'convert_exponential_histogram_to_histogram(explicit_bounds=[1.0, 2.0], distribution_fn="upper")',
      ),
      "is refused": texts(
        "convert_exponential_histogram_to_histogram()",
        'convert_exponential_histogram_to_histogram("upper")',
        'convert_exponential_histogram_to_histogram("upper", [])',
        'convert_exponential_histogram_to_histogram("upper", [1])',
        'convert_exponential_histogram_to_histogram("upper", 1.0)',
        'convert_exponential_histogram_to_histogram("lower", [1.0])',
        "convert_exponential_histogram_to_histogram(name, [1.0])",
        'convert_exponential_histogram_to_histogram("upper", [1.0], 2.0)',
      ),
    },
  ),
  group(
    "versions/0.118.0-metric-functions",
    "What functions of the transform processor of contrib 0.118.0 make of metrics.",
    {
      kind: "statement",
      functions: "transform",
      compatibility: "0.118.0",
      context: "metric",
      anyOrder: true,
    },
    {
      "converts, copies and scales": withoutThresholds(
        over(
          kinds,
          "convert_sum_to_gauge()",
          'convert_gauge_to_sum("delta", true)',
          'copy_metric(name="copy") where name == "latency"',
          "scale_metric(-2.5)",
          'scale_metric(+0.5, "s")',
          'extract_sum_metric(true) where name == "latency"',
          'extract_count_metric(false) where name == "latency"',
        ),
      ),
      aggregates: withoutThresholds(
        over(
          aggregated.filter((name) => !/exemplars|cumulative|delta h|empty/.test(name)),
          'aggregate_on_attributes("sum")',
          'aggregate_on_attribute_value("mean", "pod", ["a", "b"], "ab")',
        ),
      ),
      "converts exponential histograms": withoutThresholds(
        over(
          exponentials.filter((name) => !/cumulative/.test(name)),
          'convert_exponential_histogram_to_histogram("upper", [0.0, 1.0, 4.0])',
          'convert_exponential_histogram_to_histogram("uniform", [-1.0, 1.0, 4.0])',
        ),
      ),
      "has a function or an argument, or has it not": [
        ...over(
          ["a cumulative histogram"],
          "extract_percentile_metric(50.0)",
          'extract_sum_metric(true, ".x")',
          'extract_count_metric(true, suffix=".x")',
        ),
        ...over(["a summary"], "convert_summary_quantile_val_to_gauge()", "extract_avg_metric()"),
        ...over(["a cumulative histogram"], "merge_histogram_buckets(1.0)").map(
          (one): CaseSource => ({ ...one, context: "datapoint" }),
        ),
        ...over(
          ["a summary"],
          'convert_summary_count_val_to_sum("delta", true)',
          'convert_summary_sum_val_to_sum("cumulative", false)',
          'convert_summary_sum_val_to_sum("cumulative", false, ".x")',
        ).map((one): CaseSource => ({ ...one, context: "datapoint" })),
      ],
    },
  ),
];
