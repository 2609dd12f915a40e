/**
 * Constants, folded exactly as the reference folds them while parsing: it is seen from outside, because a folded
 * operand is never evaluated and so cannot fail (`Len(1) == 1 or true` is true).
 */
import type { Expression } from "../syntax/ast.ts";
import type { BooleanIr, ConstantIr, LogicalIr } from "./ir.ts";

/** `not x`. */
export function foldNot(operand: BooleanIr, node: Expression): BooleanIr {
  const not: BooleanIr = { kind: "not", type: "bool", operand, node };
  return operand.kind === "constant" ? constant(!operand.value, node, not) : not;
}

/** `a and b …`, `a or b …`: one deciding constant decides all; other constants go. */
export function foldLogical(
  operator: "and" | "or",
  operands: readonly BooleanIr[],
  node: Expression,
): BooleanIr {
  const decides = operator === "or";
  const all: LogicalIr = { kind: "logical", type: "bool", operator, operands, written: operands, node };
  if (operands.some((o) => o.kind === "constant" && o.value === decides)) return constant(decides, node, all);
  const rest = operands.filter((o) => o.kind !== "constant");
  return rest.length === 0 ? constant(!decides, node, all) : { ...all, operands: rest };
}

/** A truth that is known now. */
export function constant(value: boolean, node: Expression, of?: BooleanIr): ConstantIr {
  return { kind: "constant", type: "bool", value, of, node };
}
