/** The nodes that fusing puts in place of others. */
import type { BooleanIr, ReadIr } from "../check/ir.ts";
import type { TextTest } from "../functions/define-function.ts";

/** A node of a fused condition. `plain` is what it replaces: the meaning, and the way out for unusual records. */
export type FusedIr = TextIr | NumberIr | NilIr | DifferenceIr | ChainIr | NegatedIr;

/** The text of a path is one of some strings or passes one of some tests. */
export interface TextIr {
  readonly kind: "fused text";
  readonly read: ReadIr;
  readonly equals: readonly string[];
  readonly tests: readonly TextTest[];
  /** Whether the verdict is turned round. */
  readonly negated: boolean;
  /** The verdict (before it is turned round) where the attribute is absent; `undefined`: it fails, or is not known. */
  readonly absent: boolean | undefined;
  readonly plain: BooleanIr;
}

/** An attribute against a number. */
export interface NumberIr {
  readonly kind: "fused number";
  readonly read: ReadIr;
  readonly operator: number;
  readonly literal: number;
  readonly plain: BooleanIr;
}

/** An attribute against nil. */
export interface NilIr {
  readonly kind: "fused nil";
  readonly read: ReadIr;
  readonly equal: boolean;
  readonly plain: BooleanIr;
}

/** The difference of two times, divided, against a number. */
export interface DifferenceIr {
  readonly kind: "fused difference";
  readonly left: ReadIr;
  readonly right: ReadIr;
  readonly divisor: number;
  readonly operator: number;
  readonly literal: number;
  readonly plain: BooleanIr;
}

/** A chain of which some operand is fused. */
export interface ChainIr {
  readonly kind: "fused chain";
  readonly operator: "and" | "or";
  readonly operands: readonly (BooleanIr | FusedIr)[];
}

/** The negation of a fused node. */
export interface NegatedIr {
  readonly kind: "fused not";
  readonly operand: FusedIr;
}

/** Whether a node was made by fusing. */
export function isFused(ir: BooleanIr | FusedIr): ir is FusedIr {
  return ir.kind.startsWith("fused ");
}

/** The key of a path whose only key is a literal string; `null` where the path has other keys. */
export function onlyKey(read: ReadIr): string | undefined | null {
  const [first, second] = read.keys;
  if (first === undefined) return undefined;
  return second === undefined && first.kind === "literal" && typeof first.value === "string"
    ? first.value
    : null;
}
