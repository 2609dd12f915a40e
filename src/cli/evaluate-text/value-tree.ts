import type { Explanation } from "../../engine/explain.ts";
import { showValue } from "../../testing/show-value.ts";
import { oneLine } from "../../testing/sub-values.ts";

/** The tree of a value expression: each sub-expression that is no literal with its value and type, or why it has none. */
export function valueTree(explanation: Explanation, depth = 0): readonly string[] {
  const { text, kind, children } = explanation;
  const below = children.flatMap((child) => valueTree(child, depth + 1));
  if (kind === "literal") return below;
  return [`${"  ".repeat(depth)}${oneLine(text)}  ${resultOf(explanation)}`, ...below];
}

function resultOf({ evaluated, value, type, error, enum: name }: Explanation): string {
  if (error !== undefined) return `fails: ${error.message}`;
  if (!evaluated || value === undefined) return "not evaluated";
  const kind = name === undefined ? type : `${name}, ${type}`;
  return value === null ? "→ nil" : `→ ${showValue(value)} (${kind})`;
}
