/** Texts of small languages, put together of pieces: patterns, globs, formats, documents and what looks into them. */
import type { Random } from "./random.ts";

const sometimes = (random: Random, probability: number, text: string): string =>
  random.chance(probability) ? text : "";

const atoms = [
  "a",
  "b",
  "é",
  ".",
  "\\d",
  "\\w",
  "\\s",
  "[a-c]",
  "[^a]",
  "[[:alpha:]]",
  "\\pL",
  "-",
  "=",
  "x",
  "0",
  "😀",
];
const groups = ["(", "(?:", "(?P<n>", "(?i:", "(?s:"];
const quantifiers = ["", "", "", "*", "+", "?", "*?", "+?", "{1,2}", "{2}", "{0,}"];
const edges = ["", "", "", "^", "\\b", "(?i)", "\\A", "(?m)^"];

/** An RE2 pattern. */
export function pattern(random: Random, depth = 2): string {
  const piece = (): string => {
    const isGroup = depth > 0 && random.chance(0.25);
    const atom = isGroup ? `${random.pick(groups)}${pattern(random, depth - 1)})` : random.pick(atoms);
    return atom + random.pick(quantifiers);
  };
  const sequence = (): string => random.list([1, 1, 2, 3], piece).join("");
  return random.pick(edges) + random.list([1, 1, 1, 2], sequence).join("|") + sometimes(random, 0.2, "$");
}

const globPieces = [
  "*",
  "?",
  "**",
  "a",
  "b",
  "é",
  ".",
  "/",
  "[ab]",
  "[!a]",
  "[a-z]",
  "{a,b}",
  "{a*,b?}",
  "\\*",
  "l",
  "x",
  " ",
];

/** A pattern of the globs that editors match whole texts with. */
export function glob(random: Random): string {
  return random.list([1, 2, 2, 3, 4], () => random.pick(globPieces)).join("");
}

const verbs = [..."vdsqxXeEfFgGtTcboOU"];
/**
 * Scalars and lists written in the text: of others the reference shows addresses, and of times what the machine knows of
 * its zone.
 */
const operands = [
  "1",
  "-42",
  "9223372036854775807",
  "65",
  "128512",
  "1.5",
  "-0.0",
  "1.0e21",
  "1.0e-7",
  "123456.789",
  '"a"',
  '"héllo"',
  '"\\"q\\" \\\\"',
  '""',
  "true",
  "nil",
  "0x00ff",
  "[]",
  '[1, "a", nil]',
  'Split("a,b", ",")',
  'Duration("1h30m")',
];

/** A format and the list of its operands. */
export function format(random: Random): readonly [format: string, values: readonly string[]] {
  const directive = (): string => {
    const flags = random.list([0, 0, 0, 1, 2], () => random.pick([..."+-# 0"])).join("");
    const width = sometimes(random, 0.3, random.pick(["1", "5", "12"]));
    const precision = sometimes(random, 0.3, random.pick([".0", ".2", ".10", "."]));
    return `%${flags}${width}${precision}${random.pick(verbs)}`;
  };
  const pieces = random.list(
    [1, 1, 2, 3],
    () => directive() + sometimes(random, 0.3, random.pick(["|", " ", "é%%", "x"])),
  );
  const extra = random.chance(0.1) ? random.pick([-1, 1]) : 0;
  const values = Array.from({ length: Math.max(0, pieces.length + extra) }, () => random.pick(operands));
  return [pieces.join(""), values];
}

const names = ["a", "b", "c"];
const content = [
  "x",
  "1",
  " ",
  "é",
  "&lt;",
  "two words",
  "\n",
  "<!-- c -->",
  "<![CDATA[<y>]]>",
  "<?pi d?>",
  "",
];

/** An XML document. */
export function xml(random: Random, depth = 3): string {
  const name = random.pick(names);
  const attributes = random
    .list([0, 0, 1, 2], (index) => ` ${["x", "y"][index]}="${random.pick(["1", "2", "z", "&amp;", ""])}"`)
    .join("");
  const inside = random
    .list([0, 1, 1, 2, 3], () =>
      depth > 0 && random.chance(0.6) ? xml(random, depth - 1) : random.pick(content),
    )
    .join("");
  return inside === "" && random.chance(0.7)
    ? `<${name}${attributes}/>`
    : `<${name}${attributes}>${inside}</${name}>`;
}

const tests = [
  "a",
  "b",
  "c",
  "*",
  "text()",
  "node()",
  "comment()",
  "@x",
  "@*",
  "child::b",
  "descendant::c",
  "self::a",
];
const predicates = [
  "1",
  "2",
  "last()",
  "position()>1",
  "@x",
  "@x='1'",
  "not(@x)",
  "b",
  "text()='x'",
  "contains(., 'x')",
  "count(*)>1",
  "string-length(.)>1",
  "starts-with(name(), 'a')",
  "@x and @y",
  "@x>1",
];

/** An XPath that never goes up or aside: there the reference may go on for ever. */
export function xPath(random: Random): string {
  const steps = random.list([1, 1, 2, 3], () => {
    const test = random.pick(tests);
    return random.pick(["/", "/", "//"]) + test + sometimes(random, 0.3, `[${random.pick(predicates)}]`);
  });
  return steps.join("") + sometimes(random, 0.08, ` | //${random.pick(names)}`);
}

/** A JSON text whose maps have one key at most: the reference keeps no order of more. */
export function json(random: Random, depth = 3): string {
  const leaf = (): string =>
    random.pick([
      "1",
      "-0",
      "1.0",
      "1e3",
      "1E-7",
      "12345678901234567890",
      '"a"',
      '"\\u00e9\\n"',
      "true",
      "false",
      "null",
      '""',
    ]);
  if (depth === 0 || random.chance(0.3)) return leaf();
  const space = random.pick(["", "", " ", "\n"]);
  if (random.chance(0.5)) {
    return `[${space}${random.list([0, 1, 2, 3], () => json(random, depth - 1)).join(`,${space}`)}]`;
  }
  const key = random.pick(['"a"', '"b.c"', '""', '"é"', '"__proto__"']);
  return random.chance(0.15) ? "{}" : `{${space}${key}${space}:${json(random, depth - 1)}}`;
}

/** A length of time as Go writes it. */
export function duration(random: Random): string {
  const parts = random.list([1, 1, 2, 3], () => {
    const number = random.pick(["0", "1", "5", "59", "90", "1.5", ".25", "1000000", "9223372036"]);
    return number + random.pick(["ns", "us", "µs", "ms", "s", "m", "h"]);
  });
  return random.pick(["", "", "", "-", "+"]) + parts.join("");
}

const cells = ["1", "a", "", '"x,y"', '"a""b"', " s ", "é", 'a"b', '"open', "2.5"];

/** A row of CSV. */
export function row(random: Random): string {
  return random
    .list([1, 2, 2, 3, 3, 4], () => random.pick(cells))
    .join(random.pick([",", ",", ",", "|", "\t", ";"]));
}

/** Pairs of keys and values. */
export function pairs(random: Random): string {
  const pair = (): string =>
    random.pick(["a", "b", "k1", "é", '"q k"', "'s'"]) +
    random.pick(["=", "=", "=", ":", "=="]) +
    random.pick(["1", "v", '"v w"', "'x y'", "", "b=c", '"open', "é", 'a"b']);
  return random.list([1, 1, 2, 3], pair).join(random.pick([" ", " ", "  ", ",", "!", "\n"]));
}
