import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import { isKnownFunction } from "../functions/known-names.ts";

/**
 * Looks up what the syntax took for an editor where a converter is needed: the repair is kept where there is such a
 * converter, and a name that no function has is said to be unknown.
 */
export function misnamedEditor(
  found: Diagnostic,
  source: string,
  functions: ReadonlyMap<string, FunctionDefinition>,
): Diagnostic {
  if (found.code !== "converter_expected" || found.fix === undefined) return found;
  const { fix, ...rest } = found;
  const written = fix.text.toLowerCase();
  const names = [...functions.values()].flatMap(({ kind, name }) => (kind === "converter" ? [name] : []));
  const text = names.find((name) => name.toLowerCase() === written);
  if (text !== undefined) return { ...rest, fix: { ...fix, title: `write "${text}"`, text } };
  const name = source.slice(found.span.start, found.span.end).replaceAll(/\s/g, "");
  if (isKnownFunction(fix.text)) return found;
  if (isKnownFunction(name)) return rest;
  return makeDiagnostic("unknown_function", { name }, found.span, {
    ...suggestion(fix.text, names),
    hint: "the names of converters begin with an upper-case letter",
  });
}
