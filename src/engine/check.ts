import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { makeCondition } from "./condition.ts";
import { type Options, oneOf } from "./options.ts";
import { makeStatement } from "./statement.ts";
import { makeValue } from "./value.ts";

/** What a text is. */
export type TextKind = "condition" | "value" | "statement";

const makers = { condition: makeCondition, value: makeValue, statement: makeStatement } as const;

/** Tells everything that is wrong with a text over a context; nothing where it is right. Unusable options throw. */
export function check(
  context: string,
  text: string,
  options: Options & { readonly kind?: TextKind },
): readonly Diagnostic[] {
  const kind = oneOf("kind", ["condition", "value", "statement"], options.kind ?? "condition");
  try {
    makers[kind](context, text, options);
    return [];
  } catch (error) {
    if (error instanceof OttlError && error.phase !== "configuration") return error.diagnostics;
    throw error;
  }
}
