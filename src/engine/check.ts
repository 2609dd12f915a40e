import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";
import { makeCondition } from "./condition.ts";
import { type Options, oneOf } from "./options.ts";
import { makeValue } from "./value.ts";

/** What a text is. */
export type TextKind = "condition" | "value";

/** Tells everything that is wrong with a text over a context; nothing where it is right. Unusable options throw. */
export function check(
  context: string,
  text: string,
  options: Options & { readonly kind?: TextKind },
): readonly Diagnostic[] {
  const kind = oneOf("kind", ["condition", "value"], options.kind ?? "condition");
  try {
    if (kind === "value") makeValue(context, text, options);
    else makeCondition(context, text, options);
    return [];
  } catch (error) {
    if (error instanceof OttlError && error.phase !== "configuration") return error.diagnostics;
    throw error;
  }
}
