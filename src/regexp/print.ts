import type { Assertion, Node } from "./node.ts";
import { negate, type RuneSet } from "./rune-set.ts";

interface Dialect {
  readonly assertions: Readonly<Record<Assertion, string>>;
  readonly escape: (rune: number) => string;
  readonly never: string;
}

const javaScript: Dialect = {
  assertions: {
    textStart: "^",
    textEnd: "$",
    lineStart: "(?:^|(?<=\\n))",
    lineEnd: "(?:$|(?=\\n))",
    wordEdge: "\\b",
    noWordEdge: "\\B",
  },
  escape: (rune) =>
    rune > 0xffff ? `\\u{${rune.toString(16)}}` : `\\u${rune.toString(16).padStart(4, "0")}`,
  never: "[]",
};

const re2: Dialect = {
  assertions: {
    textStart: "\\A",
    textEnd: "\\z",
    lineStart: "(?m:^)",
    lineEnd: "(?m:$)",
    wordEdge: "\\b",
    noWordEdge: "\\B",
  },
  escape: (rune) => `\\x{${rune.toString(16)}}`,
  never: "[^\\x{0}-\\x{10ffff}]",
};

/** The source of a `RegExp` with flag `u` that means the same. */
export function printJavaScript(node: Node): string {
  return print(node, javaScript);
}

/** An RE2 pattern that means the same without flags, folding or named classes. */
export function printRe2(node: Node): string {
  return print(node, re2);
}

function print(node: Node, dialect: Dialect): string {
  switch (node.kind) {
    case "empty":
      return "(?:)";
    case "set":
      return printSet(node.set, dialect);
    case "assertion":
      return dialect.assertions[node.at];
    case "repeat":
      return grouped(node.body, node.body.kind !== "set", dialect) + quantifier(node.min, node.max);
    case "concat":
      return node.parts.map((part) => grouped(part, part.kind === "either", dialect)).join("");
    case "either":
      return node.branches.map((branch) => print(branch, dialect)).join("|");
  }
}

function grouped(node: Node, needed: boolean, dialect: Dialect): string {
  return needed ? `(?:${print(node, dialect)})` : print(node, dialect);
}

function quantifier(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? "*" : min === 1 ? "+" : `{${min},}`;
  return min === 0 && max === 1 ? "?" : `{${min},${max}}`;
}

function printSet(set: RuneSet, dialect: Dialect): string {
  if (set.length === 0) return dialect.never;
  if (set.length === 2 && set[0] === set[1]) return printRune(set[0] as number, dialect);
  const outside = negate(set);
  const negated = outside.length > 0 && outside.length < set.length;
  return `[${negated ? "^" : ""}${printRanges(negated ? outside : set, dialect)}]`;
}

function printRanges(set: RuneSet, dialect: Dialect): string {
  let text = "";
  for (let i = 0; i < set.length; i += 2) {
    const [low, high] = [set[i] as number, set[i + 1] as number];
    text += printRune(low, dialect);
    if (high > low) text += (high > low + 1 ? "-" : "") + printRune(high, dialect);
  }
  return text;
}

function printRune(rune: number, dialect: Dialect): string {
  const letter = String.fromCodePoint(rune);
  return /\w/.test(letter) ? letter : dialect.escape(rune);
}
