import { type CaseSource, type Group, group, type Sections } from "./group.ts";
import { targets } from "./targets.ts";

const gates = ["ottl.functions.enableLambda"];
const value = { kind: "value", gates } as const;

/** What may be wrong with a lambda, by the texts of its call with `?` in its place. */
function lambdaSections(call: string, arity: number): Sections {
  const names = ["a", "b", "c", "d"];
  const params = names.slice(0, arity).join(", ");
  const withLambda = (lambda: string) => call.replace("?", () => lambda);
  return {
    "demands a lambda with the right number of parameters": [
      ...names.map((_, i) => withLambda(`(${names.slice(0, i).join(", ")}) => true`)),
      withLambda("(_, _, _, _) => true"),
      withLambda("true"),
      withLambda("nil"),
      withLambda("Len"),
      withLambda('attributes["a"]'),
      withLambda(`(${params}) => (x) => true`),
    ],
    "answers what its body says": [
      "true",
      "false",
      "nil",
      '"x"',
      "1",
      "1.5",
      "1 == 1",
      "not (1 == 1)",
      "(1 == 1)",
      'IsString("x")',
      'Len("x")',
      '(Len("x"))',
      "[1, 2]",
      '{"k": 1}',
      'Split("a,b", ",")',
      'attributes["missing"]',
      "time",
      'Int("x" + 1)',
      "METRIC_DATA_TYPE_SUM",
      "1 == 1 or 1 / 0 == 1",
    ].map((body) => withLambda(`(${params}) => ${body}`)),
    "takes blank parameters":
      arity === 0 ? [] : [withLambda(`(${names.slice(0, arity).fill("_").join(", ")}) => true`)],
    "needs the gate": [{ text: withLambda(`(${params}) => true`), gates: [] }],
  };
}

/** Functions of two parameters: the key or index, and the item. */
function overItems(name: string, sections: Sections): Group {
  const call = (source: string, lambda: string) => `${name}(${source}, ${lambda})`;
  return group(`functions/${name}`, about[name] ?? "", value, {
    "takes or refuses a source of each kind": targets.map((target) => call(target, "(k, v) => true")),
    ...sections,
    ...lambdaSections(`${name}([1, "x"], ?)`, 2),
    "answers for each value of telemetry": [
      { text: call('attributes["v"]', "(k, v) => IsString(v)"), data: "values" },
      { text: call('attributes["list"]', "(i, v) => v != nil"), data: "lists" },
      { text: call('attributes["map"]', '(k, v) => k != "a"'), data: "lists" },
      { text: call("attributes", "(k, v) => v == nil"), data: "hostile" },
      { text: call("attributes", "(k, v) => IsString(v)"), data: "values" },
      { text: call("bucket_counts", "(i, v) => v > 1"), data: "shapes" },
      { text: call("explicit_bounds", "(i, v) => v > 1"), data: "shapes" },
    ],
    "needs its arguments": [`${name}()`, `${name}([1])`, `${name}([1], (k, v) => true, (k, v) => true, 1)`],
  });
}

const about: Readonly<Record<string, string>> = {
  All: "Whether a predicate holds for all items.",
  Any: "Whether a predicate holds for an item.",
  Filter: "The items for which a predicate holds.",
  Find: "The first item for which a predicate holds.",
  MapEach: "What a lambda makes of each item.",
  MapKeys: "What a lambda makes of each key.",
};

const sources = [
  "[]",
  "{}",
  "[1, 2, 3]",
  '{"a": 1, "b": 2}',
  '["x", nil, 2.5]',
  "[[1], [2, 3]]",
  'Split("a,b,c", ",")',
];
const predicates = [
  "(i, v) => v == 2",
  "(i, v) => v != nil",
  '(k, v) => k == "b" or k == 1',
  "(i, v) => IsInt(v)",
  "(_, v) => v >= 2",
];
const each = (name: string, lambdas: readonly string[]): readonly (string | CaseSource)[] =>
  sources.flatMap((source) => lambdas.map((lambda) => `${name}(${source}, ${lambda})`));

