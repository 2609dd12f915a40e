import type { BooleanIr } from "../check/ir.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import type { LintText } from "./define-rule.ts";
import { areFew, implies, negation } from "./implies.ts";
import { formulaOf } from "./tests-of.ts";
import { chainsOf } from "./visit-ir.ts";

/** Longer chains are not searched. */
const longestChain = 100;

/** Two operands that decide a chain together: of which one always holds, or which never hold together. */
export interface DecidingPair {
  readonly span: Span;
  readonly one: string;
  readonly other: string;
}

/** The chains of an operator that are decided by two of their operands whatever the record. */
export function* decidedChains(text: LintText, operator: "and" | "or"): Generator<DecidingPair> {
  for (const { chain, operands } of chainsOf(text)) {
    if (chain.operator !== operator || operands.length > longestChain || !areFew(operands)) continue;
    const pair = decidingPair(operands, operator);
    if (pair === undefined) continue;
    const [one, other] = pair.map(({ node }) => text.text.slice(node.span.start, node.span.end)) as [
      string,
      string,
    ];
    yield { span: chain.node.span, one, other };
  }
}

function decidingPair(
  operands: readonly BooleanIr[],
  operator: "and" | "or",
): readonly [BooleanIr, BooleanIr] | undefined {
  const formulas = operands.map((operand) => formulaOf(operand));
  for (const [i, one] of formulas.entries()) {
    for (const [j, other] of formulas.entries()) {
      if (j <= i || one.kind === "constant" || other.kind === "constant") continue;
      const decided = operator === "or" ? implies(negation(one), other) : implies(one, negation(other));
      if (decided) return [operands[i] as BooleanIr, operands[j] as BooleanIr]; // within the list
    }
  }
  return undefined;
}
