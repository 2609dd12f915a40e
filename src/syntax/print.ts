import { assertNever } from "../core/assert-never.ts";
import type { Argument, Call, Key, Node } from "./ast.ts";
import { quote } from "./strings.ts";

/** Writes a tree as a text that is read as the same tree. */
export function print(node: Node): string {
  switch (node.kind) {
    case "Statement":
      return node.where === null ? print(node.editor) : `${print(node.editor)} where ${print(node.where)}`;
    case "Logical":
      return node.operands.map(print).join(` ${node.operator} `);
    case "Unary":
      return node.operator === "not" ? `not ${print(node.operand)}` : node.operator + print(node.operand);
    case "Binary":
      return `${print(node.left)} ${node.operator} ${print(node.right)}`;
    case "Group":
      return `(${print(node.expression)})`;
    case "Call":
      return printCall(node);
    case "Argument":
      return printArgument(node);
    case "FunctionName":
      return printName(node.name);
    case "Path":
      return node.segments.map(print).join(".");
    case "Segment":
      return node.name + printKeys(node.keys);
    case "Key":
      return `[${print(node.expression)}]`;
    case "NilLiteral":
      return "nil";
    case "BooleanLiteral":
      return String(node.value);
    case "IntLiteral":
      return node.value;
    case "DoubleLiteral":
      return node.text;
    case "StringLiteral":
      return quote(node.value);
    case "BytesLiteral":
      return `0x${node.hex}`;
    case "EnumLiteral":
    case "LambdaParam":
      return node.name;
    case "ListLiteral":
      return `[${node.items.map(print).join(", ")}]`;
    case "MapLiteral":
      return `{${node.entries.map(print).join(", ")}}`;
    case "MapEntry":
      return `${print(node.key)}: ${print(node.value)}`;
    case "Lambda":
      return `(${node.params.map(print).join(", ")}) => ${print(node.body)}`;
    case "Missing":
      return "";
    default:
      return assertNever(node);
  }
}

function printCall(call: Call): string {
  return `${printName(call.name)}(${call.args.map(print).join(", ")})${printKeys(call.keys)}`;
}

function printArgument(argument: Argument): string {
  const value = print(argument.value);
  return argument.name === null ? value : `${printName(argument.name)}=${value}`;
}

function printKeys(keys: readonly Key[]): string {
  return keys.map(print).join("");
}

const keywords = ["nil", "not", "or", "and", "true", "false"];

/**
 * Writes the name of a function or an argument. One that would end in a keyword was written with white space inside it:
 * `X o r`, since `Xor` is `X or`.
 */
export function printName(name: string): string {
  const keyword = keywords.find((word) => name.endsWith(word));
  if (keyword === undefined) return name;
  const before = name.slice(0, -keyword.length);
  return before === "" || /[A-Z][0-9_]*$/.test(before) ? `${name.slice(0, -1)} ${name.slice(-1)}` : name;
}
