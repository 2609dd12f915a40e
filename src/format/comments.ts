import type { Node } from "../syntax/ast.ts";
import { childrenOf } from "../syntax/visit.ts";

/** A comment and where it stands in the text that it was taken out of. */
export interface PlacedComment {
  readonly text: string;
  readonly offset: number;
}

/** Comments by what they are written before. */
export interface Attached {
  readonly before: ReadonlyMap<Node, readonly string[]>;
  /** Those before the bracket that closes a call, list, map or group. */
  readonly atEnd: ReadonlyMap<Node, readonly string[]>;
}

/**
 * Finds for each comment within a text the part that can begin on a line of its own and that it is about: the one that
 * follows it, or the one that it stands in the middle of.
 */
export function attach(text: string, root: Node, comments: readonly PlacedComment[]): Attached {
  const before = new Map<Node, string[]>();
  const atEnd = new Map<Node, string[]>();
  for (const { text: comment, offset } of comments) {
    const { node, end } = targetOf(text, root, offset);
    const map = end ? atEnd : before;
    const known = map.get(node);
    if (known === undefined) map.set(node, [comment]);
    else known.push(comment);
  }
  return { before, atEnd };
}

function targetOf(text: string, root: Node, offset: number): { node: Node; end: boolean } {
  let around = root;
  let item = root;
  for (;;) {
    const children = childrenOf(around);
    const inside = children.find(({ span }) => span.start < offset && offset < span.end);
    if (inside !== undefined) {
      if (isItem(around, inside)) item = inside;
      around = inside;
      continue;
    }
    const next = children.find(({ span }) => span.start >= offset);
    if (next !== undefined) return { node: isItem(around, next) ? next : item, end: false };
    const closes = /^[\])}]$/.test(text.slice(offset, around.span.end).trim()) && isBracketed(around);
    return closes ? { node: around, end: true } : { node: item, end: false };
  }
}

/** Whether a part can begin on a line of its own; the first operand of a chain begins where the chain does. */
function isItem(parent: Node, child: Node): boolean {
  switch (parent.kind) {
    case "Statement":
      return child === parent.where;
    case "Call":
      return child.kind === "Argument";
    case "Logical":
      return child !== parent.operands[0];
    case "Group":
    case "ListLiteral":
    case "MapLiteral":
      return true;
    default:
      return false;
  }
}

function isBracketed({ kind }: Node): boolean {
  return kind === "Call" || kind === "Group" || kind === "ListLiteral" || kind === "MapLiteral";
}
