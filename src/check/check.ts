/**
 * From syntax to checked IR. A node that cannot be understood gives a diagnostic and `undefined`, and its
 * neighbours are still checked, so that one pass tells everything that is wrong.
 */
import { assertNever } from "../core/assert-never.ts";
import { comparisonOf } from "../core/compare.ts";
import type { TypeName } from "../core/values.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Binary, ComparisonOperator, Expression, Node, Statement } from "../syntax/ast.ts";
import { checkFunctionCall } from "./calls.ts";
import { constant, foldLogical, foldNot } from "./fold.ts";
import type { BooleanIr, StatementIr, ValueIr } from "./ir.ts";
import type { CheckSettings, Scope } from "./scope.ts";
import { checkValue } from "./values.ts";

/** What a check answers: the IR where the text is right, what is wrong, and the types of the nodes. */
export interface Checked<I> {
  readonly ir: I | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly types: ReadonlyMap<Node, TypeName>;
}

/** Checks a condition. */
export function checkCondition(node: Expression, settings: CheckSettings): Checked<BooleanIr> {
  const scope = newScope(settings);
  return finish(checkBoolean(node, scope), scope);
}

/** Checks a value expression. */
export function checkValueExpression(node: Expression, settings: CheckSettings): Checked<ValueIr> {
  const scope = newScope(settings);
  return finish(scope.value(node), scope);
}

/** Checks a statement. */
export function checkStatement(node: Statement, settings: CheckSettings): Checked<StatementIr> {
  const scope = newScope(settings);
  const editor = node.editor.kind === "Call" ? checkFunctionCall(node.editor, scope) : undefined;
  const where = node.where === null ? undefined : checkBoolean(node.where, scope);
  if (editor === undefined || (node.where !== null && where === undefined))
    return finish<StatementIr>(undefined, scope);
  return finish({ editor, where, node }, scope);
}

function newScope(settings: CheckSettings): Scope {
  const scope: Scope = {
    ...settings,
    diagnostics: [],
    types: new Map(),
    locals: [],
    boolean: (node) => checkBoolean(node, scope),
    value(node) {
      const ir = checkValue(node, scope);
      scope.types.set(node, ir?.type ?? "any");
      return ir;
    },
  };
  return scope;
}

function finish<I>(ir: I | undefined, scope: Scope): Checked<I> {
  return {
    ir: scope.diagnostics.length > 0 ? undefined : ir,
    diagnostics: scope.diagnostics,
    types: scope.types,
  };
}

function checkBoolean(node: Expression, scope: Scope): BooleanIr | undefined {
  scope.types.set(node, "bool");
  switch (node.kind) {
    case "Logical": {
      const operands = node.operands.map((operand) => checkBoolean(operand, scope));
      if (!complete(operands)) return undefined;
      if (scope.compatibility.has("constant_folding")) return foldLogical(node.operator, operands, node);
      return { kind: "logical", type: "bool", operator: node.operator, operands, written: operands, node };
    }
    case "Unary": {
      const operand = checkBoolean(node.operand, scope);
      if (operand === undefined) return undefined;
      if (scope.compatibility.has("constant_folding")) return foldNot(operand, node);
      return { kind: "not", type: "bool", operand, node };
    }
    case "Group":
      return checkBoolean(node.expression, scope);
    case "BooleanLiteral":
      return constant(node.value, node);
    case "Binary":
      return checkComparison(node, scope);
    case "Call": {
      const value = scope.value(node);
      if (value === undefined) return undefined;
      return { kind: "truth", type: "bool", value, node };
    }
    // The parser puts none of these where a condition is expected.
    case "Path":
    case "NilLiteral":
    case "IntLiteral":
    case "DoubleLiteral":
    case "StringLiteral":
    case "BytesLiteral":
    case "EnumLiteral":
    case "ListLiteral":
    case "MapLiteral":
    case "Lambda":
    case "Missing":
      return undefined;
    default:
      return assertNever(node);
  }
}

function checkComparison(node: Binary, scope: Scope): BooleanIr | undefined {
  const left = scope.value(node.left);
  const right = scope.value(node.right);
  if (left === undefined || right === undefined) return undefined;
  const operator = node.operator as ComparisonOperator; // the parser puts only comparisons here
  const compare = comparisonOf(scope.compatibility);
  const comparison: BooleanIr = { kind: "compare", type: "bool", operator, compare, left, right, node };
  if (left.kind !== "literal" || right.kind !== "literal") return comparison;
  if (!scope.compatibility.has("constant_folding")) return comparison;
  return constant(compare(operator, left.value, right.value), node, comparison);
}

function complete<T>(items: readonly (T | undefined)[]): items is readonly T[] {
  return items.every((item) => item !== undefined);
}
