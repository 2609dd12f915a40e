import { resolveField } from "../contexts/resolve.ts";
import { compareVersions } from "../core/compatibility.ts";
import { Failure } from "../core/failure.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { messageOf } from "../diagnostics/messages.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import { isKnownFunction } from "../functions/known-names.ts";
import type { Call } from "../syntax/ast.ts";
import { bindArguments } from "./arguments.ts";
import type { ArgumentIr, CallIr, ReadIr, ValueIr } from "./ir.ts";
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
  const evaluate = createFunction(node, definition, args, scope);
  if (evaluate === undefined) return undefined;
  const type = definition.returns.name;
  const call: CallIr = { kind: "call", type, definition, evaluate, reads, args, node };
  return keys.length === 0 ? call : { kind: "index", type: "any", target: call, keys, node };
}

/** Lets the function look at the arguments that are known, and tells what it finds wrong with them. */
function createFunction(
  node: Call,
  definition: FunctionDefinition,
  args: readonly ArgumentIr[],
  scope: Scope,
): CallIr["evaluate"] | undefined {
  const create = definition.create as (...known: unknown[]) => CallIr["evaluate"]; // bound to its parameters
  try {
    return create(...args.map(knownValue));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { name } = definition;
    const at = args.find(({ param }) => param.name === error.params["argument"]);
    const span = (at === undefined ? undefined : spanOfArgument(at)) ?? node.span;
    const reason = messageOf(error.code, error.params);
    scope.diagnostics.push(makeDiagnostic("call_refused", { name, reason }, span));
    return undefined;
  }
}

/** The value of an argument that does not depend on records. */
function knownValue(arg: ArgumentIr): unknown {
  if (arg.kind === "constant") return arg.value;
  if (arg.kind === "dynamic") return undefined;
  const items = arg.items.map(knownValue);
  return items.includes(undefined) ? undefined : items;
}

function spanOfArgument(arg: ArgumentIr): Span | undefined {
  if (arg.kind !== "items") return arg.source?.node.span;
  const [first] = arg.items;
  return first === undefined ? undefined : spanOfArgument(first);
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
