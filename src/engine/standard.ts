/** The engine with every function. */
import type { Inference } from "../check/infer-context.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { filterFunctions, standardFunctions, transformFunctions } from "../functions/index.ts";
import { check as checkWith, type TextKind } from "./check.ts";
import { type Condition, makeCondition } from "./condition.ts";
import { type Conditions, makeConditions, type SequenceOptions } from "./conditions.ts";
import { type InferredTexts, infer as inferWith } from "./infer.ts";
import type { Options } from "./options.ts";
import { makeStatement, type Statement } from "./statement.ts";
import { makeStatements, type Statements, type StatementsOptions } from "./statements.ts";
import { makeValue, makeValues, type ValueExpression, type Values } from "./value.ts";

/** How a text is understood; all functions unless some are given. */
export type StandardOptions = Partial<Options>;

const allFunctions = [...standardFunctions, ...filterFunctions, ...transformFunctions];

/** The options with every function where none are given. */
export function withAllFunctions<O extends StandardOptions>(options: O | undefined): O & Options {
  return { ...(options as O), functions: options?.functions ?? allFunctions };
}

/** Compiles a condition over records of a context, such as `condition("metric", 'name == "up"')`. */
export function condition(context: string, text: string, options?: StandardOptions): Condition {
  return makeCondition(context, text, withAllFunctions(options));
}

/** Compiles a list of conditions with one `error_mode`. */
export function conditions(
  context: string,
  texts: readonly string[],
  options?: StandardOptions & SequenceOptions,
): Conditions {
  return makeConditions(context, texts, withAllFunctions(options));
}

/** Compiles a value expression over records of a context, such as `value("metric", "Len(name)")`. */
export function value(context: string, text: string, options?: StandardOptions): ValueExpression {
  return makeValue(context, text, withAllFunctions(options));
}

/** Compiles a list of value expressions; where their context is inferred, they have one together. */
export function values(context: string, texts: readonly string[], options?: StandardOptions): Values {
  return makeValues(context, texts, withAllFunctions(options));
}

/** Compiles a statement over records of a context, such as `statement("log", 'set(severity_text, "INFO")')`. */
export function statement(context: string, text: string, options?: StandardOptions): Statement {
  return makeStatement(context, text, withAllFunctions(options));
}

/** Compiles a list of statements with one `error_mode`. */
export function statements(
  context: string,
  texts: readonly string[],
  options?: StandardOptions & StatementsOptions,
): Statements {
  return makeStatements(context, texts, withAllFunctions(options));
}

/** Tells which context texts are about, and what decided. */
export function infer(texts: InferredTexts, options?: StandardOptions): Inference {
  return inferWith(texts, withAllFunctions(options));
}

/**
 * Tells everything that is wrong with a text; nothing where it is right. `kind` says what the text is, a condition unless
 * it is said. Unusable options throw.
 */
export function check(
  context: string,
  text: string,
  options?: StandardOptions & { readonly kind?: TextKind },
): readonly Diagnostic[] {
  return checkWith(context, text, withAllFunctions(options));
}
