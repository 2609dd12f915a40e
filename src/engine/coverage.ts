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
  readonly kind: Covered["kind"];
  readonly text: string;
  readonly span: Span;
  isConstant: boolean;
  /** True of a condition, run of an editor. */
  true: number;
  false: number;
  error: number;
}

/** What was seen of a condition or a statement, added up over its explanations on records. */
export class Coverage {
  readonly #tallies = new Map<string, Tally>();

  /** Of the shape only the sub-expressions count, not what they gave. */
  constructor(shape: Explanation) {
    for (const part of partsOf(shape)) this.#tally(part);
  }

  /** Adds what an explanation of the same text tells; that of another version may be folded differently. */
  add(explanation: Explanation): void {
    for (const part of partsOf(explanation)) {
      const tally = this.#tally(part);
      const { kind, evaluated, error, value, before } = part.explanation;
      if (kind === "constant") continue;
      for (const outcome of ["true", "false", "error"] as const) tally[outcome] += before?.[outcome] ?? 0;
      if (error !== undefined) tally.error++;
      else if (evaluated) tally[part.kind === "editor" || value === true ? "true" : "false"]++;
    }
  }

  /** Every condition, sub-condition and editor, in the order of the text, the outer ones first. */
  get covered(): readonly Covered[] {
    return [...this.#tallies.values()]
      .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
      .map(({ kind, text, span, isConstant, error, ...seen }): Covered => {
        if (kind === "editor") return { kind, text, span, seen: { ran: seen.true, error } };
        return { kind, text, span, isConstant, seen: { ...seen, error } };
      });
  }

  #tally({ kind, explanation }: Part): Tally {
    const { text, span } = explanation;
    const key = `${kind} ${span.start}:${span.end}`;
    const isConstant = explanation.kind === "constant";
    const tally = this.#tallies.get(key) ?? { kind, text, span, isConstant, true: 0, false: 0, error: 0 };
    this.#tallies.set(key, tally);
    tally.isConstant &&= isConstant; // another version may not fold it
    return tally;
  }
}

/** A part of a text that counts. */
interface Part {
  readonly kind: Covered["kind"];
  readonly explanation: Explanation;
}

function* partsOf(explanation: Explanation): Generator<Part> {
  if (explanation.kind !== "statement") {
    yield* conditionsIn(explanation, true);
    return;
  }
  const [editor, where] = explanation.children;
  if (editor !== undefined) {
    yield { kind: "editor", explanation: editor };
    for (const child of editor.children) yield* conditionsIn(child, false);
  }
  if (where !== undefined) yield* conditionsIn(where, true);
}

/** The conditions of an expression: what is asked, the operands of chains, and bodies of lambdas. */
function* conditionsIn(explanation: Explanation, isAsked: boolean): Generator<Part> {
  const { kind, children } = explanation;
  if (isAsked || conditions.has(kind)) yield { kind: "condition", explanation };
  if (kind === "constant") return; // what it was folded of is the same text
  for (const child of children) yield* conditionsIn(child, chains.has(kind));
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
