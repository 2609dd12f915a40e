import { assertNever } from "../core/assert-never.ts";
import type { ArgumentIr, Ir } from "./ir.ts";

/** The nodes right below one, in source order. */
export function childrenOf(ir: Ir): readonly Ir[] {
  switch (ir.kind) {
    case "literal":
    case "local":
      return [];
    case "read":
      return ir.keys;
    case "list":
      return ir.items;
    case "map":
      return ir.entries.flatMap(({ key, value }) => [key, value]);
    case "calculate":
    case "compare":
      return [ir.left, ir.right];
    case "negate":
    case "not":
      return [ir.operand];
    case "call":
      return ir.args.flatMap(sourcesOf);
    case "index":
      return [ir.target, ...ir.keys];
    case "constant":
      return ir.of === undefined ? [] : [ir.of];
    case "truth":
      return [ir.value];
    case "logical":
      return ir.written;
    default:
      return assertNever(ir);
  }
}

/** What was written for an argument. */
export function sourcesOf(arg: ArgumentIr): readonly Ir[] {
  switch (arg.kind) {
    case "items":
      return arg.items.flatMap(sourcesOf);
    case "lazy":
      return sourcesOf(arg.argument);
    case "lambda":
      return [arg.body];
    case "function":
      return [];
    case "constant":
      return arg.source === undefined ? [] : [arg.source];
    case "dynamic":
    case "place":
      return [arg.source];
    default:
      return assertNever(arg);
  }
}
