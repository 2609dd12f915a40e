import { type CaseSource, type Group, group } from "./group.ts";

const inMetric = { context: "metric", kind: "condition" } as const;
const each = (texts: readonly string[], ...data: readonly string[]): CaseSource[] =>
  texts.flatMap((text) => data.map((name) => ({ text, data: name })));

const badKeys = [
  "nil",
  "1",
  "1.5",
  "true",
  "[]",
  '["host"]',
  "0x00",
  "name",
  'metadata["origin"]',
  'Concat(["host"], "")',
  "{}",
  "METRIC_DATA_TYPE_SUM",
];

/** The functions that the filter processor adds to its metric conditions. */
export const datapointAttributes: readonly Group[] = [
  group(
    "functions/HasAttrKeyOnDatapoint",
    "Whether a data point of the metric has an attribute; only the filter processor's metric conditions have it.",
    inMetric,
    {
      "looks at every data point": each(
        ["host", "core", "ok", "route", "missing", "", "HOST", "hos"].map(
          (key) => `HasAttrKeyOnDatapoint("${key}")`,
        ),
        "shapes",
        "sparse",
      ),
      "finds keys of any spelling": each(
        [
          "__proto__",
          "constructor",
          "toString",
          "v",
          "w",
          "",
          "ключ",
          String.raw`key with \"quotes\" and \\`,
          "polluted",
        ].map((key) => `HasAttrKeyOnDatapoint("${key}")`),
        "hostile",
      ),
      "finds a key whatever its value": each(
        ["v", "list", "map", "s"].map((key) => `HasAttrKeyOnDatapoint("${key}")`),
        "values",
        "lists",
        "strings",
      ),
      "takes nothing but a literal string": badKeys.map((key) => `HasAttrKeyOnDatapoint(${key})`),
      "needs exactly one argument": ["HasAttrKeyOnDatapoint()", 'HasAttrKeyOnDatapoint("a", "b")'],
      "takes its argument by name": [
        'HasAttrKeyOnDatapoint(key = "host")',
        'HasAttrKeyOnDatapoint(name = "host")',
      ].map((text) => ({ text, data: "shapes" })),
      "joins with other conditions": each(
        [
          'not HasAttrKeyOnDatapoint("host")',
          'HasAttrKeyOnDatapoint("host") and name == "sum.delta"',
          'HasAttrKeyOnDatapoint("host") or type == METRIC_DATA_TYPE_SUMMARY',
          'HasAttrKeyOnDatapoint("host") == true',
          'HasAttrKeyOnDatapoint("host") == HasAttrKeyOnDatapoint("core")',
          'true or HasAttrKeyOnDatapoint("host")',
          'false and HasAttrKeyOnDatapoint("host")',
        ],
        "shapes",
        "sparse",
      ),
      "exists in no other context and no other set of functions": [
        { text: 'HasAttrKeyOnDatapoint("a")', context: "datapoint" },
        { text: 'HasAttrKeyOnDatapoint("a")', context: "resource" },
        { text: 'HasAttrKeyOnDatapoint("a")', context: "scope" },
        { text: 'HasAttrKeyOnDatapoint("a")', functions: "standard" },
        { text: 'HasAttrKeyOnDatapoint("a")', functions: "all" },
        { text: 'HasAttrKeyOnDatapoint("a")', kind: "value", functions: "filter" },
        { text: 'HasAttrKeyOnDatapoint("a")', pathContextNames: true },
      ],
    },
  ),
  group(
    "functions/HasAttrOnDatapoint",
    "Whether a data point of the metric has an attribute of a value; only the filter processor's metric conditions have it.",
    inMetric,
    {
      "looks at every data point": each(
        [
          '"host", "a"',
          '"host", "b"',
          '"host", "A"',
          '"host", ""',
          '"core", "0"',
          '"ok", "true"',
          '"route", "/"',
          '"missing", ""',
          '"missing", "a"',
        ].map((args) => `HasAttrOnDatapoint(${args})`),
        "shapes",
        "sparse",
      ),
      "compares the text of the attribute": each(
        [
          '"v", "text"',
          '"v", "42"',
          '"v", "1.5"',
          '"v", "true"',
          '"v", ""',
          '"v", "[]"',
          '"v", "{}"',
          '"v", "-2.75"',
          '"v", "NaN"',
        ].map((args) => `HasAttrOnDatapoint(${args})`),
        "values",
        "hostile",
      ),
      "finds keys of any spelling": each(
        [
          '"__proto__", "polluted"',
          '"toString", "true"',
          '"v", "first"',
          '"v", "second"',
          '"", "nameless"',
          '"ключ", "значение"',
        ].map((args) => `HasAttrOnDatapoint(${args})`),
        "hostile",
      ),
      "takes nothing but literal strings": badKeys.flatMap((key) => [
        `HasAttrOnDatapoint(${key}, "a")`,
        `HasAttrOnDatapoint("host", ${key})`,
      ]),
      "needs exactly two arguments": [
        "HasAttrOnDatapoint()",
        'HasAttrOnDatapoint("a")',
        'HasAttrOnDatapoint("a", "b", "c")',
      ],
      "takes its arguments by name": [
        'HasAttrOnDatapoint(key = "host", expected_val = "a")',
        'HasAttrOnDatapoint(expected_val = "a", key = "host")',
        'HasAttrOnDatapoint("host", expected_val = "a")',
        'HasAttrOnDatapoint("host", expected = "a")',
        'HasAttrOnDatapoint(key = "host", value = "a")',
      ].map((text) => ({ text, data: "shapes" })),
      "joins with other conditions": each(
        [
          'not HasAttrOnDatapoint("host", "a")',
          'HasAttrOnDatapoint("host", "a") and HasAttrOnDatapoint("host", "b")',
          'HasAttrOnDatapoint("host", "b") or HasAttrOnDatapoint("route", "/")',
          'HasAttrOnDatapoint("host", "a") == false',
          'true or HasAttrOnDatapoint("host", "a")',
          'false and HasAttrOnDatapoint("host", "a")',
        ],
        "shapes",
        "sparse",
      ),
      "exists in no other context and no other set of functions": [
        { text: 'HasAttrOnDatapoint("a", "1")', context: "datapoint" },
        { text: 'HasAttrOnDatapoint("a", "1")', context: "resource" },
        { text: 'HasAttrOnDatapoint("a", "1")', functions: "standard" },
        { text: 'HasAttrOnDatapoint("a", "1")', functions: "all" },
        { text: 'HasAttrOnDatapoint("a", "1")', pathContextNames: true },
      ],
    },
  ),
];
