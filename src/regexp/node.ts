import { EVERY_RUNE, type RuneSet, runeSet } from "./rune-set.ts";

/** Where an assertion holds; `lineStart` and `lineEnd` are `^` and `$` under `(?m)`. */
export type Assertion = "textStart" | "textEnd" | "lineStart" | "lineEnd" | "wordEdge" | "noWordEdge";

type Leaf =
  | { readonly kind: "empty" }
  | { readonly kind: "set"; readonly set: RuneSet }
  | { readonly kind: "assertion"; readonly at: Assertion };

/** A regular expression as it is written; flags and case folding are written out in its sets, assertions and repetitions. */
export type Tree =
  | Leaf
  | {
      readonly kind: "repeat";
      readonly body: Tree;
      readonly min: number;
      readonly max: number;
      /** Whether fewer times are better. */
      readonly lazy?: boolean;
    }
  | { readonly kind: "concat"; readonly parts: readonly Tree[] }
  | { readonly kind: "either"; readonly branches: readonly Tree[] }
  | { readonly kind: "group"; readonly body: Tree; readonly index: number };

/** A regular expression as far as it decides whether a text matches: groups and greediness are gone. */
export type Node =
  | Leaf
  | { readonly kind: "repeat"; readonly body: Node; readonly min: number; readonly max: number }
  | { readonly kind: "concat"; readonly parts: readonly Node[] }
  | { readonly kind: "either"; readonly branches: readonly Node[] };

/** Matches the empty text. */
export const EMPTY: Node = { kind: "empty" };
/** Matches nothing. */
export const NEVER: Node = { kind: "set", set: [] };
/** Common prefixes are factored out to this depth. */
const deepestFactoring = 24;

/** What decides whether a text matches. */
export function plain(tree: Tree): Node {
  switch (tree.kind) {
    case "group":
      return plain(tree.body);
    case "repeat":
      return repeat(plain(tree.body), tree.min, tree.max);
    case "concat":
      return concat(tree.parts.map(plain));
    case "either":
      return either(tree.branches.map(plain));
    default:
      return tree;
  }
}

/** The parts one after the other. */
export function concat(parts: readonly Node[]): Node {
  const flat: Node[] = [];
  for (const part of parts) {
    if (isNever(part)) return NEVER;
    if (part.kind === "concat") for (const inner of part.parts) flat.push(inner);
    else if (part.kind !== "empty") flat.push(part);
  }
  const [first] = flat;
  if (first === undefined) return EMPTY;
  return flat.length === 1 ? first : { kind: "concat", parts: flat };
}

/** Any of the branches, in whatever order: equal beginnings are written once, sets become one set. */
export function either(branches: readonly Node[], depth = 0): Node {
  const sets: number[] = [];
  const others: Node[] = [];
  let optional = false;
  for (const branch of flatBranches(branches)) {
    if (branch.kind === "set") for (const rune of branch.set) sets.push(rune);
    else if (branch.kind === "empty") optional = true;
    else if (branch.kind === "repeat" && branch.min === 0 && branch.max === 1) {
      optional = true;
      others.push(branch.body);
    } else others.push(branch);
  }
  const rest = optional ? others.filter((branch) => branch.kind !== "assertion") : others;
  if (sets.length > 0) rest.push({ kind: "set", set: runeSet(sets) });
  const factored = depth < deepestFactoring ? factor(rest, depth) : rest;
  const [first] = factored;
  if (first === undefined) return optional ? EMPTY : NEVER;
  const node: Node = factored.length === 1 ? first : { kind: "either", branches: factored };
  return optional ? repeat(node, 0, 1) : node;
}

/** The body from `min` to `max` times. */
export function repeat(body: Node, min: number, max: number): Node {
  if (max === 0 || body.kind === "empty") return EMPTY;
  if (body.kind === "assertion" || isNever(body)) return min === 0 ? EMPTY : body;
  if (min === 1 && max === 1) return body;
  if (body.kind === "repeat" && isSimple(min, max) && isSimple(body.min, body.max)) {
    return { kind: "repeat", body: body.body, min: min * body.min, max: Math.max(max, body.max) };
  }
  return { kind: "repeat", body, min, max };
}

/** The alternatives of an expression. */
export function branchesOf(node: Node): readonly Node[] {
  return node.kind === "either" ? node.branches : [node];
}

/** The parts of an expression. */
export function partsOf(node: Node): readonly Node[] {
  return node.kind === "concat" ? node.parts : [node];
}

/** Whether the node is any one character, newline included. */
export function isEveryRune(node: Node): boolean {
  return node.kind === "set" && node.set[0] === 0 && node.set[1] === EVERY_RUNE[1];
}

/** Whether the empty text can match, assertions aside. */
export function isNullable(node: Tree): boolean {
  switch (node.kind) {
    case "set":
      return false;
    case "group":
      return isNullable(node.body);
    case "repeat":
      return node.min === 0 || isNullable(node.body);
    case "concat":
      return node.parts.every(isNullable);
    case "either":
      return node.branches.some(isNullable);
    default:
      return true;
  }
}

/** Whether a match can only begin where the text does. */
export function isAnchored(node: Node): boolean {
  const head = partsOf(node)[0];
  if (head?.kind === "either") return head.branches.every(isAnchored);
  return head?.kind === "assertion" && head.at === "textStart";
}

function isNever(node: Node): boolean {
  return node.kind === "set" && node.set.length === 0;
}

/** `?`, `*` and `+`, of which two make one. */
function isSimple(min: number, max: number): boolean {
  return min <= 1 && (max === 1 || max === Number.POSITIVE_INFINITY);
}

function* flatBranches(branches: readonly Node[]): Iterable<Node> {
  for (const branch of branches) {
    if (branch.kind === "either") yield* branch.branches;
    else yield branch;
  }
}

/** Branches that begin alike become one: `abc|abd` is `ab[cd]`. */
function factor(branches: readonly Node[], depth: number): readonly Node[] {
  const groups = new Map<string, Node[]>();
  for (const branch of branches) {
    const key = headKey(branch);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [branch]);
    else group.push(branch);
  }
  if (groups.size === branches.length) return branches;
  const factored: Node[] = [];
  for (const [key, group] of groups) {
    if (key === "" || group.length === 1) factored.push(...group);
    else factored.push(joined(group.map(partsOf), depth));
  }
  return factored;
}

/** What a branch begins with, or "" where that is nothing to share. */
function headKey(branch: Node): string {
  const head = partsOf(branch)[0] as Node; // no node has an empty list of parts
  if (head.kind === "set") return head.set.length < 100 ? head.set.join() : "";
  return head.kind === "assertion" ? head.at : "";
}

function joined(lists: readonly (readonly Node[])[], depth: number): Node {
  const [first] = lists as readonly [readonly Node[]];
  let shared = 1;
  while (lists.every((list) => shared < list.length && sameHead(list, first, shared))) shared++;
  const rests = lists.map((list) => concat(list.slice(shared)));
  return concat([...first.slice(0, shared), either(rests, depth + 1)]);
}

function sameHead(list: readonly Node[], other: readonly Node[], index: number): boolean {
  const key = headKey(list[index] as Node);
  return key !== "" && key === headKey(other[index] as Node);
}
