import type { Node } from "../syntax/ast.ts";

/** Whether two trees say the same, wherever their parts are written. */
export function isSameTree(a: Node, b: Node): boolean {
  return same(a, b);
}

const places: ReadonlySet<string> = new Set(["span", "nameSpan", "operatorSpan"]);

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a).filter((key) => !places.has(key));
  if (keys.length !== Object.keys(b).filter((key) => !places.has(key)).length) return false;
  // Both are nodes or lists of nodes, plain objects with own properties.
  const [left, right] = [a, b] as readonly Readonly<Record<string, unknown>>[];
  return keys.every((key) => same(left?.[key], right?.[key]));
}
