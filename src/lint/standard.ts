import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type StandardOptions, withAllFunctions } from "../engine/standard.ts";
import { type LintOptions, lintTexts } from "./lint.ts";

/**
 * Tells what is wrong with a text, as `check` does, and where nothing is, what is odd about it: comparisons that never
 * hold, patterns that match more than they look like, conditions that add nothing; with a fix where there is one. Of
 * several texts, which stand in one list of a configuration, it answers a list for each.
 */
export function lint(
  context: string,
  text: string,
  options?: StandardOptions & LintOptions,
): readonly Diagnostic[];
export function lint(
  context: string,
  texts: readonly string[],
  options?: StandardOptions & LintOptions,
): readonly (readonly Diagnostic[])[];
export function lint(
  context: string,
  given: string | readonly string[],
  options?: StandardOptions & LintOptions,
): readonly Diagnostic[] | readonly (readonly Diagnostic[])[] {
  const complete = withAllFunctions(options);
  if (typeof given !== "string") return lintTexts(context, given, complete);
  return lintTexts(context, [given], complete)[0] ?? [];
}
