import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import { isKnownFunction, ownerOf } from "../functions/known-names.ts";
import { notAnEditor } from "../syntax/syntax-errors.ts";
import { absence, functionNames, missing } from "./find-function.ts";
import type { CheckSettings } from "./scope.ts";

/**
 * Looks up what the syntax took for an editor where a converter is needed: a name that no editor has is said to be
 * unknown, and the repair is kept where there is such a converter, in the context, the version and with the gates.
 */
export function misnamedEditor(found: Diagnostic, source: string, settings: CheckSettings): Diagnostic {
  const { functions } = settings;
  if (found.code === "editor_expected") return misnamedConverter(found, functions);
  if (found.code === "function_without_call") return notCalled(found, source, settings);
  if (found.code !== "converter_expected" || found.fix === undefined) return found;
  const { fix, ...rest } = found;
  const { span } = found;
  const name = nameAt(found, source);
  const written = fix.text.toLowerCase();
  const meant = [...functions.values()].find(
    (one) => one.kind === "converter" && one.name.toLowerCase() === written,
  );
  const absent = meant && absence(meant, span, settings);
  const text = absent === undefined ? meant?.name : undefined;
  const repair = text === undefined ? {} : { fix: { ...fix, title: `write "${text}"`, text } };
  if (functions.get(name)?.kind === "editor" || isKnownFunction(name)) return { ...rest, ...repair };
  if (text !== undefined) return makeDiagnostic("unknown_function", { name }, span, repair);
  if (absent !== undefined) return absent;
  if (ownerOf(name) !== undefined || isKnownFunction(fix.text))
    return missing(isKnownFunction(fix.text) ? fix.text : name, span, settings);
  return makeDiagnostic("unknown_function", { name }, span, {
    ...suggestion(fix.text, functionNames("converter", settings)),
    hint: "the names of converters begin with an upper-case letter",
  });
}

/** A name alone is no call of something that is not the name of a function, nor nearly. */
function notCalled(found: Diagnostic, source: string, settings: CheckSettings): Diagnostic {
  const name = nameAt(found, source);
  const { functions } = settings;
  if (functions.has(name) || isKnownFunction(name) || ownerOf(name) !== undefined) return found;
  const names = functionNames(/^[a-z]/.test(name) ? "editor" : "converter", settings);
  const near = suggestion(name, names);
  if (near.label !== undefined || /^[A-Z]/.test(name)) return { ...found, ...near };
  return notAnEditor(name, found.span);
}

function nameAt({ span }: Diagnostic, source: string): string {
  return source.slice(span.start, span.end).replaceAll(/\s/g, "");
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
