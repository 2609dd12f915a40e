import type { Assertion, Node, Tree } from "./node.ts";
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

/** The same of an expression as it is written, with its groups and its preferences. */
export function printSearch(tree: Tree): string {
  return print(tree, javaScript);
}

/** An RE2 pattern that means the same without flags, folding or named classes. */
export function printRe2(node: Node): string {
  return print(node, re2);
}

function print(node: Tree, dialect: Dialect): string {
  switch (node.kind) {
    case "empty":
      return "(?:)";
    case "set":
      return printSet(node.set, dialect);
    case "assertion":
      return dialect.assertions[node.at];
    case "repeat": {
      const alone = node.body.kind === "set" || node.body.kind === "group";
      const lazy = node.lazy === true ? "?" : "";
      return grouped(node.body, !alone, dialect) + quantifier(node.min, node.max) + lazy;
    }
    case "group":
      return `(${print(node.body, dialect)})`;
    case "concat":
      return node.parts.map((part) => grouped(part, part.kind === "either", dialect)).join("");
    case "either":
      return node.branches.map((branch) => print(branch, dialect)).join("|");
  }
}

function grouped(node: Tree, needed: boolean, dialect: Dialect): string {
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
