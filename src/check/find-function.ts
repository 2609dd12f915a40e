import { compareVersions } from "../core/compatibility.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { nearestFirst, suggestion } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { type FunctionDefinition, inVersion } from "../functions/define-function.ts";
import { isKnownFunction, ownerOf } from "../functions/known-names.ts";
import type { CheckSettings, Scope } from "./scope.ts";

type Settings = Pick<CheckSettings, "context" | "compatibility" | "functions" | "gates">;

/** The function of a name, where the context, the version and the gates have it; tells why not where they do not. */
export function findFunction(name: string, span: Span, scope: Scope): FunctionDefinition | undefined {
  return find(name, span, scope, scope);
}

/** The same of a name that is an argument. */
export function findNamedFunction(name: string, span: Span, scope: Scope): FunctionDefinition | undefined {
  const { context, compatibility, functions } = scope;
  const gate = functions.get(name)?.gate;
  if (gate === undefined || compatibility.has("gates_of_named_functions"))
    return findFunction(name, span, scope);
  return find(name, span, scope, { context, compatibility, functions, gates: new Set([gate]) });
}

function find(name: string, span: Span, scope: Scope, settings: Settings): FunctionDefinition | undefined {
  const definition = scope.functions.get(name);
  const wrong = definition === undefined ? missing(name, span, scope) : absence(definition, span, settings);
  if (wrong !== undefined) scope.diagnostics.push(wrong);
  return wrong === undefined && definition !== undefined
    ? inVersion(definition, scope.compatibility)
    : undefined;
}

/** The names of the editors or the converters that the context, the version and the gates have. */
export function functionNames(kind: FunctionDefinition["kind"], settings: Settings): readonly string[] {
  const span = { start: 0, end: 0 };
  return [...settings.functions.values()].flatMap((one) =>
    one.kind === kind && absence(one, span, settings) === undefined ? [one.name] : [],
  );
}

/** Why a name that is not among the functions given means none; also of what only one component has. */
export function missing(name: string, span: Span, settings: Settings): Diagnostic {
  if (isKnownFunction(name)) {
    const hint = "give it in the option `functions`, or use the entry that has all of them";
    return makeDiagnostic("function_not_included", { name }, span, { hint });
  }
  const owner = ownerOf(name);
  if (owner !== undefined)
    return makeDiagnostic("unknown_function", { name }, span, { hint: `only ${owner.called} has it` });
  const kind = /^[a-z]/.test(name) ? "editor" : "converter";
  const names = functionNames(kind, settings);
  const hint = `${kind}s: ${nearestFirst(name, names)}`;
  return makeDiagnostic("unknown_function", { name }, span, { ...suggestion(name, names), hint });
}

/** Why the context, the version or the gates do not have a function; nothing where they do. */
export function absence(
  { name, contexts, since, until, gate }: FunctionDefinition,
  span: Span,
  { context, compatibility: { version }, gates }: Settings,
): Diagnostic | undefined {
  if (contexts !== undefined && !contexts.includes(context.name)) {
    const only = `context ${contexts.join(" or ")}`;
    return makeDiagnostic("function_not_here", { name, context: context.name, only }, span);
  }
  const gone = until !== undefined && compareVersions(version, until) > 0;
  if (compareVersions(version, since) < 0 || gone)
    return makeDiagnostic("function_not_in_version", { name, version, since, until }, span);
  if (gate !== undefined && !gates.has(gate))
    return makeDiagnostic("gate_needed", { what: `function "${name}"`, gate }, span);
  return undefined;
}
