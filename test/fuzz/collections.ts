/** Arguments that fit together of the functions for lists and maps. */
import { quote } from "./literals.ts";
import { strings } from "./pools.ts";
import type { Random } from "./random.ts";

const sometimes = (random: Random, probability: number, make: () => string): string[] =>
  random.chance(probability) ? [make()] : [];

export const delimiters = ["=", ":", " ", ",", "!", "", "=="];

/** Without sorting the reference writes several pairs in the random order of a Go map. */
function keyValueString(random: Random): string[] {
  const sorted = random.chance(0.6);
  const map = sorted
    ? ['{"b": "x y", "a": 1}', '{"a": {"b": [1]}, "": nil}', '{"a=b": "c,d", "e": "\\"q\\""}']
    : ['{"a": 1}', '{"a": "x y"}', "{}", '{"k": true}', '{"a": "b=c"}'];
  return [
    random.pick(map),
    ...sometimes(random, 0.3, () => `delimiter=${quote(random.pick(delimiters))}`),
    ...sometimes(random, 0.3, () => `pair_delimiter=${quote(random.pick(delimiters))}`),
    ...(sorted ? ["sort_output=true"] : sometimes(random, 0.3, () => "sort_output=false")),
  ];
}

function sliceToMap(random: Random): string[] {
  const pairs = ['[{"k": "a", "v": 1}, {"k": "b", "v": [2]}]', '[{"k": "a", "v": 1}, {"k": "a", "v": 2}]'];
  const named = ['key_path=["k"]', ...sometimes(random, 0.7, () => 'value_path=["v"]')];
  const lists = [...pairs, '[{"k": {"n": "a"}, "v": 1}]', '["x", "y"]', "[1, nil]", '[{"k": 1}]', "[]"];
  const path = () => random.pick(['["k"]', '["k", "n"]', '["zz"]', "[]"]);
  return random.weighted<string[]>([
    [2, () => [random.pick(pairs), ...named]],
    [1, () => ['[{"k": {"n": "a"}, "v": 1}, {"k": {"n": ""}}]', 'key_path=["k", "n"]']],
    [1, () => [random.pick(['["x", "y"]', "[1, nil]", 'Split("a,b", ",")'])]],
    [
      2,
      () => [
        random.pick(lists),
        ...sometimes(random, 0.7, () => `key_path=${path()}`),
        ...sometimes(random, 0.5, () => `value_path=${random.pick(['["v"]', '["zz"]', "[]"])}`),
      ],
    ],
  ]);
}

const orders = ["asc", "desc", "up", ""];

function sorted(random: Random): string[] {
  const lists = [
    "[3, 1, 2]",
    '["b", "a", "C"]',
    "[1.5, 1, -2]",
    '[true, "x", 1, nil]',
    "[true, false]",
    'Split("c,a,b", ",")',
    "[[2], [1]]",
    "[1.5, 2.0, -0.0, 0.0]",
    "[]",
  ];
  return [random.pick(lists), ...sometimes(random, 0.6, () => quote(random.pick(orders)))];
}

const lists = [
  "[1, 2, 3]",
  '["a", "b", "a", ""]',
  '[1, "a", nil, true, 2.5]',
  'Split("a,b,c", ",")',
  "[[1], [2, 3]]",
  "[]",
];
const maps = ['{"a": 1, "b": 2}', '{"k": "v", "": "x"}', '{"a": {"b": 1}, "c": [1], "d": nil}', "{}"];
const source = (random: Random): string => random.pick(random.chance(0.6) ? lists : maps);

function predicate(random: Random): string {
  return random.pick([
    "(k, v) => v == 1",
    '(k, v) => k == "a"',
    "(i, v) => i > 0",
    "(_, v) => IsString(v)",
    "(_, v) => not IsInt(v)",
    "(k, _) => true",
    "(_, _) => false",
    "(k, v) => v != nil and v > 1",
    '(k, v) => v == "a" or k == 0',
    '(_, v) => IsMatch(v, "^[a-m]")',
  ]);
}

const mapper = (random: Random): string =>
  random.pick([
    "(k, v) => v",
    "(k, v) => k",
    '(k, v) => [k, v, "x"]',
    "(_, v) => String(v)",
    '(k, v) => {"k": k, "v": v}',
    "(_, _) => nil",
    '(_, v) => Concat([v, "x"], "-")',
    "(k, v) => v == k",
  ]);

const calculating: readonly (readonly [source: string, seed: string, reducer: string])[] = [
  ["[1, 2, 3]", "0", "(acc, i, v) => acc + v"],
  ["[1, 2.5]", "1.5", "(acc, i, v) => acc * v"],
  ['["a", "b"]', '""', "(acc, _, v) => acc + v"],
  ['{"a": 1, "b": 2}', "0", "(acc, k, v) => acc - v"],
  ['["a", "b"]', "[]", "(acc, i, v) => [acc, i, v]"],
  ['{"a": 1}', "nil", "(acc, k, v) => k"],
  ['{"a": 1}', "{}", '(acc, k, v) => {"last": k, "before": acc}'],
  ['["a", 1]', '"s"', '(acc, i, v) => Concat([acc, v], ",")'],
];

/** By the names of functions: arguments with which they mostly answer. */
export const collectionArguments: Readonly<Record<string, (random: Random) => string[]>> = {
  All: (random) => [source(random), predicate(random)],
  Any: (random) => [source(random), predicate(random)],
  Filter: (random) => [source(random), predicate(random)],
  Find: (random) => [source(random), predicate(random), ...sometimes(random, 0.4, () => mapper(random))],
  Index: (random) =>
    random.weighted<string[]>([
      [
        2,
        () => [
          quote(random.pick(["hello", "héllo", "a,b,,c"])),
          quote(random.pick(["l", "o", "", ",", "é"])),
        ],
      ],
      [1, () => [quote(random.pick(strings)), quote(random.pick(strings))]],
      [2, () => [random.pick(lists), random.pick(["1", '"a"', "nil", "true", "2.5", "[1]", "4"])]],
    ]),
  Len: (random) => [random.chance(0.6) ? source(random) : quote(random.pick(strings))],
  MapEach: (random) => [source(random), mapper(random)],
  MapKeys: (random) => [
    random.pick(maps),
    random.pick(["(k, v) => k", '(k, _) => Concat([k, "x"], "-")', '(_, _) => "same"', "(_, v) => v"]),
  ],
  Reduce: (random) => [...random.pick(calculating)],
  SliceToMap: sliceToMap,
  Sort: sorted,
  ToKeyValueString: keyValueString,
  When: (random) => [
    random.pick(["() => true", "() => false", "() => 1 == 1.0", "() => nil != nil", '() => "a" > 1']),
    random.pick(["1", '"a"', "[1]", "nil"]),
    random.pick(["2", '"b"', '{"k": 1}', "nil"]),
  ],
};
