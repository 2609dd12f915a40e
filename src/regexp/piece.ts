import { EMPTY, type Tree } from "./node.ts";

/** An expression with what the limits of Go's `regexp/syntax` count, by the tree that Go would hold. */
export interface Piece {
  readonly tree: Tree;
  /** How often the innermost thing is repeated by counted repetitions. */
  readonly copies: number;
  readonly height: number;
  /** Instructions. */
  readonly size: number;
  /** A run of characters counts as one node, a sequence in a sequence is part of it, and so are alternatives. */
  readonly kind: "characters" | "sequence" | "alternatives" | "other";
}

/** A piece of one node; characters merge with their neighbours. */
export function single(tree: Tree, kind: "characters" | "other"): Piece {
  return { tree, copies: 1, height: 1, size: 1, kind };
}

/** Pieces one after the other. */
export function sequence(items: readonly Piece[]): Piece {
  const [first] = items;
  if (first === undefined) return single(EMPTY, "other");
  if (items.length === 1) return first;
  const run = items.every((item) => item.kind === "characters");
  return {
    tree: { kind: "concat", parts: items.map((item) => item.tree) },
    ...(run ? { copies: 1, height: 1 } : above(items, "sequence")),
    size: sizeOf(items),
    kind: run ? "characters" : "sequence",
  };
}

/** One of several pieces. */
export function alternatives(branches: readonly Piece[]): Piece {
  const [first] = branches;
  if (branches.length === 1 && first !== undefined) return first;
  return {
    tree: { kind: "either", branches: branches.map((branch) => branch.tree) },
    ...above(branches, "alternatives"),
    size: sizeOf(branches) + branches.length - 1,
    kind: "alternatives",
  };
}

/** A piece in the capturing group of an index. */
export function captured(piece: Piece, index: number): Piece {
  const tree: Tree = { kind: "group", body: piece.tree, index };
  return { ...piece, tree, height: piece.height + 1, size: piece.size + 2, kind: "other" };
}

/** How often something comes; `counted` by `{n,m}` and not by `?`, `*` or `+`; `lazy` where fewer times are better. */
export interface Times {
  readonly min: number;
  readonly max: number;
  readonly counted: boolean;
  readonly lazy: boolean;
}

/** A piece so many times. */
export function repeated(piece: Piece, { min, max, counted, lazy }: Times): Piece {
  const times = Number.isFinite(max) ? max : min;
  return {
    tree: { kind: "repeat", body: piece.tree, min, max, lazy },
    copies: counted ? copiesOf(piece, times, max) : piece.copies,
    height: piece.height + 1,
    size: counted
      ? Math.max(1, times * piece.size + (max === times ? max - min : min === 0 ? 2 + piece.size : 1))
      : piece.size + (min === 0 && max > 1 ? 2 : 1),
    kind: "other",
  };
}

function copiesOf(piece: Piece, times: number, max: number): number {
  return max === 0 ? 1 : piece.copies * Math.max(1, times);
}

/** What counts in a node above pieces, with those of its own kind dissolved into it. */
function above(pieces: readonly Piece[], kind: Piece["kind"]): { copies: number; height: number } {
  let copies = 1;
  let height = 1;
  for (const piece of pieces) {
    copies = Math.max(copies, piece.copies);
    height = Math.max(height, piece.kind === kind ? piece.height : piece.height + 1);
  }
  return { copies, height };
}

function sizeOf(pieces: readonly Piece[]): number {
  let size = 0;
  for (const piece of pieces) size += piece.size;
  return size;
}
