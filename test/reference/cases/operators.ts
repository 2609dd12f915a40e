import { type CaseSource, type Group, group, type Sections } from "./group.ts";

const operators = ["==", "!=", "<", "<=", ">", ">="];

/** A literal of each type; `enum` reads as an int. */
const literals = {
  nil: "nil",
  bool: "true",
  int: "1",
  double: "1.0",
  string: '"a"',
  bytes: "0x01",
  list: "[1]",
  map: '{"a": 1}',
  enum: "METRIC_DATA_TYPE_GAUGE",
};

/** The attributes of the data set `types`; there is none called `missing`. */
const attributes = ["missing", "nil", "bool", "int", "double", "string", "bytes", "list", "map"];

function perOperator(texts: (operator: string) => readonly (string | CaseSource)[]): Sections {
  return Object.fromEntries(
    operators.map((operator) => [`compares each pair of types by ${operator}`, texts(operator)]),
  );
}

const literalPairs = perOperator((operator) =>
  Object.values(literals).flatMap((left) =>
    Object.values(literals).map((right) => `${left} ${operator} ${right}`),
  ),
);

const attributePairs = perOperator((operator) =>
  attributes.flatMap((left) =>
    attributes.map((right) => `attributes["${left}"] ${operator} resource.attributes["${right}"]`),
  ),
);

const mixedPairs = perOperator((operator) =>
  Object.entries(literals).flatMap(([type, literal]) =>
    attributes.map((attribute, index) => {
      const path = `attributes["${attribute}"]`;
      // the literal changes sides from pair to pair, so that both sides see every type
      const flip = (index + Object.keys(literals).indexOf(type)) % 2 === 0;
      return flip ? `${literal} ${operator} ${path}` : `${path} ${operator} ${literal}`;
    }),
  ),
);

/** Values that have no literal: times, durations, lists of telemetry, typed lists. */
const others = [
  "time",
  "start_time",
  "(time - start_time)",
  "exemplars",
  "metric.data_points",
  "bucket_counts",
  "explicit_bounds",
  "quantile_values",
  "positive.bucket_counts",
  "attributes",
  'Split("a", ",")',
];

const otherPairs = perOperator((operator) => [
  ...others.map((path) => `${path} ${operator} ${path}`),
  ...others.flatMap((path) => [
    `${path} ${operator} nil`,
    `${path} ${operator} 1`,
    `"a" ${operator} ${path}`,
  ]),
  `time ${operator} start_time`,
  `start_time ${operator} time`,
  `(time - start_time) ${operator} (start_time - time)`,
  `time ${operator} time_unix_nano`,
  `bucket_counts ${operator} [1, 2, 3]`,
  `explicit_bounds ${operator} [1.0, 5.5]`,
  `exemplars ${operator} metric.data_points`,
  `attributes ${operator} {"host": "a", "core": 0}`,
]);

