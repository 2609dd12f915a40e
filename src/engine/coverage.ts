import type { Span } from "../diagnostics/diagnostic.ts";
import type { Explanation } from "./explain.ts";

/** What was seen of a condition or sub-condition of a text. */
export interface CoveredCondition {
  readonly kind: "condition";
  readonly text: string;
  readonly span: Span;
  /** How often it was true, false, or failed. */
  readonly seen: { readonly true: number; readonly false: number; readonly error: number };
  /** Whether it is known before running, so that nothing more can be seen. */
  readonly isConstant: boolean;
}

/** What was seen of the editor of a statement. */
export interface CoveredEditor {
  readonly kind: "editor";
  readonly text: string;
  readonly span: Span;
  /** How often it ran to its end, or failed. */
  readonly seen: { readonly ran: number; readonly error: number };
}

export type Covered = CoveredCondition | CoveredEditor;

interface Tally {
  readonly text: string;
  readonly span: Span;
  readonly kind: Covered["kind"];
  isConstant: boolean;
  true: number;
  false: number;
  error: number;
}

/** What was seen of a condition or a statement, added up over its explanations on records. */
export class Coverage {
  readonly #tallies = new Map<string, Tally>();

  /** Of the shape only the sub-expressions count, not what they gave. */
  constructor(shape: Explanation) {
    this.#walk(shape, false);
  }

  /** Adds what an explanation of the same text tells; that of another version may be folded differently. */
  add(explanation: Explanation): void {
    this.#walk(explanation, true);
  }

  /** Every condition, sub-condition and editor, in the order of the text, the outer ones first. */
  get covered(): readonly Covered[] {
    return [...this.#tallies.values()]
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
      .map((tally): Covered => {
        const { kind, text, span, isConstant, error } = tally;
        if (kind === "editor") return { kind, text, span, seen: { ran: tally.true, error } };
        return { kind, text, span, isConstant, seen: { true: tally.true, false: tally.false, error } };
      });
  }

  #walk(explanation: Explanation, counts: boolean): void {
    if (explanation.kind !== "statement") {
      this.#inside(explanation, true, counts);
      return;
    }
    const [editor, where] = explanation.children;
    if (editor !== undefined) this.#editor(editor, counts);
    if (where !== undefined) this.#inside(where, true, counts);
  }

  #editor(editor: Explanation, counts: boolean): void {
    const tally = this.#tally(editor, "editor");
    if (counts && editor.evaluated) tally[editor.error === undefined ? "true" : "error"]++;
    for (const child of editor.children) this.#inside(child, false, counts);
  }

  /** The conditions of an expression: what is asked, the operands of chains, and bodies of lambdas. */
  #inside(explanation: Explanation, isAsked: boolean, counts: boolean): void {
    const { kind, children } = explanation;
    if (isAsked || conditions.has(kind)) this.#condition(explanation, counts);
    if (kind === "constant") return; // what it was folded of is the same text
    for (const child of children) this.#inside(child, chains.has(kind), counts);
  }

  #condition(explanation: Explanation, counts: boolean): void {
    const { kind, evaluated, error, value, before } = explanation;
    const tally = this.#tally(explanation, "condition", kind === "constant");
    if (kind === "constant") return;
    tally.isConstant = false; // another version may fold it
    if (!counts) return;
    for (const outcome of ["true", "false", "error"] as const) tally[outcome] += before?.[outcome] ?? 0;
    if (error !== undefined) tally.error++;
    else if (evaluated) tally[value === true ? "true" : "false"]++;
  }

  #tally(explanation: Explanation, kind: Covered["kind"], isConstant = false): Tally {
    const key = `${kind} ${explanation.span.start}:${explanation.span.end}`;
    let tally = this.#tallies.get(key);
    if (tally === undefined) {
      const { text, span } = explanation;
      tally = { text, span, kind, isConstant, true: 0, false: 0, error: 0 };
      this.#tallies.set(key, tally);
    }
    return tally;
  }
}

const chains = new Set(["and", "or", "not"]);
const conditions = new Set(["compare", ...chains]);

/** How many outcomes there are to be seen, true and false of each condition and that an editor ran, and how many were. */
export function outcomesOf(covered: readonly Covered[]): { readonly seen: number; readonly all: number } {
  let seen = 0;
  let all = 0;
  for (const one of covered) {
    if (one.kind === "editor") {
      all++;
      if (one.seen.ran > 0) seen++;
    } else if (!one.isConstant) {
      all += 2;
      seen += Number(one.seen.true > 0) + Number(one.seen.false > 0);
    }
  }
  return { seen, all };
}
