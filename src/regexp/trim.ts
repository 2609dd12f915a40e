import { concat, EMPTY, either, isEveryRune, type Node, repeat } from "./node.ts";

/**
 * The shortest expression that matches somewhere in the same texts: what may be left out at either end of a match
 * is left out, so that `.*error.+` becomes `error` and one more character.
 */
export function trim(node: Node): Node {
  return trimEdge(trimEdge(node, "start"), "end");
}

type Edge = "start" | "end";

function trimEdge(node: Node, edge: Edge): Node {
  switch (node.kind) {
    case "repeat":
      return trimRepeat(node.body, node.min, edge);
    case "either": {
      const branches = node.branches.map((branch) => trimEdge(branch, edge));
      if (branches.every((branch, i) => branch === node.branches[i])) return node;
      const joined = either(branches);
      return joined.kind === "repeat" ? trimEdge(joined, edge) : joined;
    }
    case "concat":
      return trimConcat(node, edge);
    default:
      return node;
  }
}

function trimRepeat(body: Node, min: number, edge: Edge): Node {
  if (min === 0) return EMPTY;
  const outer = trimEdge(body, edge);
  if (outer === body) return repeat(body, min, min);
  if (outer.kind === "empty") return EMPTY;
  const others = repeat(body, min - 1, min - 1);
  return concat(edge === "start" ? [outer, others] : [others, outer]);
}

function trimConcat(node: Extract<Node, { kind: "concat" }>, edge: Edge): Node {
  const parts = [...node.parts];
  for (;;) {
    dropAnchor(parts, edge);
    const index = edge === "start" ? 0 : parts.length - 1;
    const outer = parts[index];
    if (outer === undefined) return EMPTY;
    const trimmed = trimEdge(outer, edge);
    if (trimmed === outer && parts.length === node.parts.length) return node;
    parts[index] = trimmed;
    if (trimmed.kind !== "empty") return concat(parts);
    if (edge === "start") parts.shift();
    else parts.pop();
  }
}

/** Drops an anchor next to a run of any characters: `(?s)^.*` holds wherever the rest matches. */
function dropAnchor(parts: Node[], edge: Edge): void {
  const outer = parts.at(edge === "start" ? 0 : -1);
  const inner = parts.at(edge === "start" ? 1 : -2);
  if (outer?.kind !== "assertion" || outer.at !== (edge === "start" ? "textStart" : "textEnd")) return;
  if (parts.length < 2 || inner?.kind !== "repeat") return;
  if (inner.max !== Number.POSITIVE_INFINITY || !isEveryRune(inner.body)) return;
  if (edge === "start") parts.shift();
  else parts.pop();
}
