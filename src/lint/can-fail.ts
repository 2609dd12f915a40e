import { childrenOf, sourcesOf } from "../check/children.ts";
import type { ArgumentIr, CallIr, Ir, ValueIr } from "../check/ir.ts";
import { Failure } from "../core/failure.ts";
import type { TypeName } from "../core/values.ts";
import { callOfValue, isOfType } from "./call-of-value.ts";
import type { LintText } from "./define-rule.ts";
import { identityOf } from "./same-value.ts";
import { samplesOf, typesOf } from "./types-of.ts";
import { ofKind } from "./visit-ir.ts";

/** What an attribute that is missing or of another type may be. */
const anyType: readonly TypeName[] = ["nil", "string", "int", "list"];

/** The values that a text asks about somewhere: what is done with them is thought of. */
export interface Guarded {
  /** Those of which it asks the type or the length. */
  readonly any: ReadonlySet<string>;
  /** Those whose length may be asked: it asks their type, or whether they are there. */
  readonly length: ReadonlySet<string>;
}

/** What a text that asks about nothing guards. */
export const unguarded: Guarded = { any: new Set(), length: new Set() };

/** The values that a text asks about. */
export function guardedIn(text: Pick<LintText, "nodes">): Guarded {
  const askedBy = (name: RegExp) =>
    ofKind(text, "call").flatMap(({ definition, args }) =>
      name.test(definition.name) ? args.slice(0, 1).flatMap(sourcesOf).map(identityOf) : [],
    );
  const types = askedBy(/^Is[A-Z]/);
  const there = ofKind(text, "compare").flatMap(({ left, right }) =>
    isNil(left) || isNil(right) ? [identityOf(left), identityOf(right)] : [],
  );
  return { any: new Set([...types, ...askedBy(/^Len$/)]), length: new Set([...types, ...there]) };
}

function isNil(ir: Ir): boolean {
  return ir.kind === "literal" && ir.value === null;
}

/** The first expression that fails on some records, such as `HasPrefix` of an attribute that may be missing. */
export function failingPart(ir: Ir, guards: Guarded): Ir | undefined {
  for (const child of childrenOf(ir)) {
    const found = failingPart(child, guards);
    if (found !== undefined) return found;
  }
  const isLength = ir.kind === "call" && ir.definition.name === "Len";
  const guarded = isLength ? guards.length : guards.any;
  const isKnown = (source: Ir): boolean =>
    source.kind === "local" ||
    guarded.has(identityOf(source)) ||
    (source.kind === "index" && guarded.has(identityOf(source.target)));
  switch (ir.kind) {
    case "calculate":
      return [ir.left, ir.right].every((side) => isKnown(side) || isNumber(typesOf(side))) ? undefined : ir;
    case "negate":
      return isKnown(ir.operand) || isNumber(typesOf(ir.operand)) ? undefined : ir;
    case "index":
      return isKnown(ir.target) ? undefined : ir;
    case "call":
      return ir.definition.kind === "converter" &&
        (ir.args.some((arg) => canFail(arg, isKnown)) || callCanFail(ir, isKnown))
        ? ir
        : undefined;
    default:
      return undefined;
  }
}

function canFail(arg: ArgumentIr, isKnown: (source: Ir) => boolean): boolean {
  switch (arg.kind) {
    case "dynamic":
      return !isKnown(arg.source) && failsForSome(arg.source, arg.type.narrow, () => true);
    case "items":
      return arg.items.some((item) => canFail(item, isKnown));
    default:
      return false;
  }
}

/** Whether the implementation itself does not take the types of its only value. */
function callCanFail(ir: CallIr, isKnown: (source: Ir) => boolean): boolean {
  const call = callOfValue(ir);
  return call !== undefined && !isKnown(call.source) && failsForSome(call.source, call.take, isOfType);
}

/** Whether something fails for a value that an expression can have. */
function failsForSome(
  source: ValueIr,
  take: (value: never) => unknown,
  counts: (failure: Failure) => boolean,
): boolean {
  return (typesOf(source) ?? anyType).flatMap(samplesOf).some((value) => {
    try {
      take(value as never); // any value
      return false;
    } catch (error) {
      if (error instanceof Failure) return counts(error);
      throw error;
    }
  });
}

function isNumber(types: readonly TypeName[] | undefined): boolean {
  return types?.every((type) => type === "int" || type === "double") ?? false;
}
