import { parseDouble } from "../../../core/number-text.ts";
import { trimSpace } from "../trim-space.ts";
import type { Operator } from "./expression.ts";
import type { Navigator } from "./navigator.ts";
import { Query, type XPathValue } from "./query.ts";

export type Comparison = Extract<Operator, "=" | "!=" | "<" | ">" | "<=" | ">=">;

/**
 * Compares as `antchfx/xpath` does, which is not always as XPath says: of nodes on the right of a number, a string or a
 * boolean only the first counts, and a string on the left of nodes counts as a number.
 */
export function compareValues(
  operator: Comparison,
  left: XPathValue,
  right: XPathValue,
  here: Navigator,
): boolean {
  if (left instanceof Query) {
    if (right instanceof Query) return compareNodes(operator, left, right, here);
    if (typeof right === "boolean") return numbers(operator, firstNumber(left, here), Number(right));
    const holds = (node: Navigator) =>
      typeof right === "string"
        ? texts(operator, node.value, right)
        : numbers(operator, numberOf(node.value), right);
    for (let node = left.select(here); node !== undefined; node = left.select(here))
      if (holds(node)) return true;
    return false;
  }
  if (typeof left === "boolean") {
    if (typeof right === "boolean") return booleans(operator, left, right);
    if (typeof right === "string") return numbers(operator, Number(left), numberOf(right));
    return numbers(operator, toNumber(right, here), Number(left)); // the sides change places
  }
  if (typeof left === "string" && typeof right === "string") return texts(operator, left, right);
  return numbers(operator, toNumber(left, here), toNumber(right, here));
}

/** The number of a value; of nodes, that of the first one. */
export function toNumber(value: XPathValue, here: Navigator): number {
  if (value instanceof Query) return firstNumber(value, here);
  return typeof value === "string" ? numberOf(value) : Number(value);
}

/** The number that a text says in Go's way, NaN where it says none. */
export function numberOf(text: string): number {
  const value = parseDouble(trimSpace(text));
  return typeof value === "number" ? value : Number.NaN;
}

function firstNumber(nodes: Query, here: Navigator): number {
  const node = nodes.select(here);
  return node === undefined ? Number.NaN : numberOf(node.value);
}

function compareNodes(operator: Comparison, left: Query, right: Query, here: Navigator): boolean {
  for (let node = left.select(here); node !== undefined; node = left.select(here)) {
    const { value } = node;
    let other = right.select(here);
    if (other === undefined) return false;
    for (; other !== undefined; other = right.select(here))
      if (texts(operator, value, other.value)) return true;
    right.evaluate(here);
  }
  return false;
}

function texts(operator: Comparison, left: string, right: string): boolean {
  if (operator === "=") return left === right;
  if (operator === "!=") return left !== right;
  return numbers(operator, numberOf(left), numberOf(right));
}

function booleans(operator: Comparison, left: boolean, right: boolean): boolean {
  if (operator === "=") return left === right;
  return operator === "!=" && left !== right;
}

function numbers(operator: Comparison, left: number, right: number): boolean {
  switch (operator) {
    case "=":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
  }
}
