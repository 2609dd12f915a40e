import type { Expression } from "./ast.ts";

const comparisons = new Set<string>(["==", "!=", "<", "<=", ">", ">="]);

/** Whether an expression is true or false by its form, so that it can stand where a condition is needed. */
export function isCondition(node: Expression): boolean {
  switch (node.kind) {
    case "Logical":
    case "BooleanLiteral":
    case "Call":
    case "Missing":
      return true;
    case "Unary":
      return node.operator === "not";
    case "Binary":
      return comparisons.has(node.operator);
    default:
      return false;
  }
}

/** Names an expression in a message. */
export function describe(node: Expression): string {
  switch (node.kind) {
    case "Path":
      return `path "${shorten(node.segments.map((segment) => segment.name).join("."))}"`;
    case "EnumLiteral":
      return `enum "${shorten(node.name)}"`;
    case "NilLiteral":
      return "nil";
    case "StringLiteral":
      return "a string";
    case "BytesLiteral":
      return "a bytes literal";
    case "ListLiteral":
      return "a list";
    case "MapLiteral":
      return "a map";
    case "Lambda":
      return "a lambda";
    case "IntLiteral":
    case "DoubleLiteral":
      return "a number";
    default:
      return "a calculation";
  }
}

/** Cuts a text from the source to a length that a message can hold. */
export function shorten(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 39)}…`;
}

/** The name that a converter has whose name was written like an editor's. */
export function converterNameOf(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The name that an editor has whose name was written like a converter's. */
export function editorNameOf(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
}
