import { type CaseSource, type Group, group } from "./group.ts";
import type { Payload } from "./payload.ts";

const metricOf = (metric: object): Payload => ({
  resourceMetrics: [{ scopeMetrics: [{ metrics: [metric] }] }],
});
const pointOf = (point: object): Payload => metricOf({ gauge: { dataPoints: [point] } });
const attributesOf = (...attributes: object[]): Payload => pointOf({ attributes });
const each = (payload: Payload, ...texts: string[]): CaseSource[] => texts.map((text) => ({ text, payload }));
const comparisons = [
  'attributes["s"] == "a"',
  'attributes["s"] != "a"',
  'attributes["s"] == 1',
  'attributes["s"] >= 1',
  'attributes["s"] == 2.0',
  'attributes["s"] == nil',
  'IsMatch(attributes["s"], "a")',
  'HasPrefix(attributes["s"], "a")',
];

/** Records that OTLP JSON allows and nobody writes. */
export const records: readonly Group[] = [
  group(
    "traps/records",
    "Spellings of records that OTLP JSON allows and nobody writes.",
    {},
    {
      "a missing key of an attribute is the empty one": [
        ...each(
          attributesOf({ value: { stringValue: "x" } }),
          'attributes[""] == "x"',
          'IsMatch(attributes[""], "x")',
          'attributes[""] != nil',
        ),
        ...each(
          attributesOf({ key: "a" }, { value: { intValue: "1" } }),
          'attributes[""] == 1',
          'attributes["a"] == nil',
          'attributes["b"] == 1',
        ),
        ...each(
          attributesOf({ key: "", value: { stringValue: "first" } }, { value: { stringValue: "second" } }),
          'attributes[""] == "first"',
        ),
      ],
      "of two values of an attribute the last one counts": [
        ...each(attributesOf({ key: "s", value: { stringValue: "a", intValue: "1" } }), ...comparisons),
        ...each(attributesOf({ key: "s", value: { intValue: "1", stringValue: "a" } }), ...comparisons),
        ...each(attributesOf({ key: "s", value: { intValue: "1", doubleValue: 2 } }), ...comparisons),
        ...each(attributesOf({ key: "s", value: { stringValue: "a", arrayValue: {} } }), ...comparisons),
      ],
      "an attribute that comes twice is read where it comes first": each(
        attributesOf({ key: "s", value: { stringValue: "a" } }, { key: "s", value: { intValue: "1" } }),
        ...comparisons,
      ),
      "integers are read as Go reads them": ["1", "01", "+1", "-0", 1].flatMap((intValue) =>
        each(
          attributesOf({ key: "s", value: { intValue } }),
          'attributes["s"] == 1',
          'attributes["s"] > 0.5',
          'attributes["s"] == 1.0',
        ),
      ),
      "of two kinds of data of a metric the last one counts": [
        ...each(
          metricOf({ gauge: { dataPoints: [{ asInt: "1" }] }, sum: { dataPoints: [{ asInt: "2" }, {}] } }),
          "value_int == 2",
          "metric.type == METRIC_DATA_TYPE_SUM",
        ),
        ...each(
          metricOf({ sum: { dataPoints: [{ asInt: "2" }, {}] }, gauge: { dataPoints: [{ asInt: "1" }] } }),
          "value_int == 1",
          "metric.type == METRIC_DATA_TYPE_SUM",
        ),
      ],
      "of two values of a point the last one counts": [
        ...each(
          pointOf({ asInt: "5", asDouble: 1 }),
          "value_int == 5",
          "value_double == 1.0",
          "value_int == 0",
        ),
        ...each(
          pointOf({ asDouble: 1, asInt: "5" }),
          "value_int == 5",
          "value_double == 1.0",
          "value_double == 0",
        ),
      ],
    },
  ),
];
