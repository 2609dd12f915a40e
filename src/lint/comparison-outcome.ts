import type { CompareIr, ValueIr } from "../check/ir.ts";
import { Failure } from "../core/failure.ts";
import type { TypeName, Value } from "../core/values.ts";
import { samplesOf, typesOf } from "./types-of.ts";

/** A comparison whose answer the types of its sides decide. */
export interface DecidedComparison {
  readonly verdict: boolean;
  readonly left: readonly TypeName[];
  readonly right: readonly TypeName[];
}

/** What a comparison answers on every record where the types decide it, as the engine's own comparison tells. */
export function decidedByTypes(ir: CompareIr): DecidedComparison | undefined {
  if (ir.left.kind === "literal" && ir.right.kind === "literal") return undefined; // these are constants
  const left = typesOf(ir.left);
  const right = typesOf(ir.right);
  if (left === undefined || right === undefined) return undefined;
  const outcomes = new Set<boolean>();
  for (const a of valuesOf(ir.left, left)) {
    for (const b of valuesOf(ir.right, right)) {
      try {
        outcomes.add(ir.compare(ir.operator, a, b));
      } catch (error) {
        if (error instanceof Failure) return undefined;
        throw error;
      }
    }
  }
  const [verdict] = outcomes;
  return outcomes.size === 1 && verdict !== undefined ? { verdict, left, right } : undefined;
}

/** Whether the sides can be of one type, or are both numbers. */
export function typesMeet({ left, right }: DecidedComparison): boolean {
  return left.some((type) => right.some((other) => isSame(type, other)));
}

/** A literal is only itself, but must not decide by its size: it stands beside the other values of its type. */
function valuesOf(ir: ValueIr, types: readonly TypeName[]): readonly Value[] {
  const samples = types.flatMap(samplesOf);
  return ir.kind === "literal" ? [ir.value, ...samples] : samples;
}

function isSame(type: TypeName, other: TypeName): boolean {
  const number = (one: TypeName) => one === "int" || one === "double";
  return type === other || (number(type) && number(other));
}
