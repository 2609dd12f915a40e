import { assertNever } from "../core/assert-never.ts";
import { compareVersions } from "../core/compatibility.ts";
import { Failure } from "../core/failure.ts";
import type { Place, Type } from "../core/types.ts";
import type { Value } from "../core/values.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import type { FunctionDefinition, Param } from "../functions/define-function.ts";
import { lambdaGate } from "../functions/lib/lambda-gate.ts";
import type { Argument, Call, Expression, FunctionName } from "../syntax/ast.ts";
import { isCondition } from "../syntax/describe.ts";
import { findNamedFunction } from "./find-function.ts";
import { formerWrites } from "./former-writes.ts";
import type { ArgumentIr } from "./ir.ts";
import { literalDiagnostic, literalOf } from "./literals.ts";
import type { Scope } from "./scope.ts";

/** Binds the arguments of a call to the parameters, positional first, then named, and checks each. */
export function bindArguments(
  node: Call,
  definition: FunctionDefinition,
  scope: Scope,
): ArgumentIr[] | undefined {
  if (definition.params.length === 0) return []; // the reference looks at no argument of such a function
  const before = scope.diagnostics.length;
  const bound = new Map<Param, ArgumentIr | undefined>();
  for (const { argument, param } of assign(node, definition, scope)) {
    if (param !== undefined) {
      bound.set(param, checkArgument(argument.value, param, param.type, definition, scope));
    } else if (argument.value.kind !== "FunctionName" && argument.value.kind !== "Lambda") {
      scope.value(argument.value); // what is wrong inside is told too
    }
  }
  if (scope.diagnostics.length > before) return undefined;
  const args = definition.params.map((param): ArgumentIr | undefined =>
    bound.has(param)
      ? bound.get(param)
      : {
          kind: "constant",
          param,
          value: param.optional ? param.default : zeroOf(param.type, scope.compatibility),
          source: undefined,
        },
  );
  return args.every((arg) => arg !== undefined) ? args : undefined;
}

/**
 * What an argument is that is missing because another one was given twice: Go's zero of what only literals are for;
 * `undefined` where the reference would crash.
 */
function zeroOf(type: Type, { has }: Scope["compatibility"]): unknown {
  const { literal, items, dynamicSince, passes } = type;
  if (items?.dynamic === false && items.least === 0) return [];
  const isLiteral = dynamicSince !== undefined && passes === undefined && !has(dynamicSince);
  if (isLiteral) return items === undefined ? type.narrow("") : []; // all such types are of texts
  return literal && zeros[literal];
}
const zeros = { string: "", int: 0n, double: 0, bool: false, bytes: new Uint8Array(), enum: 0n } as const;

interface Assigned {
  readonly argument: Argument;
  /** Absent where no parameter takes the argument. */
  readonly param?: Param;
}

/** The parameter of each argument; one that is given twice has the last value. */
function assign(node: Call, definition: FunctionDefinition, scope: Scope): readonly Assigned[] {
  const { name } = definition;
  const { version } = scope.compatibility;
  const params = paramsOf(definition, scope);
  const late = node.args.flatMap((argument, index) =>
    lateDiagnostic(argument, index, definition, params, version),
  );
  if (late.length > 0) {
    scope.diagnostics.push(...late);
    return node.args.map((argument) => ({ argument }));
  }
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
    if (assigned.some((one) => one.param === param) || zeroOf(param.type, scope.compatibility) !== undefined)
      continue;
    scope.diagnostics.push(makeDiagnostic("argument_missing", { name, argument: param.name }, node.span));
  }
  return assigned;
}

/** The parameters that the version has. */
function paramsOf({ params }: FunctionDefinition, { compatibility }: Scope): readonly Param[] {
  return params.filter(
    ({ since }) => since === undefined || compareVersions(compatibility.version, since) >= 0,
  );
}

/** Tells of an argument for a parameter that the version does not have yet. */
function lateDiagnostic(
  argument: Argument,
  index: number,
  { name, params: all }: FunctionDefinition,
  params: readonly Param[],
  version: string,
): readonly Diagnostic[] {
  const param = argument.name === null ? all[index] : paramNamed(argument.name, all);
  if (param?.since === undefined || params.includes(param)) return [];
  const told = { name, argument: param.name, version, since: param.since };
  return [makeDiagnostic("argument_not_in_version", told, argument.span)];
}

/** The parameter that a named argument means. */
export function paramNamed(name: string, params: readonly Param[]): Param | undefined {
  return params.find((param) => fieldName(param.name) === fieldName(name));
}

