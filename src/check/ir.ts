/**
 * What check makes of a syntax tree: names resolved, arguments bound, literals converted, constants folded. Compile
 * turns it into closures; fusing rewrites it. Each node keeps the syntax it came from, for spans and explanations.
 */
import type { ResolvedPath } from "../contexts/resolve.ts";
import type { Compare } from "../core/compare.ts";
import type { NamedFunction, Type } from "../core/types.ts";
import type { TypeName, Value } from "../core/values.ts";
import type { FunctionDefinition, Param } from "../functions/define-function.ts";
import type { ComparisonOperator, Expression, MathOperator, Statement } from "../syntax/ast.ts";
import type { Store } from "./map-literal.ts";

/** An expression with a value. */
export type ValueIr =
  | LiteralIr
  | ReadIr
  | LocalIr
  | ListIr
  | MapIr
  | CalculateIr
  | NegateIr
  | CallIr
  | IndexIr;

/** An expression that is true or false. */
export type BooleanIr = ConstantIr | CompareIr | TruthIr | LogicalIr | NotIr;

export type Ir = ValueIr | BooleanIr;

/** A statement: the call of an editor, and the condition under which it runs. */
export interface StatementIr {
  readonly editor: CallIr;
  readonly where: BooleanIr | undefined;
  readonly node: Statement;
}

interface Made<N extends Expression = Expression> {
  readonly node: N;
  /** The type of its value, as far as it is known before running. */
  readonly type: TypeName;
}

/** A value that the text alone determines. */
export interface LiteralIr extends Made {
  readonly kind: "literal";
  readonly value: Value;
}

/** A path, with the keys that follow it. */
export interface ReadIr extends Made {
  readonly kind: "read";
  readonly path: ResolvedPath;
  readonly keys: readonly ValueIr[];
}

/** A parameter of a lambda. */
export interface LocalIr extends Made {
  readonly kind: "local";
  readonly local: Local;
}

/** Where the value of a lambda's parameter is while its body runs; OTTL has no recursion, so one place is enough. */
export interface Local {
  readonly name: string;
  value: Value;
}

export interface ListIr extends Made {
  readonly kind: "list";
  readonly items: readonly ValueIr[];
}

export interface MapIr extends Made {
  readonly kind: "map";
  readonly entries: readonly { readonly key: ValueIr; readonly value: ValueIr }[];
  readonly store: Store;
}

export interface CalculateIr extends Made {
  readonly kind: "calculate";
  readonly operator: MathOperator;
  readonly left: ValueIr;
  readonly right: ValueIr;
}

export interface NegateIr extends Made {
  readonly kind: "negate";
  readonly operand: ValueIr;
}

export interface CallIr extends Made {
  readonly kind: "call";
  readonly definition: FunctionDefinition;
  /** The implementation, made for this call; takes what is read and written, the metric if it asks for it, then the arguments. */
  readonly evaluate: (...args: never[]) => Value;
  /** The paths that the function reads by itself. */
  readonly reads: readonly ReadIr[];
  /** The paths that it reads and writes by itself. */
  readonly writes: readonly ReadIr[];
  /** One for each parameter, in order. */
  readonly args: readonly ArgumentIr[];
}

/** What is passed for a parameter. */
export type ArgumentIr =
  /** A value known now: a converted literal, or the default of an absent argument. */
  | {
      readonly kind: "constant";
      readonly param: Param;
      readonly value: unknown;
      readonly source: ValueIr | undefined;
    }
  /** A value to be narrowed to the type at each evaluation. */
  | { readonly kind: "dynamic"; readonly param: Param; readonly type: Type; readonly source: ValueIr }
  /** A list written out, item by item. */
  | {
      readonly kind: "items";
      readonly param: Param;
      readonly type: Type;
      readonly items: readonly ArgumentIr[];
    }
  /** A path to be read and written. */
  | {
      readonly kind: "place";
      readonly param: Param;
      readonly type: Type;
      readonly source: ReadIr;
      /** The codes of failures to write it that are not told. */
      readonly ignored: ReadonlySet<string>;
      /** What is written in place of a value, `undefined` where nothing is, by what the path holds; absent: the value. */
      readonly instead?: (value: Value, held: () => Value) => Value | undefined;
    }
  /** An argument that the function evaluates when it needs it. */
  | { readonly kind: "lazy"; readonly param: Param; readonly argument: ArgumentIr }
  /** A function that was named. */
  | { readonly kind: "function"; readonly param: Param; readonly value: NamedFunction }
  /** A lambda, whose body is evaluated each time that the function calls it. */
  | {
      readonly kind: "lambda";
      readonly param: Param;
      readonly type: Type;
      /** One for each value that is passed; a blank one keeps none. */
      readonly locals: readonly (Local | undefined)[];
      readonly body: Ir;
    };

/** Keys on the result of a converter or on a parameter of a lambda. */
export interface IndexIr extends Made {
  readonly kind: "index";
  readonly target: ValueIr;
  readonly keys: readonly ValueIr[];
}

/** A truth that is known before running; `of` is what was folded, `undefined` for `true` and `false` themselves. */
export interface ConstantIr extends Made {
  readonly kind: "constant";
  readonly value: boolean;
  readonly of: BooleanIr | undefined;
}

export interface CompareIr extends Made {
  readonly kind: "compare";
  readonly operator: ComparisonOperator;
  readonly compare: Compare;
  readonly left: ValueIr;
  readonly right: ValueIr;
}

/** The result of a converter used as a condition: an error where it is not a bool. */
export interface TruthIr extends Made {
  readonly kind: "truth";
  readonly value: ValueIr;
}

export interface LogicalIr extends Made {
  readonly kind: "logical";
  readonly operator: "and" | "or";
  /** What is evaluated. */
  readonly operands: readonly BooleanIr[];
  /** All operands as they were written, those folded away included. */
  readonly written: readonly BooleanIr[];
}

export interface NotIr extends Made {
  readonly kind: "not";
  readonly operand: BooleanIr;
}
