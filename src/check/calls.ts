import { resolveField } from "../contexts/resolve.ts";
import { compareVersions } from "../core/compatibility.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import { isKnownFunction } from "../functions/known-names.ts";
import type { Call } from "../syntax/ast.ts";
import { bindArguments } from "./arguments.ts";
import type { CallIr, ReadIr, ValueIr } from "./ir.ts";
import { checkKeys, type Scope } from "./scope.ts";

/** Checks the call of a converter and the keys that follow it. */
export function checkCall(node: Call, scope: Scope): ValueIr | undefined {
  const definition = findFunction(node, scope);
  if (definition === undefined) {
    for (const argument of node.args) if (argument.value.kind !== "FunctionName") scope.value(argument.value);
    return undefined;
  }
  const args = bindArguments(node, definition, scope);
  const keys = checkKeys(node.keys, scope);
  if (args === undefined || keys === undefined) return undefined;
  const reads = (definition.reads ?? []).map(
    (path): ReadIr => ({
      kind: "read",
      type: "any",
      path: resolveField(scope.context, path),
      keys: [],
      node,
    }),
  );
  const call: CallIr = { kind: "call", type: definition.returns.name, definition, reads, args, node };
  return keys.length === 0 ? call : { kind: "index", type: "any", target: call, keys, node };
}

function findFunction(node: Call, scope: Scope): FunctionDefinition | undefined {
  const { name } = node;
  const definition = scope.functions.get(name);
  const report = (diagnostic: Parameters<typeof scope.diagnostics.push>[0]) => {
    scope.diagnostics.push(diagnostic);
    return undefined;
  };
  if (definition === undefined) {
    if (isKnownFunction(name)) {
      const hint = "give it in the option `functions`, or use the entry that has all of them";
      return report(makeDiagnostic("function_not_included", { name }, node.nameSpan, { hint }));
    }
    const hint = `functions: ${[...scope.functions.keys()].join(", ")}`;
    return report(
      makeDiagnostic("unknown_function", { name }, node.nameSpan, {
        ...suggestion(name, scope.functions.keys()),
        hint,
      }),
    );
  }
  if (definition.contexts !== undefined && !definition.contexts.includes(scope.context.name)) {
    const only = `context ${definition.contexts.join(" or ")}`;
    return report(
      makeDiagnostic("function_not_here", { name, context: scope.context.name, only }, node.nameSpan),
    );
  }
  const { version } = scope.compatibility;
  const gone = definition.until !== undefined && compareVersions(version, definition.until) > 0;
  if (compareVersions(version, definition.since) < 0 || gone) {
    const { since, until } = definition;
    return report(makeDiagnostic("function_not_in_version", { name, version, since, until }, node.nameSpan));
  }
  return definition;
}
