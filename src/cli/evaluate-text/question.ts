import { OttlError } from "../../diagnostics/ottl-error.ts";
import { condition, type StandardOptions, statement, value } from "../../engine/standard.ts";
import type { Kind } from "../../syntax/parse.ts";
import { explanationTree } from "../../testing/explanation-tree.ts";
import { showResult } from "../catalogue/show-result.ts";
import { stringify } from "../json.ts";
import { valueTree } from "./value-tree.ts";

/** A text that can be asked of records. */
export interface Question {
  readonly kind: Kind;
  readonly context: string;
  /** The line for a record; throws an `OttlError` where the evaluation fails. A statement changes the record. */
  answer(record: object): string;
  /** The sub-expressions with their values on a record, before the answer; never throws. */
  explain(record: object): readonly string[];
}

/** A call can be read as a value and as a condition; the value of one that is a condition is its answer, too. */
const kinds: readonly Kind[] = ["value", "condition", "statement"];

/** How a text is read. */
export interface Asking {
  readonly kind: Kind | undefined;
  /** The contexts to try, in order; `inferred` stands for what the paths name. */
  readonly contexts: readonly string[];
  readonly options: StandardOptions;
}

/**
 * Reads a text as the first kind over the first context that it can be.
 *
 * @throws {OttlError} that says why it is what it looks like most, and wrong.
 */
export function questionOf(text: string, { kind, contexts, options }: Asking): Question {
  const errors: { readonly kind: Kind; readonly error: OttlError }[] = [];
  for (const context of contexts) {
    for (const one of kind === undefined ? kinds : [kind]) {
      try {
        return makers[one](context, text, options);
      } catch (error) {
        if (!(error instanceof OttlError)) throw error;
        errors.push({ kind: one, error });
      }
    }
  }
  throw likeliest(errors.map(({ error }) => error));
}

const makers: Readonly<Record<Kind, (context: string, text: string, options: StandardOptions) => Question>> =
  {
    condition(context, text, options) {
      const made = condition(context, text, options);
      return {
        kind: "condition",
        context: made.context,
        answer: (record) => String(made.matches(record)),
        explain: (record) => explanationTree(made.explain(record)),
      };
    },
    value(context, text, options) {
      const made = value(context, text, options);
      return {
        kind: "value",
        context: made.context,
        answer: (record) => showResult(made.evaluate(record)),
        explain: (record) => valueTree(made.explain(record)),
      };
    },
    statement(context, text, options) {
      const made = statement(context, text, options);
      const { where } = made.ast;
      const clause = where === null ? undefined : text.slice(where.span.start, where.span.end);
      const asked = clause === undefined ? undefined : condition(context, clause, options);
      return {
        kind: "statement",
        context: made.context,
        answer(record) {
          made.execute(record);
          return recordJson(record);
        },
        explain: (record) => (asked === undefined ? [] : explanationTree(asked.explain(record))),
      };
    },
  };

/** The objects of a record, without the lists that they stand in. */
function recordJson(record: object): string {
  const shown = Object.entries(record).filter(
    ([name, part]) =>
      !name.endsWith("Container") &&
      name !== "dictionary" &&
      !(name === "cache" && Array.isArray(part) && part.length === 0),
  );
  return stringify(Object.fromEntries(shown));
}

/** Codes that say that a text is of another kind. */
const otherKind: ReadonlySet<string> = new Set([
  "not_boolean",
  "not_a_condition",
  "condition_as_value",
  "editor_expected",
  "converter_expected",
]);

/** The error of the reading that came furthest: checked, then read for longest. */
function likeliest(errors: readonly OttlError[]): OttlError {
  const rank = (error: OttlError): number => {
    const [{ span, code }] = error.diagnostics;
    if (otherKind.has(code)) return -1;
    return error.phase === "syntax" ? span.start : Number.POSITIVE_INFINITY;
  };
  const [first, ...others] = errors;
  if (first === undefined) throw new Error("a text is tried at least once");
  return others.reduce((best, error) => (rank(error) > rank(best) ? error : best), first);
}
