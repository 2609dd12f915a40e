import { compareVersions } from "../core/compatibility.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { type FunctionDefinition, inVersion } from "../functions/define-function.ts";
import { isKnownFunction } from "../functions/known-names.ts";
import type { Scope } from "./scope.ts";

/** The function of a name, where the context, the version and the gates have it; tells why not where they do not. */
export function findFunction(name: string, span: Span, scope: Scope): FunctionDefinition | undefined {
  const report = (...found: Parameters<typeof makeDiagnostic>) => {
    scope.diagnostics.push(makeDiagnostic(...found));
    return undefined;
  };
  const definition = scope.functions.get(name);
  if (definition === undefined) {
    if (isKnownFunction(name)) {
      const hint = "give it in the option `functions`, or use the entry that has all of them";
      return report("function_not_included", { name }, span, { hint });
    }
    const isEditor = /^[a-z]/.test(name);
    const names = [...scope.functions.values()].flatMap((one) =>
      (one.kind === "editor") === isEditor ? [one.name] : [],
    );
    const hint = `${isEditor ? "editors" : "converters"}: ${names.join(", ")}`;
    return report("unknown_function", { name }, span, { ...suggestion(name, names), hint });
  }
  const { contexts, since, until, gate } = definition;
  if (contexts !== undefined && !contexts.includes(scope.context.name)) {
    const only = `context ${contexts.join(" or ")}`;
    return report("function_not_here", { name, context: scope.context.name, only }, span);
  }
  const { version } = scope.compatibility;
  const gone = until !== undefined && compareVersions(version, until) > 0;
  if (compareVersions(version, since) < 0 || gone)
    return report("function_not_in_version", { name, version, since, until }, span);
  if (gate !== undefined && !scope.gates.has(gate))
    return report("gate_needed", { what: `function "${name}"`, gate }, span);
  return inVersion(definition, scope.compatibility);
}
