import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import { isKnownFunction, isTransformFunction } from "../functions/known-names.ts";

/**
 * Looks up what the syntax took for an editor where a converter is needed: a name that no editor has is said to be
 * unknown, and the repair is kept where there is such a converter.
 */
export function misnamedEditor(
  found: Diagnostic,
  source: string,
  functions: ReadonlyMap<string, FunctionDefinition>,
): Diagnostic {
  if (found.code === "editor_expected") return misnamedConverter(found, functions);
  if (found.code !== "converter_expected" || found.fix === undefined) return found;
  const { fix, ...rest } = found;
  const { span } = found;
  const name = source.slice(span.start, span.end).replaceAll(/\s/g, "");
  const written = fix.text.toLowerCase();
  const names = [...functions.values()].flatMap(({ kind, name }) => (kind === "converter" ? [name] : []));
  const text =
    names.find((one) => one.toLowerCase() === written) ?? (isKnownFunction(fix.text) ? fix.text : undefined);
  const repair = text === undefined ? {} : { fix: { ...fix, title: `write "${text}"`, text } };
  if (functions.get(name)?.kind === "editor" || isKnownFunction(name)) return { ...rest, ...repair };
  if (text !== undefined) return makeDiagnostic("unknown_function", { name }, span, repair);
  if (isTransformFunction(name))
    return makeDiagnostic("unknown_function", { name }, span, {
      hint: "only the transform processor has it",
    });
  return makeDiagnostic("unknown_function", { name }, span, {
    ...suggestion(fix.text, names),
    hint: "the names of converters begin with an upper-case letter",
  });
}

/** The same for a converter in place of an editor: its value can only be written somewhere by one. */
function misnamedConverter(
  found: Diagnostic,
  functions: ReadonlyMap<string, FunctionDefinition>,
): Diagnostic {
  const { fix, ...rest } = found;
  if (fix === undefined || isKnownFunction(fix.text) || functions.has(fix.text)) return found;
  return { ...rest, hint: "write its value to a path with the editor set(path, value)" };
}
