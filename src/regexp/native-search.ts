import { nativeCost } from "./cost.ts";
import type { Match } from "./match.ts";
import { isNullable, type Node, type Tree } from "./node.ts";
import { printSearch } from "./print.ts";

/** `RegExp` takes room on its stack for each character that a loop passes: it does not get longer subjects. */
const longestSubject = 1 << 18;
const longestSource = 15_000;

/** Finds a match and its groups with `RegExp`; `undefined` is no match. */
export interface NativeSearch {
  readonly exec: (text: string, from: number) => Match | undefined;
  /** Puts a text in the place of every match; absent where a match may be empty, because there Go counts otherwise. */
  readonly replace: ((text: string, replacement: string) => string) | undefined;
  /** How long a text may be. */
  readonly longest: number;
}

/**
 * Makes a search with `RegExp`, where that prefers the same match as Go's `regexp`, tells the same of the groups and
 * stays linear; `undefined` elsewhere. They differ on groups inside loops, of which JavaScript forgets what earlier
 * rounds found, and on rounds that match nothing.
 */
export function nativeSearch(tree: Tree, groupCount: number): NativeSearch | undefined {
  const indexes: number[] = [];
  if (!isAlike(tree, false, indexes)) return undefined;
  if (indexes.length !== groupCount || indexes.some((index, i) => index !== i + 1)) return undefined;
  const cost = nativeCost(withoutLastLoops(withoutGroups(tree)));
  const source = cost === undefined ? "" : printSearch(tree);
  if (cost === undefined || source.length > longestSource) return undefined;
  const longest = /[*+{]/.test(source) ? longestSubject : Number.POSITIVE_INFINITY;
  const regexp = new RegExp(source, groupCount === 0 ? "gu" : "dgu");
  const exec = (text: string, from: number): Match | undefined => {
    regexp.lastIndex = from;
    const found = regexp.exec(text);
    if (found === null) return undefined;
    if (found.indices === undefined) return [{ start: found.index, end: found.index + found[0].length }];
    const spans = found.indices.map((range) => range && { start: range[0], end: range[1] });
    return spans as unknown as Match; // the first range is that of the whole match
  };
  const replace = isNullable(tree)
    ? undefined
    : (text: string, replacement: string) => text.replace(regexp, () => replacement);
  return { exec, replace, longest };
}

/** Collects the groups in the order of their opening brackets. */
function isAlike(tree: Tree, inLoop: boolean, groups: number[]): boolean {
  switch (tree.kind) {
    case "group":
      groups.push(tree.index);
      return !inLoop && isAlike(tree.body, inLoop, groups);
    case "repeat": {
      if (isNullable(tree.body)) return false;
      return isAlike(tree.body, inLoop || tree.max > 1, groups);
    }
    case "concat":
      return tree.parts.every((part) => isAlike(part, inLoop, groups));
    case "either":
      return tree.branches.every((branch) => isAlike(branch, inLoop, groups));
    default:
      return true;
  }
}

/**
 * Loops over single characters at the very end cost nothing but what they take: once they are reached there is a match,
 * and the next search begins behind it.
 */
function withoutLastLoops(node: Node): Node {
  switch (node.kind) {
    case "repeat":
      return node.body.kind === "set" ? { ...node, max: node.min } : node;
    case "concat": {
      const last = node.parts.at(-1);
      return last === undefined
        ? node
        : { ...node, parts: [...node.parts.slice(0, -1), withoutLastLoops(last)] };
    }
    case "either":
      return { ...node, branches: node.branches.map(withoutLastLoops) };
    default:
      return node;
  }
}

/** The same as it is written, unlike `plain`, which puts alternatives in another order. */
function withoutGroups(tree: Tree): Node {
  switch (tree.kind) {
    case "group":
      return withoutGroups(tree.body);
    case "repeat":
      return { kind: "repeat", body: withoutGroups(tree.body), min: tree.min, max: tree.max };
    case "concat":
      return { kind: "concat", parts: tree.parts.map(withoutGroups) };
    case "either":
      return { kind: "either", branches: tree.branches.map(withoutGroups) };
    default:
      return tree;
  }
}
