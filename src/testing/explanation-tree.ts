import { widthOf } from "../diagnostics/lines.ts";
import type { Explanation } from "../engine/explain.ts";
import { oneLine, subValues } from "./sub-values.ts";

interface Line {
  readonly text: string;
  readonly note: string;
}

const widestText = 70;
/** More operands than this that were not evaluated are only counted. */
const mostSkipped = 3;

/**
 * The tree of a condition, one line for each sub-expression that is true or false: `✓` true, `✗` false, `!` failed,
 * `·` not evaluated, each with the values of its paths.
 */
export function explanationTree(explanation: Explanation): readonly string[] {
  const lines = linesOf(explanation, 0);
  const noted = lines.filter(({ note }) => note !== "").map(({ text }) => widthOf(text));
  const column = Math.min(widestText, Math.max(0, ...noted));
  return lines.map(({ text, note }) => {
    if (note === "") return text;
    return `${text}${" ".repeat(Math.max(0, column - widthOf(text)))}   ${note}`;
  });
}

function linesOf(explanation: Explanation, depth: number): readonly Line[] {
  const { kind, children, evaluated } = explanation;
  const indent = "  ".repeat(depth);
  const isChain = kind === "not" || kind === "and" || kind === "or";
  if (!isChain || !evaluated) {
    return [
      { text: `${indent}${markOf(explanation)} ${oneLine(explanation.text)}`, note: noteOf(explanation) },
    ];
  }
  const skipped = children.filter((child) => !child.evaluated);
  const hidden = skipped.length > mostSkipped + 1 ? skipped.slice(mostSkipped) : [];
  const lines = children
    .filter((child) => !hidden.includes(child))
    .flatMap((child) => linesOf(child, depth + 1));
  const rest = { text: `${indent}  · ${hidden.length} more`, note: "not evaluated" };
  return [
    { text: `${indent}${markOf(explanation)} ${kind}`, note: "" },
    ...lines,
    ...(hidden.length === 0 ? [] : [rest]),
  ];
}

function markOf({ evaluated, value, error }: Explanation): string {
  if (error !== undefined) return "!";
  if (!evaluated) return "·";
  return value === true ? "✓" : "✗";
}

function noteOf(explanation: Explanation): string {
  const { evaluated, error, found, kind } = explanation;
  if (kind === "constant") return "known beforehand";
  if (!evaluated) return "not evaluated";
  const values = subValues(explanation);
  if (error !== undefined) return `${values === "" ? "" : `${values}: `}${error.message}`;
  return found === undefined ? values : `${values}, matched at ${found.start}..${found.end}`;
}
