import { resolvePath } from "../contexts/resolve.ts";
import { assertNever } from "../core/assert-never.ts";
import { bytesOfHex } from "../core/bytes.ts";
import { Failure } from "../core/failure.ts";
import { ListValue, type TypeName, typeNameOf, type Value } from "../core/values.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { messageOf } from "../diagnostics/messages.ts";
import type {
  Binary,
  EnumLiteral,
  Expression,
  MapEntry,
  MapLiteral,
  MathOperator,
  Path,
  Segment,
  Unary,
} from "../syntax/ast.ts";
import { checkCall } from "./calls.ts";
import type { LiteralIr, Local, MapIr, ReadIr, ValueIr } from "./ir.ts";
import { checkKeys } from "./keys.ts";
import { buildMap, storeOf } from "./map-literal.ts";
import { oldNumberDiagnostic } from "./old-numbers.ts";
import { pathDiagnostic } from "./paths.ts";
import { checkAll, type Scope } from "./scope.ts";

/** Checks an expression by its kind. */
export function checkValue(node: Expression, scope: Scope): ValueIr | undefined {
  if (node.kind === "Binary" || node.kind === "DoubleLiteral" || node.kind === "Unary") {
    const diagnostic = oldNumberDiagnostic(node, scope);
    if (diagnostic !== undefined) scope.diagnostics.push(diagnostic);
  }
  switch (node.kind) {
    case "NilLiteral":
      return literal(null, node);
    case "BooleanLiteral":
      return literal(node.value, node);
    case "StringLiteral":
      if (node.value === "nil" && !scope.compatibility.has("nil_text")) return literal(null, node);
      return literal(interned(node.value), node);
    case "IntLiteral":
      return literal(BigInt(node.value), node);
    case "DoubleLiteral":
      return literal(node.value, node);
    case "BytesLiteral":
      return literal(bytesOfHex(node.hex), node);
    case "EnumLiteral":
      return checkEnum(node, scope);
    case "ListLiteral": {
      const items = checkAll(node.items, scope);
      if (items === undefined) return undefined;
      if (!items.every(isLiteral)) return { kind: "list", type: "list", items, node };
      return literal(
        new ListValue(
          items.map((item) => item.value),
          "literal",
        ),
        node,
      );
    }
    case "MapLiteral":
      return checkMap(node, scope);
    case "Path":
      return checkPath(node, scope);
    case "Call":
      return checkCall(node, scope);
    case "Group":
      return scope.value(node.expression);
    case "Unary":
      return checkSign(node, scope);
    case "Binary":
      return checkMath(node, scope);
    case "Lambda":
      scope.diagnostics.push(makeDiagnostic("lambda_misplaced", undefined, node.span));
      return undefined;
    case "Logical": // the parser never puts a boolean operator where a value is expected
    case "Missing":
      return undefined;
    default:
      return assertNever(node);
  }
}

function literal(value: Value, node: Expression): LiteralIr {
  return { kind: "literal", type: typeNameOf(value), value, node };
}

/** The engine's own copy of a string: one cut out of the source text would be compared slowly for ever. */
function interned(text: string): string {
  return Object.keys({ [text]: null })[0] ?? text;
}

function isLiteral(ir: ValueIr): ir is LiteralIr {
  return ir.kind === "literal";
}

function checkEnum(node: EnumLiteral, scope: Scope): ValueIr | undefined {
  const { enums, name: context } = scope.context;
  const number = Object.hasOwn(enums, node.name) ? enums[node.name] : undefined;
  if (number !== undefined) return literal(number, node);
  scope.diagnostics.push(
    makeDiagnostic("unknown_enum", { name: node.name, context }, node.span, {
      ...suggestion(node.name, Object.keys(enums)),
      hint:
        Object.keys(enums).length === 0
          ? `context ${context} has no enums`
          : `enums of context ${context}: ${Object.keys(enums).join(", ")}`,
    }),
  );
  return undefined;
}

function checkPath(node: Path, scope: Scope): ValueIr | undefined {
  const [first] = node.segments;
  const local = scope.locals.findLast(({ name }) => name === first?.name);
  if (first !== undefined && local !== undefined) return checkLocal(node, first, local, scope);
  return checkRead(node, scope);
}

function checkLocal(node: Path, first: Segment, local: Local, scope: Scope): ValueIr | undefined {
  if (node.segments.length > 1) {
    const path = node.segments.map(({ name }) => name).join(".");
    scope.diagnostics.push(makeDiagnostic("lambda_parameter_path", { name: first.name, path }, node.span));
    return undefined;
  }
  const keys = checkKeys(first.keys, scope);
  if (keys === undefined) return undefined;
  const target: ValueIr = { kind: "local", type: "any", local, node };
  return keys.length === 0 ? target : { kind: "index", type: "any", target, keys, node };
}