function reportName(argument: Argument, definition: FunctionDefinition, scope: Scope): void {
  const { name } = definition;
  const given = argument.name as string;
  const names = paramsOf(definition, scope).map((p) => p.name);
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
  const { passes } = type;
  switch (passes?.kind) {
    case "place":
      return checkPlace(value, param, type, names, scope);
    case "function":
      return checkFunctionName(value, param, names, scope);
    case "lambda":
      return checkLambda(value, param, type, passes.arity, names, scope);
    case "lazy": {
      const { passes: _, ...eager } = type;
      const argument = checkArgument(value, param, eager, definition, scope);
      return argument && { kind: "lazy", param, argument };
    }
    case undefined:
      break;
    default:
      return assertNever(passes);
  }
  if (value.kind === "FunctionName") {
    scope.diagnostics.push(makeDiagnostic("function_name_misplaced", { name: value.name }, value.span));
    return undefined;
  }
  if (type.literal !== undefined) {
    const found = literalOf(type.literal, value, scope.compatibility);
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
    const { dynamicSince } = type;
    if (!dynamic || (dynamicSince !== undefined && !scope.compatibility.has(dynamicSince))) {
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
  const strict = type.items === undefined ? "strict_literal_getters" : "strict_literal_lists";
  if (source.kind === "literal" && (literalOnly || scope.compatibility.has(strict))) {
    try {
      type.strict?.narrow(source.value);
      return { kind: "constant", param, value: type.narrow(source.value), source };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // The reference's plain getter takes any literal: what it is good for is seen when it is used.
      if (type.getter === "Getter") return { kind: "dynamic", param, type, source };
      scope.diagnostics.push(literalDiagnostic(names, type, value, error, scope.source));
      return undefined;
    }
  }
  return { kind: "dynamic", param, type, source };
}

interface Names {
  readonly name: string;
  readonly argument: string;
}

function checkPlace(
  value: Expression | FunctionName,
  param: Param,
  type: Type,
  names: Names,
  scope: Scope,
): ArgumentIr | undefined {
  const source = value.kind === "Path" ? scope.value(value) : undefined;
  if (source?.kind === "read")
    return { kind: "place", param, type, source, ...formerWrites(source, type, scope) };
  if (
    source === undefined &&
    value.kind !== "Path" &&
    takesAnyMap(type, scope) &&
    value.kind !== "FunctionName"
  )
    return checkNowhere(value, param, type, scope);
  if (value.kind !== "Path") scope.diagnostics.push(literalDiagnostic(names, type, value));
  return undefined;
}

/** Some versions take any map in place of a path, and lose what is written to it. */
function takesAnyMap({ getter }: Type, { compatibility }: Scope): boolean {
  return getter === "PMapGetSetter" && !compatibility.has("editors_need_paths");
}

function checkNowhere(value: Expression, param: Param, type: Type, scope: Scope): ArgumentIr | undefined {
  const source = scope.value(value);
  const narrow = (given: Value): Place => {
    const map = type.narrow(given) as Value; // a map
    return { get: () => map, set: () => undefined };
  };
  const { passes: _, ...plain } = type;
  return source && { kind: "dynamic", param, type: { ...plain, narrow }, source };
}

/** A name without lower case looks like an enum. */
function checkFunctionName(
  value: Expression | FunctionName,
  param: Param,
  names: Names,
  scope: Scope,
): ArgumentIr | undefined {
  if (value.kind !== "FunctionName" && value.kind !== "EnumLiteral") {
    scope.diagnostics.push(literalDiagnostic(names, param.type, value));
    return undefined;
  }
  const definition = findNamedFunction(value.name, value.span, scope);
  if (definition === undefined) return undefined;
  const getters = definition.params.map(({ type }) => type.getter);
  const [only] = definition.params;
  let evaluate: ((text: unknown) => Value) | undefined;
  const call = (text: string): Value => {
    evaluate ??= definition.create() as (text: unknown) => Value; // whoever takes the name looks at the getters first
    return evaluate(only?.type.narrow(text));
  };
  return { kind: "function", param, value: { name: value.name, getters, call } };
}

function checkLambda(
  value: Expression | FunctionName,
  param: Param,
  type: Type,
  arity: number,
  names: Names,
  scope: Scope,
): ArgumentIr | undefined {
  const report = (...found: Parameters<typeof makeDiagnostic>) => {
    scope.diagnostics.push(makeDiagnostic(...found));
    return undefined;
  };
  if (value.kind !== "Lambda") {
    scope.diagnostics.push(literalDiagnostic(names, type, value));
    return undefined;
  }
  if (!scope.gates.has(lambdaGate))
    return report("gate_needed", { what: "a lambda", gate: lambdaGate }, value.span);
  const { params, body } = value;
  const repeated = params.find(
    (one, i) => one.name !== "_" && params.slice(0, i).some(({ name }) => name === one.name),
  );
  if (repeated !== undefined) return report("lambda_parameter_twice", { name: repeated.name }, repeated.span);
  if (params.length !== arity) {
    return report("lambda_arity", { ...names, arity, found: params.length }, value.span);
  }
  const locals = params.map(({ name }) => (name === "_" ? undefined : { name, value: null }));
  const named = locals.filter((local) => local !== undefined);
  scope.locals.push(...named);
  const ir = isTest(body) ? scope.boolean(body) : scope.value(body);
  scope.locals.length -= named.length;
  return ir && { kind: "lambda", param, type, locals, body: ir };
}

/** Whether the body of a lambda is a condition; a converter and `true` alone are values. */
function isTest(node: Expression): boolean {
  if (node.kind === "Group") return isTest(node.expression);
  return node.kind !== "Call" && node.kind !== "BooleanLiteral" && isCondition(node);
}
