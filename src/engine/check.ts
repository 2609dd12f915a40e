import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { makeCondition } from "./condition.ts";
import { type Options, oneOf, requireKnownOptions } from "./options.ts";
import { makeStatement } from "./statement.ts";
import { makeValue } from "./value.ts";

/** What a text is. */
export type TextKind = "condition" | "value" | "statement";

const makers = { condition: makeCondition, value: makeValue, statement: makeStatement } as const;

/**
 * Tells everything that is wrong with a text over a context, and what is odd about the options; nothing where all is
 * right. `kind` says what the text is, a condition unless it is said. Unusable options throw.
 */
export function check(
  context: string,
  text: string,
  options: Options & { readonly kind?: TextKind },
): readonly Diagnostic[] {
  requireKnownOptions(options, ["kind"]);
  const { kind: given = "condition", ...others } = options;
  const kind = oneOf("kind", ["condition", "value", "statement"], given);
  const warnings: Diagnostic[] = [];
  try {
    makers[kind](context, text, { ...others, onWarning: (warning) => warnings.push(warning) });
    return warnings;
  } catch (error) {
    if (error instanceof OttlError && error.phase !== "configuration")
      return [...warnings, ...error.diagnostics];
    throw error;
  }
}
