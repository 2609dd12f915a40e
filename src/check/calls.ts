import { resolveField } from "../contexts/resolve.ts";
import { assertNever } from "../core/assert-never.ts";
import { capabilities } from "../core/compatibility.ts";
import { Failure } from "../core/failure.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { messageOf } from "../diagnostics/messages.ts";
import type { FunctionDefinition } from "../functions/define-function.ts";
import type { Argument, Call } from "../syntax/ast.ts";
import { bindArguments, paramNamed } from "./arguments.ts";
import { findFunction } from "./find-function.ts";
import type { ArgumentIr, CallIr, ReadIr, ValueIr } from "./ir.ts";
import { checkConverterKeys } from "./keys.ts";
import type { Scope } from "./scope.ts";

/** Checks the call of a converter and the keys that follow it. */
export function checkCall(node: Call, scope: Scope): ValueIr | undefined {
  const call = checkFunctionCall(node, scope);
  const keys = checkConverterKeys(node.keys, scope);
  if (call === undefined || keys === undefined) return undefined;
  return keys.length === 0 ? call : { kind: "index", type: "any", target: call, keys, node };
}

/** Checks the call of a converter or an editor without keys. */
export function checkFunctionCall(node: Call, scope: Scope): CallIr | undefined {
  const definition = findFunction(node.name, node.nameSpan, scope);
  if (definition === undefined) {
    for (const { value } of node.args) {
      if (value.kind !== "FunctionName" && value.kind !== "Lambda") scope.value(value);
    }
    return undefined;
  }
  if (!scope.compatibility.has("lambda_syntax")) refuseLambdas(node, scope);
  // The reference does not look at what is given to a function without parameters.
  const args = definition.params.length === 0 ? [] : bindArguments(node, definition, scope);
  if (args === undefined) return undefined;
  const read = (path: string): ReadIr => ({
    kind: "read",
    type: "any",
    path: resolveField(scope.context, path),
    keys: [],
    node,
  });
  const reads = (definition.reads ?? []).map(read);
  const writes = (definition.writes ?? []).map(read);
  const evaluate = createFunction(node, definition, args, scope);
  if (evaluate === undefined) return undefined;
  const type = definition.returns.name;
  return { kind: "call", type, definition, evaluate, reads, writes, args, node };
}

function refuseLambdas({ args }: Call, { compatibility: { version }, diagnostics }: Scope): void {
  const { since } = capabilities.lambda_syntax;
  for (const { value } of args) {
    if (value.kind !== "Lambda") continue;
    diagnostics.push(
      makeDiagnostic("syntax_not_in_version", { what: "a lambda", version, since }, value.span),
    );
  }
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
    const { argument } = error.params;
    const at = args.findIndex(({ param }) => param.name === argument);
    const span = argumentOf(node, definition, at)?.value.span ?? node.span;
    const reason = messageOf(error.code, error.params);
    scope.diagnostics.push(makeDiagnostic("call_refused", { name, reason }, span));
    return undefined;
  }
}

/** What was written for a parameter. */
function argumentOf(node: Call, { params }: FunctionDefinition, index: number): Argument | undefined {
  return node.args.find((argument, i) =>
    argument.name === null ? i === index : paramNamed(argument.name, params) === params[index],
  );
}

/** The value of an argument that does not depend on records. */
function knownValue(arg: ArgumentIr): unknown {
  switch (arg.kind) {
    case "constant":
    case "function":
      return arg.value;
    case "items": {
      const items = arg.items.map(knownValue);
      return items.includes(undefined) && !arg.param.type.items?.partly ? undefined : items;
    }
    case "lazy": {
      const value = knownValue(arg.argument);
      return value === undefined ? undefined : () => value;
    }
    case "dynamic":
    case "place":
    case "lambda":
      return undefined;
    default:
      return assertNever(arg);
  }
}
