import { compareVersions } from "../core/compatibility.ts";
import { Failure } from "../core/failure.ts";
import type { Type } from "../core/types.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { FunctionDefinition, Param } from "../functions/define-function.ts";
import type { Argument, Call, Expression, FunctionName } from "../syntax/ast.ts";
import type { ArgumentIr } from "./ir.ts";
import { literalDiagnostic, literalOf } from "./literals.ts";
import type { Scope } from "./scope.ts";

/** Binds the arguments of a call to the parameters, positional first, then named, and checks each. */
export function bindArguments(
  node: Call,
  definition: FunctionDefinition,
  scope: Scope,
): ArgumentIr[] | undefined {
  const before = scope.diagnostics.length;
  const bound = new Map<Param, ArgumentIr | undefined>();
  for (const { argument, param } of assign(node, definition, scope)) {
    if (param !== undefined) {
      bound.set(param, checkArgument(argument.value, param, param.type, definition, scope));
    } else if (argument.value.kind !== "FunctionName") {
      scope.value(argument.value); // what is wrong inside is told too
    }
  }
  if (scope.diagnostics.length > before) return undefined;
  const args = definition.params.map((param): ArgumentIr | undefined =>
    bound.has(param)
      ? bound.get(param)
      : { kind: "constant", param, value: param.default, source: undefined },
  );
  return args.every((arg) => arg !== undefined) ? args : undefined;
}

interface Assigned {
  readonly argument: Argument;
  /** Absent where no parameter takes the argument. */
  readonly param?: Param;
}

/** The parameter of each argument; one that is given twice has the last value. */
function assign(node: Call, definition: FunctionDefinition, scope: Scope): readonly Assigned[] {
  const { name } = definition;
  const { version } = scope.compatibility;
  const params = definition.params.filter(
    ({ since }) => since === undefined || compareVersions(version, since) >= 0,
  );
  const min = params.filter((param) => !param.optional).length;
  if (node.args.length < min || node.args.length > params.length) {
    const hint = `${name}(${params.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(", ")})`;
    const counts = { name, min, max: params.length, found: node.args.length };
    scope.diagnostics.push(makeDiagnostic("argument_count", counts, node.span, { hint }));
    return node.args.map((argument) => ({ argument }));
  }
  const before = scope.diagnostics.length;
  let named = false;
  const assigned = node.args.map((argument, index): Assigned => {
    named ||= argument.name !== null;
    if (argument.name === null && named) {
      scope.diagnostics.push(makeDiagnostic("argument_order", { name }, argument.span));
      return { argument };
    }
    const param = argument.name === null ? params[index] : paramNamed(argument.name, params);
    if (param !== undefined) return { argument, param };
    reportName(argument, definition, scope);
    return { argument };
  });
  for (const param of params) {
    if (param.optional || scope.diagnostics.length > before) continue;
    if (assigned.some((one) => one.param === param)) continue;
    scope.diagnostics.push(makeDiagnostic("argument_missing", { name, argument: param.name }, node.span));
  }
  return assigned;
}

function paramNamed(name: string, params: readonly Param[]): Param | undefined {
  return params.find((param) => fieldName(param.name) === fieldName(name));
}

function reportName(argument: Argument, { name, params }: FunctionDefinition, scope: Scope): void {
  const given = argument.name as string;
  const names = params.map((p) => p.name);
  scope.diagnostics.push(
    makeDiagnostic("argument_name", { name, argument: given }, argument.nameSpan ?? argument.span, {
      ...suggestion(given, names),
      hint: `arguments of ${name}: ${names.join(", ")}`,
    }),
  );
}

/** The reference's field of a named argument: `utf8_safe`, `utf8Safe` and `Utf8Safe` are one. */
function fieldName(name: string): string {
  let out = "";
  let upper = true;
  let previousUpper = false;
  for (const c of name) {
    const isUpper = c >= "A" && c <= "Z";
    const isLetter = isUpper || (c >= "a" && c <= "z");
    const isDigit = c >= "0" && c <= "9";
    if (isLetter) out += upper ? c.toUpperCase() : previousUpper && isUpper ? c.toLowerCase() : c;
    else if (isDigit) out += c;
    upper = !isLetter;
    previousUpper = isUpper;
  }
  return out;
}

function checkArgument(
  value: Expression | FunctionName,
  param: Param,
  type: Type,
  definition: FunctionDefinition,
  scope: Scope,
): ArgumentIr | undefined {
  const names = { name: definition.name, argument: param.name };
  if (value.kind === "FunctionName") {
    scope.diagnostics.push(makeDiagnostic("function_name_misplaced", { name: value.name }, value.span));
    return undefined;
  }
  if (type.literal !== undefined) {
    const found = literalOf(type.literal, value);
    if (found !== undefined)
      return { kind: "constant", param, value: found.value, source: scope.value(value) };
    scope.diagnostics.push(literalDiagnostic(names, type, value));
    return undefined;
  }
  if (type.items !== undefined) {
    const { type: itemType, dynamic, least } = type.items;
    if (value.kind === "ListLiteral") {
      if (value.items.length < least) {
        scope.diagnostics.push(makeDiagnostic("argument_items", { ...names, least }, value.span));
        return undefined;
      }
      const items = value.items.map((item) => checkArgument(item, param, itemType, definition, scope));
      return items.every((item) => item !== undefined) ? { kind: "items", param, type, items } : undefined;
    }
    if (!dynamic || !scope.compatibility.has("dynamic_lists")) {
      scope.diagnostics.push(literalDiagnostic(names, type, value));
      return undefined;
    }
  }
  const source = scope.value(value);
  if (source === undefined) return undefined;
  const literalOnly = type.dynamicSince !== undefined && !scope.compatibility.has(type.dynamicSince);
  if (source.kind !== "literal" && literalOnly) {
    const { version } = scope.compatibility;
    scope.diagnostics.push(makeDiagnostic("dynamic_argument", { ...names, version }, value.span));
    return undefined;
  }
  if (source.kind === "literal" && (literalOnly || scope.compatibility.has("strict_literal_getters"))) {
    try {
      type.strict?.narrow(source.value);
      return { kind: "constant", param, value: type.narrow(source.value), source };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      scope.diagnostics.push(literalDiagnostic(names, type, value, error, scope.source));
      return undefined;
    }
  }
  return { kind: "dynamic", param, type, source };
}