function checkRead(node: Path, scope: Scope): ReadIr | undefined {
  const resolved = resolvePath(scope.context, node, {
    pathContextNames: scope.pathContextNames,
    has: scope.compatibility.has,
  });
  if ("problem" in resolved) {
    scope.diagnostics.push(pathDiagnostic(resolved.problem, node, scope));
    return undefined;
  }
  const keys = checkKeys(resolved.keys, scope);
  if (keys === undefined) return undefined;
  const type: TypeName = keys.length > 0 ? "any" : resolved.type;
  return { kind: "read", type, path: resolved, keys, node };
}

const dynamicMapKeysGate = "pkg.ottl.enableDynamicMapKeys";

interface EntryIr {
  readonly key: ValueIr;
  readonly value: ValueIr;
}

function checkMap(node: MapLiteral, scope: Scope): ValueIr | undefined {
  const checked: EntryIr[] = [];
  for (const entry of node.entries) {
    const allowed = entry.key.kind === "StringLiteral" || scope.gates.has(dynamicMapKeysGate);
    if (!allowed) scope.diagnostics.push(dynamicKeyDiagnostic(entry.key));
    const key = allowed ? checkMapKey(entry.key, scope) : undefined;
    const value = scope.value(entry.value);
    if (key !== undefined && value !== undefined) checked.push({ key, value });
  }
  if (checked.length < node.entries.length) return undefined;
  const entries = scope.compatibility.has("entries_of_map_literals") ? checked : lastOfEachKey(checked);
  const store = storeOf(scope.compatibility);
  const map: MapIr = { kind: "map", type: "map", entries, store, node };
  if (!entries.every(({ key, value }) => isLiteral(key) && isLiteral(value))) return map;
  try {
    const values = entries.map(
      ({ key, value }) => [(key as LiteralIr).value, (value as LiteralIr).value] as const,
    );
    return literal(buildMap(values, store), node);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (!scope.compatibility.has("early_map_literals")) return map;
    const reason = messageOf(error.code, error.params);
    scope.diagnostics.push(makeDiagnostic("literal_refused", { reason }, node.span));
    return undefined;
  }
}

/** The entries of a map literal, of those with the same key the last one. */
function lastOfEachKey(entries: readonly EntryIr[]): readonly EntryIr[] {
  const keyOf = ({ key }: EntryIr) => (isLiteral(key) ? key.value : key);
  return [...new Map(entries.map((one) => [keyOf(one), one])).values()];
}

function checkMapKey(key: MapEntry["key"], scope: Scope): ValueIr | undefined {
  return key.kind === "StringLiteral" ? literal(interned(key.value), key) : scope.value(key);
}

function dynamicKeyDiagnostic({ kind, span, ...key }: MapEntry["key"]): Diagnostic {
  const params = { what: "a path or converter as a map key", gate: dynamicMapKeysGate };
  const [segment, ...more] = "segments" in key ? key.segments : [];
  if (kind !== "Path" || segment === undefined || more.length > 0)
    return makeDiagnostic("gate_needed", params, span);
  const text = JSON.stringify(segment.name);
  return makeDiagnostic("gate_needed", params, span, {
    fix: { title: `quote the key: ${text}`, span, text },
  });
}

/** A sign folds into a number that stands right behind it, and nowhere else. */
function checkSign(node: Unary, scope: Scope): ValueIr | undefined {
  const operand = scope.value(node.operand);
  if (operand === undefined || node.operator === "+") return operand;
  if (node.operand.kind === "IntLiteral" && operand.kind === "literal") {
    return literal(BigInt.asIntN(64, -BigInt(node.operand.value)), node);
  }
  if (node.operand.kind === "DoubleLiteral" && operand.kind === "literal")
    return literal(-node.operand.value, node);
  return { kind: "negate", type: operand.type, operand, node };
}

function checkMath(node: Binary, scope: Scope): ValueIr | undefined {
  const left = scope.value(node.left);
  const right = scope.value(node.right);
  if (left === undefined || right === undefined) return undefined;
  const operator = node.operator as MathOperator; // comparisons have no place in a value
  return { kind: "calculate", type: mathType(left.type, right.type), operator, left, right, node };
}

function mathType(left: TypeName, right: TypeName): TypeName {
  if (left === "int" && right === "int") return "int";
  const numbers = (type: TypeName) => type === "int" || type === "double";
  return numbers(left) && numbers(right) ? "double" : "any";
}
