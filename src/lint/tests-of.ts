import type { BooleanIr, CallIr, CompareIr, ValueIr } from "../check/ir.ts";
import type { Value } from "../core/values.ts";
import type { TextTest } from "../functions/define-function.ts";
import type { Literal } from "../regexp/literals.ts";
import type { ComparisonOperator } from "../syntax/ast.ts";
import { literalsOfPattern } from "./literal-matches.ts";
import { identityOf } from "./same-value.ts";
import { isAlways } from "./types-of.ts";
import { expressionOf } from "./visit-ir.ts";

/** What a condition without `and`, `or` and `not` says of one value. */
export interface ValueTest {
  /** Which value. */
  readonly subject: string;
  readonly ir: ValueIr | undefined;
  readonly says: Says;
}

export type Says =
  | { readonly kind: "compare"; readonly operator: ComparisonOperator; readonly literal: Literally }
  | {
      readonly kind: "match";
      readonly test: TextTest;
      /** One of which must be found; absent where they cannot be listed. */
      readonly literals: readonly Literal[] | undefined;
      /** Whether the value must be a string lest the test fails. */
      readonly strict: boolean;
      /** Whether every value is a string. */
      readonly always: boolean;
    }
  /** Anything else, which is only like itself. */
  | { readonly kind: "other" };

/** A literal whose comparisons with others of its kind are known. */
export type Literally = null | boolean | bigint | number | string;

/** A condition as what it says of values, negations pushed inwards. */
export type Formula =
  | { readonly kind: "test"; readonly test: ValueTest; readonly negated: boolean }
  | { readonly kind: "all" | "any"; readonly of: readonly Formula[] }
  | { readonly kind: "constant"; readonly value: boolean };

const formulas = new WeakMap<BooleanIr, Formula>();

/** Reads a condition as a formula, once. */
export function formulaOf(ir: BooleanIr): Formula {
  const formula = formulas.get(ir) ?? make(ir, false);
  formulas.set(ir, formula);
  return formula;
}

function make(ir: BooleanIr, negated: boolean): Formula {
  switch (ir.kind) {
    case "constant":
      return { kind: "constant", value: ir.value !== negated };
    case "not":
      return make(ir.operand, !negated);
    case "logical": {
      const of = ir.written.map((operand) => make(operand, negated));
      return { kind: (ir.operator === "and") === negated ? "any" : "all", of };
    }
    case "compare": {
      const unequal = ir.operator === "!=";
      const test = comparisonTest(unequal ? { ...ir, operator: "==" } : ir);
      return { kind: "test", test, negated: negated !== unequal };
    }
    case "truth":
      return { kind: "test", test: truthTest(ir.value), negated };
  }
}

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "==": "==",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

function comparisonTest(ir: CompareIr): ValueTest {
  const { left, right, operator } = ir;
  const onRight = literally(right);
  const onLeft = literally(left);
  if (onRight !== undefined) return comparing(left, operator, onRight);
  if (onLeft !== undefined) return comparing(right, mirrored[operator], onLeft);
  return { subject: identityOf(ir), ir: undefined, says: { kind: "other" } };
}

function comparing(ir: ValueIr, operator: ComparisonOperator, literal: Literally): ValueTest {
  return { subject: identityOf(ir), ir, says: { kind: "compare", operator, literal } };
}

function literally(ir: ValueIr): Literally | undefined {
  if (ir.kind !== "literal") return undefined;
  const value: Value = ir.value;
  if (value === null) return null;
  return typeof value === "object" ? undefined : value;
}

function truthTest(ir: ValueIr): ValueTest {
  const found = ir.kind === "call" ? textTestOf(ir) : undefined;
  return found ?? { subject: identityOf(ir), ir: undefined, says: { kind: "other" } };
}

function textTestOf(call: CallIr): ValueTest | undefined {
  const { definition, args } = call;
  const [target, ...others] = args;
  const ir = expressionOf(target);
  const literals = others.flatMap((arg) => (arg.kind === "constant" ? [arg.value] : []));
  if (definition.textTest === undefined || ir === undefined || literals.length < others.length)
    return undefined;
  const make = definition.textTest as (...known: unknown[]) => TextTest; // bound to its parameters
  const test = make(...literals);
  const listed = test.pattern === undefined ? undefined : literalsOfPattern(test.pattern);
  return {
    subject: identityOf(ir),
    ir,
    says: {
      kind: "match",
      test,
      literals: listed,
      strict: test.nil === undefined,
      always: isAlways(ir, "string"),
    },
  };
}
