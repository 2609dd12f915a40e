import { childrenOf } from "../check/children.ts";
import type { ArgumentIr, BooleanIr, CallIr, Ir, LogicalIr, StatementIr, ValueIr } from "../check/ir.ts";
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
  let index = byKind.get(nodes);
  if (index === undefined) {
    index = Map.groupBy(nodes, (node) => node.kind);
    byKind.set(nodes, index);
  }
  return (index.get(kind) ?? []) as readonly Extract<Ir, { kind: K }>[]; // grouped by their kinds
}

const byKind = new WeakMap<readonly Ir[], ReadonlyMap<Ir["kind"], readonly Ir[]>>();

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
  return flattened(ir, operator, new Set());
}

/** A chain of `and` or `or`, and its operands, those of chains in brackets included. */
export interface Chain {
  readonly chain: LogicalIr;
  readonly operands: readonly BooleanIr[];
}

/** The chains of a text, but for those that are a part of one of the same operator. */
export function chainsOf(text: Pick<LintText, "nodes">): readonly Chain[] {
  const known = chains.get(text.nodes);
  if (known !== undefined) return known;
  const inner = new Set<Ir>();
  const found = ofKind(text, "logical").flatMap((chain) =>
    inner.has(chain) ? [] : [{ chain, operands: flattened(chain, chain.operator, inner) }],
  );
  chains.set(text.nodes, found);
  return found;
}

const chains = new WeakMap<readonly Ir[], readonly Chain[]>();

/** The operands of a chain; every chain that is taken apart is added to `chains`. */
function flattened(ir: BooleanIr, operator: "and" | "or", chains: Set<Ir>): readonly BooleanIr[] {
  if (ir.kind === "constant" && ir.of !== undefined) return flattened(ir.of, operator, chains);
  if (ir.kind !== "logical" || ir.operator !== operator) return [ir];
  chains.add(ir);
  return ir.written.flatMap((operand) => flattened(operand, operator, chains));
}

/** Whether a text in an expression is what the Collector is to put in, such as `"${env:CLUSTER}"`. */
export function holdsVariable(ir: Ir): boolean {
  return nodesOf(ir).some(
    (node) => node.kind === "literal" && typeof node.value === "string" && node.value.includes("${"),
  );
}
