import type { Capability, Compatibility } from "../core/compatibility.ts";
import type { RecordMetric } from "../core/metrics.ts";
import type { Place, Type } from "../core/types.ts";
import type { Value } from "../core/values.ts";
import type { Span } from "../diagnostics/diagnostic.ts";

/** One parameter of a function. */
export interface Param<T = unknown> {
  /** The name of the named argument, in the reference's snake case. */
  readonly name: string;
  readonly type: Type<T>;
  readonly doc: string;
  readonly optional: boolean;
  /** What the implementation gets where an optional argument is absent. */
  readonly default?: T;
  /** The first version that has it; absent: those of the function. */
  readonly since?: string;
}

/** A required parameter. */
/* @__NO_SIDE_EFFECTS__ */
export function param<T>(name: string, type: Type<T>, doc: string): Param<T> {
  return { name, type, doc, optional: false };
}

/** An optional parameter with its default and, if it came later than its function, the first version that has it. */
/* @__NO_SIDE_EFFECTS__ */
export function optional<T, F = T>(
  name: string,
  type: Type<T>,
  doc: string,
  fallback: F,
  since?: string,
): Param<T | F> {
  return { name, type, doc, optional: true, default: fallback, ...(since === undefined ? {} : { since }) };
}

/**
 * A true example, documentation and test at once: what a converter answers, what an editor leaves in its target, or, of
 * an editor without a target, what it leaves of the record.
 */
export type Example =
  | { readonly source: string; readonly result: Value; readonly data?: Readonly<Record<string, unknown>> }
  | { readonly source: string; readonly error: string; readonly data?: Readonly<Record<string, unknown>> }
  | {
      readonly source: string;
      readonly data: Readonly<Record<string, unknown>>;
      /** Parts of the record as they are afterwards. */
      readonly leaves: Readonly<Record<string, unknown>>;
    };

/** Whether a text passes a test that was made once from literal arguments (`IsMatch`, `HasPrefix`, …). */
export interface TextTest {
  test(text: string): boolean;
  /** What the function answers for nil; absent: nil is an error. */
  readonly nil?: boolean;
  /** The RE2 pattern that says the same; absent where there is none. */
  readonly pattern?: string;
  /** One test for several patterns of which any may match; `undefined` where the tests are better left apart. */
  readonly join?: (patterns: readonly string[]) => TextTest | undefined;
}

/** What a function was in the versions without a capability; what is absent was the same. */
export interface Former {
  readonly without: Capability;
  readonly params?: readonly Param[];
  readonly textTest?: undefined;
  readonly create?: FunctionDefinition["create"];
}

/** What a function says about itself; everything else is derived from it. */
export interface FunctionDefinition {
  readonly kind: "converter" | "editor";
  readonly name: string;
  readonly category: string;
  readonly summary: string;
  readonly params: readonly Param[];
  readonly returns: Type;
  /** The contrib versions that have it. */
  readonly since: string;
  readonly until?: string;
  /** The feature gate that it needs. */
  readonly gate?: string;
  /** The contexts that offer it; absent: all. */
  readonly contexts?: readonly string[];
  /** `filter`: only where the filter processor registers it. */
  readonly only?: "filter" | "transform";
  /** Paths whose values are passed before the arguments, such as `data_points`. */
  readonly reads?: readonly string[];
  /** Paths that it reads and writes though no argument names them: passed as places after what it reads. */
  readonly writes?: readonly string[];
  /** Whether it is passed the metric of the record, before the arguments: to change it as a whole or to add others. */
  readonly metric?: boolean;
  readonly examples: readonly [Example, ...Example[]];
  /**
   * Where the function is a test of one text (its first parameter) and all other arguments are literal: makes the
   * test, so that compile can run it on the record's own string.
   */
  readonly textTest?: (...literals: never[]) => TextTest;
  /** Where the function searches a text, its first parameter: the place that it found, for explanations. */
  readonly locate?: (...args: never[]) => Span | undefined;
  /**
   * Makes the implementation for one call, once a text, of the arguments that are known then; the others are
   * `undefined`. Throws a `Failure` where the reference refuses the text; its param `argument` names the one at fault.
   */
  readonly create: (...known: never[]) => (...args: never[]) => Value;
  /** What it was before, the latest change first. */
  readonly formerly?: readonly Former[];
}

type ParamValue<P> = P extends Param<infer T> ? T : never;
type ParamValues<P extends readonly Param[]> = { [I in keyof P]: ParamValue<P[I]> };
type Rest<T extends readonly unknown[]> = T extends readonly [unknown, ...infer R] ? R : [];

type Texts = readonly string[];

/** What of the record is passed before the arguments: what is read, places that are written, the metric. */
type Passed<R extends Texts, W extends Texts, M extends boolean> = [
  ...{ [I in keyof R]: Value },
  ...{ [I in keyof W]: Place },
  ...(M extends true ? [RecordMetric] : []),
];

type Definition<P extends readonly Param[], R extends Texts, W extends Texts, M extends boolean> = Omit<
  FunctionDefinition,
  "params" | "create" | "textTest" | "locate" | "reads" | "writes" | "metric"
> & {
  readonly params: P;
  readonly reads?: R;
  readonly writes?: W;
  readonly metric?: M;
  readonly textTest?: (...literals: Rest<ParamValues<P>>) => TextTest;
  readonly locate?: (...args: [...{ [I in keyof R]: Value }, ...ParamValues<P>]) => Span | undefined;
} & (
    | { readonly evaluate: Evaluate<P, R, W, M> }
    /** For functions whose literal arguments (a layout, an XPath) are to be looked at once. */
    | { readonly create: (...known: KnownValues<P>) => Evaluate<P, R, W, M> }
  );

type Evaluate<
  P extends readonly Param[],
  R extends Texts = [],
  W extends Texts = [],
  M extends boolean = false,
> = (...args: [...Passed<R, W, M>, ...ParamValues<P>]) => Value;
type KnownValues<P extends readonly Param[]> = { [I in keyof P]: ParamValue<P[I]> | undefined };

/** Makes a function of one literal; the types of the parameters become those of the implementation's arguments. */
/* @__NO_SIDE_EFFECTS__ */
export function defineFunction<
  const P extends readonly Param[],
  const R extends Texts = [],
  const W extends Texts = [],
  const M extends boolean = false,
>(definition: Definition<P, R, W, M>): FunctionDefinition {
  if ("create" in definition) return definition as unknown as FunctionDefinition; // the list of parameters is only needed for the types
  const { evaluate, ...rest } = definition;
  return { ...rest, create: () => evaluate } as unknown as FunctionDefinition;
}

/** What a function was before a capability: its parameters and what it did with them. */
/* @__NO_SIDE_EFFECTS__ */
export function before<const P extends readonly Param[]>(
  without: Capability,
  { params, evaluate }: { readonly params: P; readonly evaluate: Evaluate<P> },
): Former {
  return { without, params, create: () => evaluate as ReturnType<FunctionDefinition["create"]> }; // bound to its parameters
}

/** The function as a version has it. */
export function inVersion(
  definition: FunctionDefinition,
  { has }: Pick<Compatibility, "has">,
): FunctionDefinition {
  const former = definition.formerly?.filter(({ without }) => !has(without)) ?? [];
  return former.length === 0 ? definition : Object.assign({}, definition, ...former);
}
