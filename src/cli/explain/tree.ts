import type { ConditionExplanation } from "../../engine/condition.ts";
import type { Explanation } from "../../engine/explain.ts";
import { clip, showValue } from "../../testing/show-value.ts";
import { oneLine } from "../../testing/sub-values.ts";

/** A line of a tree, and how far in it stands. */
export interface TreeLine {
  readonly depth: number;
  readonly text: string;
}

/** More operands than this that were not evaluated are only counted. */
const mostSkipped = 4;

/**
 * The tree of a condition, a line for each sub-expression but literals: `✓` true, `✗` false, `!` failed, `·` not evaluated and
 * why, below each what it was made of with its value and type; the one that decided is marked.
 */
export function conditionTree(explanation: ConditionExplanation): readonly TreeLine[] {
  return truthLines(explanation, explanation.decidedBy, 0);
}

/** The arguments of an editor that have a value of their own, each with what it was made of. */
export function argumentLines(editor: Explanation): readonly TreeLine[] {
  return editor.children.flatMap((child) => valueLines(child, editor.text, 0));
}

function truthLines(explanation: Explanation, decider: Explanation, depth: number): readonly TreeLine[] {
  const { kind, children, evaluated, error } = explanation;
  const mark = isSame(explanation, decider) ? "   ←\u00a0decided" : "";
  if (!evaluated) return [{ depth, text: `· ${oneLine(explanation.text)}   not evaluated` }];
  const isChain = kind === "and" || kind === "or";
  if (kind !== "not" && !isChain) return leafLines(explanation, mark, depth);
  const failed = error === undefined ? "" : ` fails`;
  const head = { depth, text: `${markOf(explanation)} ${kind}${failed}${mark}` };
  const asked = children.filter((child) => child.evaluated);
  const below = asked.flatMap((child) => truthLines(child, decider, depth + 1));
  return [head, ...below, ...skippedLines(explanation, depth + 1)];
}

function leafLines(explanation: Explanation, mark: string, depth: number): readonly TreeLine[] {
  const { kind, text, children } = explanation;
  const head = { depth, text: `${markOf(explanation)} ${oneLine(text)}${leafNote(explanation)}${mark}` };
  if (kind === "constant") return [head];
  return [head, ...children.flatMap((child) => valueLines(child, text, depth + 1))];
}

function leafNote(explanation: Explanation): string {
  const { kind, error, found } = explanation;
  if (error !== undefined) return `   ${failureOf(explanation)}`;
  if (kind === "constant") return "   known beforehand";
  if (found === undefined) return typesNote(explanation);
  return `   matched at ${found.start}..${found.end}`;
}

const numbers: readonly (string | undefined)[] = ["int", "double"];

/** Values of two types are not converted, so that a comparison says little of them. */
function typesNote({ kind, children }: Explanation): string {
  const [left, right] = children.map(({ type }) => type);
  if (kind !== "compare" || left === undefined || right === undefined || left === right) return "";
  if ([left, right].includes("nil") || (numbers.includes(left) && numbers.includes(right))) return "";
  return `   ${left} compared with ${right}`;
}

/** The sub-expressions that have a value of their own; of two with one text, such as a call and its result, the outer. */
function valueLines(explanation: Explanation, outer: string, depth: number): readonly TreeLine[] {
  const { kind, text, children } = explanation;
  if (kind === "literal" || kind === "constant") return [];
  if (text === outer) return children.flatMap((child) => valueLines(child, outer, depth));
  const line = { depth, text: `${oneLine(text, 60)} ${resultOf(explanation)}` };
  return [line, ...children.flatMap((child) => valueLines(child, text, depth + 1))];
}

function resultOf(explanation: Explanation): string {
  const { evaluated, value, type, error, before } = explanation;
  if (error !== undefined) return failureOf(explanation);
  if (!evaluated || value === undefined) return "was not evaluated";
  const times =
    before === undefined ? "" : `, the last of ${before.true + before.false + before.error + 1} times`;
  if (value === null) return `= nil${times}`;
  return `= ${showValue(value)} (${[explanation.enum, type].filter((part) => part !== undefined).join(", ")}${times})`;
}

/** The reason stands at the innermost sub-expression that fails by it. */
function failureOf({ error, text, children }: Explanation): string {
  const isWithin = (child: Explanation): boolean =>
    child.text === text ? child.children.some(isWithin) : child.error?.message === error?.message;
  return children.some(isWithin) ? "fails" : `fails: ${oneLine(error?.message ?? "", 200)}`;
}

/** What was not evaluated of a chain, and why. */
function skippedLines({ kind, children }: Explanation, depth: number): readonly TreeLine[] {
  const skipped = children.filter((child) => !child.evaluated);
  const because = whySkipped(kind, children);
  const told = skipped.length > mostSkipped + 1 ? skipped.slice(0, mostSkipped) : skipped;
  const lines = told.map(({ text }) => ({ depth, text: `· ${oneLine(text)}   ${because}` }));
  const rest = skipped.length - told.length;
  return rest === 0 ? lines : [...lines, { depth, text: `· ${rest} more   ${because}` }];
}

/** Why operands of a chain were not evaluated. */
export function whySkipped(kind: string, operands: readonly Explanation[]): string {
  const failed = operands.find(({ error }) => error !== undefined);
  if (failed !== undefined) return `not evaluated, since ${clip(oneLine(failed.text), 60)} failed`;
  const decider = operands.find(({ evaluated, value }) => evaluated && value === (kind === "or"));
  if (decider === undefined) return "not evaluated";
  return `not evaluated, since ${clip(oneLine(decider.text), 60)} is ${decider.value}`;
}

function markOf({ value, error }: Explanation): string {
  if (error !== undefined) return "!";
  return value === true ? "✓" : "✗";
}

function isSame(one: Explanation, other: Explanation): boolean {
  return one.kind === other.kind && one.span.start === other.span.start && one.span.end === other.span.end;
}
