import type { OttlError } from "../diagnostics/ottl-error.ts";
import { OttlError as Thrown } from "../diagnostics/ottl-error.ts";
import { type Condition, makeCondition } from "./condition.ts";
import type { Options } from "./options.ts";

/** What a failing condition of a list means: skipped and reported, skipped, or the end of the evaluation. */
export type ErrorMode = "ignore" | "silent" | "propagate";

/** How a list of conditions is evaluated. */
export interface SequenceOptions {
  /** Default `propagate`, as in the reference's library; the processors have defaults of their own. */
  readonly errorMode?: ErrorMode;
  /** `or` (default): one true condition is enough; `and`: none may be false and one must be true. */
  readonly combine?: "or" | "and";
  /** Called under `ignore` for each condition that fails on a record. */
  readonly onError?: (error: OttlError, index: number, record: object) => void;
}

/** A list of conditions with one `error_mode`. */
export interface Conditions {
  readonly conditions: readonly Condition[];
  readonly errorMode: ErrorMode;
  /** The combined verdict; throws only under `propagate`. */
  matches(record: object): boolean;
  /** The index of the condition that decides (the first true one of `or`), or -1. */
  decide(record: object): number;
}

/** Compiles a list of conditions over records of a context; all of them are checked before one error is thrown. */
export function makeConditions(
  context: string,
  texts: readonly string[],
  options: Options & SequenceOptions,
): Conditions {
  return new Sequence(compileAll(context, texts, options), options);
}

function compileAll(context: string, texts: readonly string[], options: Options): Condition[] {
  const compiled: Condition[] = [];
  const errors: OttlError[] = [];
  for (const text of texts) {
    try {
      compiled.push(makeCondition(context, text, options));
    } catch (error) {
      if (!(error instanceof Thrown)) throw error;
      errors.push(error);
    }
  }
  const [first] = errors;
  if (first === undefined) return compiled;
  if (errors.length === 1) throw first;
  throw joined(errors, texts);
}

/** One error for several texts: the source is the texts, a line each, and the spans are moved to them. */
function joined(errors: readonly OttlError[], texts: readonly string[]): OttlError {
  const source = texts.join("\n");
  const diagnostics = errors.flatMap((error) => {
    let start = 0;
    for (const text of texts) {
      if (text === error.source) break;
      start += text.length + 1;
    }
    const move = (span: { start: number; end: number }) => ({
      start: span.start + start,
      end: span.end + start,
    });
    return error.diagnostics.map((d) => ({
      ...d,
      span: move(d.span),
      ...(d.fix === undefined ? {} : { fix: { ...d.fix, span: move(d.fix.span) } }),
    }));
  });
  const [first, ...rest] = diagnostics;
  const phase = errors[0]?.phase ?? "check";
  if (first === undefined) throw new Error("an error has a diagnostic");
  return new Thrown(phase, [first, ...rest], source);
}

class Sequence implements Conditions {
  readonly conditions: readonly Condition[];
  readonly errorMode: ErrorMode;
  readonly #all: boolean;
  readonly #onError: SequenceOptions["onError"];

  constructor(conditions: readonly Condition[], options: SequenceOptions) {
    this.conditions = conditions;
    this.errorMode = options.errorMode ?? "propagate";
    this.#all = options.combine === "and";
    this.#onError = options.onError;
  }

  matches(record: object): boolean {
    return this.#all ? this.#every(record) : this.decide(record) >= 0;
  }

  decide(record: object): number {
    for (let i = 0; i < this.conditions.length; i++) if (this.#one(i, record) === true) return i;
    return -1;
  }

  #every(record: object): boolean {
    let matched = false;
    for (let i = 0; i < this.conditions.length; i++) {
      const verdict = this.#one(i, record);
      if (verdict === false) return false;
      if (verdict === true) matched = true;
    }
    return matched;
  }

  /** The verdict of one condition, `undefined` where it failed and the mode goes on. */
  #one(index: number, record: object): boolean | undefined {
    const condition = this.conditions[index] as Condition;
    if (this.errorMode === "propagate") return condition.matches(record);
    try {
      return condition.matches(record);
    } catch (error) {
      if (!(error instanceof Thrown)) throw error;
      if (this.errorMode === "ignore") this.#onError?.(error, index, record);
      return undefined;
    }
  }
}