const edges: Sections = {
  "compares an int with a float as floats": [
    "9007199254740993 == 9007199254740992.0",
    "9007199254740993 > 9007199254740992.0",
    "9007199254740992 == 9007199254740993",
    "9223372036854775807 == 9223372036854775807.0",
    "9223372036854775807 < 9223372036854775808.0",
    "0 == -0.0",
    "0.0 == -0.0",
    "-0.0 < 0.0",
    "1 < 1.5",
    "-1 > -1.5",
    "1 == 1.0",
    "1.0 == 1",
    "0.1 + 0.2 == 0.3",
  ],
  "compares NaN with nothing": operators.flatMap((operator) => [
    `Double(Concat(["NaN"], "")) ${operator} Double(Concat(["NaN"], ""))`,
    `Double(Concat(["NaN"], "")) ${operator} 1`,
    `1.5 ${operator} Double(Concat(["NaN"], ""))`,
    { text: `attributes["v"] ${operator} attributes["v"]`, data: "values" },
    { text: `attributes["v"] ${operator} 1`, data: "values" },
    { text: `attributes["v"] ${operator} 1.5`, data: "values" },
    { text: `attributes["v"] ${operator} "text"`, data: "values" },
    { text: `attributes["v"] ${operator} nil`, data: "values" },
    { text: `attributes["v"] ${operator} true`, data: "values" },
  ]),
  "orders text by bytes": [
    '"a" < "b"',
    '"a" < "B"',
    '"" < "a"',
    '"a" < "ab"',
    '"ab" < "b"',
    '"é" > "z"',
    '"\uffff" < "😀"',
    '"\ue000" < "\u{10000}"',
    '"e\u0301" == "é"',
    '"10" < "9"',
    '"a" <= "a"',
    '"a\\n" > "a"',
    '"a\\u0000" > "a"',
    { text: 'attributes["s"] < "b"', data: "strings" },
    { text: 'attributes["s"] >= "é"', data: "strings" },
    { text: 'attributes["s"] > attributes["missing"]', data: "strings" },
  ],
  "orders false before true": [
    "false < true",
    "true < false",
    "true <= true",
    "false >= false",
    "true > false",
    "false == false",
  ],
  "orders bytes": [
    "0x01 < 0x02",
    "0x01 < 0x0100",
    "0xff > 0x00ff",
    "0x == 0x",
    "0x < 0x00",
    "0x == nil",
    "0x00 == nil",
    '0x61 == "a"',
    "0xAB == 0xab",
    { text: 'attributes["bytes"] < 0x0102', data: "types" },
    { text: 'attributes["bytes"] == nil', data: "types" },
  ],
  "compares lists strictly inside and never orders them": [
    "[] == []",
    "[1, 2] == [1, 2]",
    "[1, 2] == [2, 1]",
    "[1, 2] == [1.0, 2.0]",
    "[1, 2] != [1, 3]",
    "[1] == [1, 2]",
    "[nil] == [nil]",
    "[nil] == []",
    '["a"] == ["a"]',
    "[[1]] == [[1]]",
    '[{"a": 1}] == [{"a": 1}]',
    "[true] == [true]",
    "[0x01] == [0x01]",
    "[1 + 1] == [2]",
    '[attributes["a"]] == [1]',
    'attributes["list"] == [1, 2, 3]',
    '[1, 2, 3] == attributes["list"]',
    'attributes["list"] == attributes["list"]',
    'attributes["list"] != [1, 2, 3]',
    'attributes["list"] < [9]',
    "[1] < [2]",
    "[2] >= [1]",
    "[1] >= [1]",
    "[] == nil",
    "[METRIC_DATA_TYPE_SUM] == [2]",
    "[1, [2, [3]]] == [1, [2, [3]]]",
    { text: 'attributes["list"] == [1, 2, 3]', data: "lists" },
    { text: 'attributes["list"] == [attributes["item"]]', data: "lists" },
    { text: 'attributes["list"] == attributes["list"]', data: "lists" },
    { text: 'attributes["list"] == [1.0, 2.5]', data: "lists" },
    { text: 'attributes["list"] == []', data: "lists" },
  ],
  "compares maps without order, strictly inside, and never orders them": [
    "{} == {}",
    '{"a": 1, "b": 2} == {"b": 2, "a": 1}',
    '{"a": 1} == {"a": 1.0}',
    '{"a": 1} == {"a": 1, "b": 2}',
    '{"a": nil} == {}',
    '{"a": nil} == {"b": nil}',
    '{"a": {"b": [1]}} == {"a": {"b": [1]}}',
    '{"a": 1, "a": 2} == {"a": 2}',
    'attributes["map"] == {"k": "v", "n": {"m": 1}}',
    'attributes["map"] == {"n": {"m": 1}, "k": "v"}',
    '{"n": {"m": 1}} != attributes["map"]',
    'attributes["map"]["n"] == {"m": 1}',
    'attributes["map"] == attributes["map"]',
    '{"a": 1} < {"a": 2}',
    '{"a": 1} >= {"a": 1}',
    "{} == nil",
    '{"a": attributes["a"]} == {"a": 1}',
    "attributes == {}",
    { text: 'attributes["map"] == attributes["map"]', data: "lists" },
    { text: 'attributes["map"] == {"a": 1}', data: "lists" },
    { text: "attributes == attributes", data: "hostile" },
    { text: 'attributes["v"] == attributes["v"]', data: "hostile" },
    { text: "resource.attributes == attributes", data: "types" },
  ],
  "compares enums as ints": [
    "METRIC_DATA_TYPE_SUM == 2",
    "METRIC_DATA_TYPE_SUM == 2.0",
    'METRIC_DATA_TYPE_SUM == "METRIC_DATA_TYPE_SUM"',
    "METRIC_DATA_TYPE_NONE < METRIC_DATA_TYPE_GAUGE",
    "AGGREGATION_TEMPORALITY_DELTA == 1",
    "FLAG_NO_RECORDED_VALUE == 1",
    { text: "metric.type == METRIC_DATA_TYPE_SUM", data: "shapes" },
    { text: "metric.type != 1", data: "shapes" },
    { text: "flags == FLAG_NO_RECORDED_VALUE", data: "shapes" },
    { text: 'metric.type == "Gauge"', data: "shapes" },
  ],
};

/** Each operator with each pair of types. */
export const operatorGroups: readonly Group[] = [
  group("operators/literals", "Each operator between literals of each pair of types.", {}, literalPairs),
  group(
    "operators/attributes",
    "Each operator between attributes of each pair of types.",
    { data: "types" },
    attributePairs,
  ),
  group(
    "operators/mixed",
    "Each operator between a literal and an attribute.",
    { data: "types" },
    mixedPairs,
  ),
  group(
    "operators/others",
    "Each operator with values that have no literal.",
    { data: "shapes" },
    otherPairs,
  ),
  group("operators/edges", "Where values of a type are hard to compare.", {}, edges),
];