/** The functions that take lambdas. */
export const lambdas: readonly Group[] = [
  overItems("All", { "asks every item": each("All", predicates) }),
  overItems("Any", { "asks every item": each("Any", predicates) }),
  overItems("Filter", {
    "keeps items": each("Filter", predicates),
    "gives a list or map of data": [
      "Filter([1, 2], (i, v) => v > 1) == [2]",
      'Filter({"a": 1}, (k, v) => true) == {"a": 1}',
      "Filter([[1]], (i, v) => true)[0][0]",
      'Filter({"a": {"b": 1}}, (k, v) => true)["a"]["b"]',
    ],
  }),
  overItems("Find", {
    "finds the first item": each("Find", predicates),
    "maps what it finds": [
      ...each("Find", ["(i, v) => v == 2, (i, v) => [i, v]"]),
      "Find([1, 2], (i, v) => v == 2, mapper=(i, v) => i)",
      "Find([1, 2], (i, v) => v == 2, mapper=(v) => v)",
      "Find([1, 2], (i, v) => v == 9, mapper=(i, v) => 1 / 0)",
      'Find([1, 2], (i, v) => v == 2, (_, _) => Split("a,b", ","))',
      'Find([1, 2], (i, v) => v == 2, (_, _) => Split("a,b", ",")) == ["a", "b"]',
      "Find([1, 2], (i, v) => v == 2, (_, _) => time)",
      "Find([1, 2], (i, v) => v == 2, 1)",
    ],
  }),
  overItems("MapEach", {
    "maps every item": each("MapEach", [
      "(i, v) => v",
      "(k, v) => k",
      "(k, v) => [k, v]",
      '(k, v) => {"k": k, "v": v}',
    ]),
    "refuses what data cannot hold": [
      "MapEach([1], (i, v) => time)",
      'MapEach([1], (i, v) => Duration("1s"))',
      "MapEach([1], (i, v) => bucket_counts)",
      "MapEach([1], (i, v) => [attributes])",
      "MapEach([1], (i, v) => attributes)",
      "MapEach([1], (i, v) => 0x0102)",
    ],
    nests: [
      "MapEach([1], (i, v) => MapEach([5], (j, w) => v + w + i))",
      "MapEach([[1], [2, 3]], (i, v) => MapEach(v, (i, v) => v * 10))",
      "MapEach([1, 2], (i, v) => Len(Filter([1, 2, 3], (_, w) => w > v)))",
      'MapEach([{"a": [1, 2]}, {"a": []}], (i, v) => Len(v["a"]))',
    ],
    "indexes parameters": [
      "MapEach([[1], [2]], (i, v) => v[0])",
      'MapEach(attributes, (k, v) => v["x"])',
      "MapEach([[1], [2]], (i, v) => v[i])",
      "MapEach([1], (i, v) => v[0])",
      "MapEach([1], (i, v) => v.x)",
      "MapEach([1], (attributes, v) => attributes)",
      'MapEach([1], (attributes, v) => attributes["a"])',
      "MapEach([1], (metric, v) => metric.name)",
      'MapEach([1], (i, v) => attributes["a"])',
      "MapEach([1], (i, i) => 1)",
      "MapEach([1], (_, _) => _)",
      "MapEach([1], (i, v) => w)",
      "MapEach([1], (i, v) => MapEach([2], (j, w) => [i, v, j, w]))",
    ],
  }),
  overItems("MapKeys", {
    "maps every key": each("MapKeys", [
      '(k, v) => "x"',
      "(k, v) => k",
      '(k, v) => Concat([k, v], "-")',
      "(k, v) => v",
    ]),
  }),
  group("functions/Reduce", "What a lambda makes of all items.", value, {
    "takes or refuses a source of each kind": targets.map((target) => `Reduce(${target}, 0, (a, k, v) => a)`),
    "adds up": sources.flatMap((source) =>
      [
        "(a, k, v) => v",
        "(a, k, v) => [a, k]",
        '(a, _, v) => Concat([a, v], ",")',
        "(a, _, v) => a + v",
      ].flatMap((lambda) => ["0", '"s"', "nil"].map((seed) => `Reduce(${source}, ${seed}, ${lambda})`)),
    ),
    "keeps a seed as it is": [
      'Reduce([], Split("a,b", ","), (a, k, v) => a)',
      'Reduce([1], Split("a,b", ","), (a, k, v) => a)',
      "Reduce([], time, (a, k, v) => a)",
      "Reduce([1], bucket_counts, (a, k, v) => a)",
      "Reduce([1], 1 / 0, (a, k, v) => 1)",
    ],
    ...lambdaSections("Reduce([1, 2], 0, ?)", 3),
    "needs its arguments": ["Reduce()", "Reduce([1])", "Reduce([1], 0)", "Reduce([1], 0, (a, k, v) => a, 1)"],
  }),
  group("functions/When", "One of two values.", value, {
    "evaluates one of the values": [
      "When(() => true, 1, 2)",
      "When(() => false, 1, 2)",
      "When(() => true, 1, 1 / 0)",
      "When(() => false, 1 / 0, 2)",
      "When(() => false, 1, 1 / 0)",
      "When(() => true, nil, 2)",
      "When(() => false, 1, nil)",
      'When(() => attributes["a"] == nil, "none", attributes["a"])',
      'When(() => attributes["missing"] == nil, "none", attributes["a"])',
      'When(() => IsMatch(metric.name, "^g"), [1], {})',
      "When(condition = () => true, true_value = 1, false_value = 2)",
      'When(() => When(() => true, false, true) == false, "a", "b")',
    ],
    ...lambdaSections('When(?, "yes", "no")', 0),
    "needs its arguments": ["When()", "When(() => true)", "When(() => true, 1)", "When(() => true, 1, 2, 3)"],
    "takes values of each kind": targets.map((target) => `When(() => true, ${target}, 1)`),
  }),
];
