import type { Span } from "../../src/diagnostics/diagnostic.ts";
import { OttlError } from "../../src/diagnostics/ottl-error.ts";
import type { Condition, ConditionExplanation } from "../../src/engine/condition.ts";
import type { Explanation } from "../../src/engine/explain.ts";
import { condition, type StandardOptions } from "../../src/engine/standard.ts";

/** A piece of the text and what is put in its place. */
interface Edit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Asks whether the sub-expression that an explanation says decided did so: with the opposite in its place the answer is the
 * opposite, and where it failed there is an answer. Nothing else is changed but what was not evaluated, which is made to say
 * nothing.
 */
export class Deciders {
  readonly #original: Condition;
  readonly #options: StandardOptions;
  readonly #edited = new Map<string, Condition>();

  constructor(original: Condition, options: StandardOptions) {
    this.#original = original;
    this.#options = options;
  }

  /** What is wrong with the decider of an explanation; nothing where it decided. */
  problem(record: object, explanation: ConditionExplanation): string | undefined {
    const { value, error, decidedBy } = explanation;
    const says = (word: boolean) =>
      this.#answer(record, explanation, { span: decidedBy.span, text: String(word) });
    if (error !== undefined) {
      const answers = [says(true), says(false)];
      return answers.every((answer) => typeof answer === "boolean")
        ? undefined
        : `without the failing ${decidedBy.text} it still fails: ${answers.join(", ")}`;
    }
    if (typeof decidedBy.value !== "boolean") return `${decidedBy.text} is said to decide, and is no bool`;
    const [same, opposite] = [says(decidedBy.value), says(!decidedBy.value)];
    return same === value && opposite === !value
      ? undefined
      : `${decidedBy.text} is said to decide, it is ${value}; with ${decidedBy.value} it is ${same}, with the opposite ${opposite}`;
  }

  #answer(record: object, explanation: Explanation, decider: Edit): boolean | string {
    const { start, end } = decider.span;
    const others = unasked(explanation).filter(({ span }) => span.end <= start || span.start >= end);
    const edits = [decider, ...others].sort((a, b) => b.span.start - a.span.start);
    const text = edits.reduce(
      (all, { span, text }) => `${all.slice(0, span.start)} ${text} ${all.slice(span.end)}`,
      this.#original.text,
    );
    try {
      let edited = this.#edited.get(text);
      edited ??= condition(this.#original.context, text, this.#options);
      this.#edited.set(text, edited);
      return edited.matches(record);
    } catch (error) {
      if (error instanceof OttlError) return error.message;
      throw error;
    }
  }
}

/** What says nothing in place of each operand that was not evaluated. */
function unasked({ kind, children }: Explanation): readonly Edit[] {
  if (kind !== "and" && kind !== "or" && kind !== "not") return [];
  return children.flatMap((child) => {
    if (child.evaluated) return unasked(child);
    return [{ span: child.span, text: String(kind === "and") }];
  });
}
