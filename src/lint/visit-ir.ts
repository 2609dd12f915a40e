import type { ArgumentIr, BooleanIr, CallIr, Ir, StatementIr, ValueIr } from "../check/ir.ts";
import { assertNever } from "../core/assert-never.ts";
import type { LintText } from "./define-rule.ts";

/** Every node below and including one, parents first, what was folded away included. */
export function nodesOf(ir: Ir | StatementIr): readonly Ir[] {
  const nodes: Ir[] = [];
  const walk = (node: Ir): void => {
    nodes.push(node);
    for (const child of childrenOf(node)) walk(child);
  };
  if ("editor" in ir) {
    walk(ir.editor);
    if (ir.where !== undefined) walk(ir.where);
  } else {
    walk(ir);
  }
  return nodes;
}

/** The nodes of one kind in a text. */
export function ofKind<K extends Ir["kind"]>(
  { nodes }: Pick<LintText, "nodes">,
  kind: K,
): readonly Extract<Ir, { kind: K }>[] {
  return nodes.filter((node): node is Extract<Ir, { kind: K }> => node.kind === kind);
}

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

/** An argument by the name of its parameter. */
export function argumentNamed({ args }: CallIr, name: string): ArgumentIr | undefined {
  const found = args.find(({ param }) => param.name === name);
  return found?.kind === "lazy" ? found.argument : found;
}

/** The expression that an argument is, where it is one. */
export function expressionOf(arg: ArgumentIr | undefined): ValueIr | undefined {
  if (arg?.kind === "lazy") return expressionOf(arg.argument);
  return arg?.kind === "dynamic" || arg?.kind === "constant" || arg?.kind === "place"
    ? arg.source
    : undefined;
}

/** The operands of a chain of one operator, chains in brackets included; anything else is one operand. */
export function operandsOf(ir: BooleanIr, operator: "and" | "or"): readonly BooleanIr[] {
  if (ir.kind === "constant" && ir.of !== undefined) return operandsOf(ir.of, operator);
  if (ir.kind !== "logical" || ir.operator !== operator) return [ir];
  return ir.written.flatMap((operand) => operandsOf(operand, operator));
}

/** Whether a text in an expression is what the Collector is to put in, such as `"${env:CLUSTER}"`. */
export function holdsVariable(ir: Ir): boolean {
  return nodesOf(ir).some(
    (node) => node.kind === "literal" && typeof node.value === "string" && node.value.includes("${"),
  );
}
