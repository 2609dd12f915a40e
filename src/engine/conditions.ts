import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireKind } from "../diagnostics/require-options.ts";
import { compileAll } from "./compile-all.ts";
import { type Condition, makeCondition } from "./condition.ts";
import { aboutOne } from "./infer.ts";
import { checkSettings, type Options, oneOf, requireKnownOptions } from "./options.ts";

/** What a failing condition of a list means: skipped and reported, skipped, or the end of the evaluation. */
export type ErrorMode = "ignore" | "silent" | "propagate";

/** The words for `errorMode`. */
export const errorModes: readonly ErrorMode[] = ["ignore", "silent", "propagate"];

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
  readonly context: string;
  readonly conditions: readonly Condition[];
  readonly errorMode: ErrorMode;
  /** The combined verdict; throws only under `propagate`. */
  matches(record: object): boolean;
  /** The index of the condition that decides, the first true one of `or` or the first false one of `and`, or -1. */
  decide(record: object): number;
}

/** Compiles a list of conditions over records of a context; all of them are checked before one error is thrown. */
export function makeConditions(
  context: string,
  texts: readonly string[],
  options: Options & SequenceOptions,
): Conditions {
  requireKind("texts", "texts", texts);
  requireKnownOptions(options, ["errorMode", "combine", "onError"]);
  const { errorMode: _, combine: __, onError: ___, ...others } = options;
  const { name, settings } = aboutOne("condition", context, texts, others);
  checkSettings(name, "", settings);
  return new Sequence(
    name,
    compileAll(texts, (text) => makeCondition(name, text, settings)),
    options,
  );
}

class Sequence implements Conditions {
  readonly context: string;
  readonly conditions: readonly Condition[];
  readonly errorMode: ErrorMode;
  readonly #all: boolean;
  readonly #onError: SequenceOptions["onError"];

  constructor(context: string, conditions: readonly Condition[], options: SequenceOptions) {
    this.context = context;
    this.conditions = conditions;
    this.errorMode = oneOf("errorMode", errorModes, options.errorMode ?? "propagate");
    this.#all = oneOf("combine", ["or", "and"], options.combine ?? "or") === "and";
    this.#onError = options.onError;
  }

  matches(record: object): boolean {
    return this.#all ? this.#every(record) : this.decide(record) >= 0;
  }

  decide(record: object): number {
    const decides = !this.#all;
    for (let i = 0; i < this.conditions.length; i++) if (this.#one(i, record) === decides) return i;
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
      if (!(error instanceof OttlError)) throw error;
      if (this.errorMode === "ignore") this.#onError?.(error, index, record);
      return undefined;
    }
  }
}
