import { childrenOf, sourcesOf } from "../check/children.ts";
import type { ArgumentIr, Ir } from "../check/ir.ts";
import { Failure } from "../core/failure.ts";
import type { TypeName } from "../core/values.ts";
import type { LintText } from "./define-rule.ts";
import { identityOf } from "./same-value.ts";
import { samplesOf, typesOf } from "./types-of.ts";
import { ofKind } from "./visit-ir.ts";

/** What an attribute that is missing or of another type may be. */
const anyType: readonly TypeName[] = ["nil", "string", "int", "list"];

/** The values of which a text asks the type or the length somewhere: what is done with them is thought of. */
export function guardedIn(text: Pick<LintText, "nodes">): ReadonlySet<string> {
  const guards = ofKind(text, "call").filter(({ definition }) => /^(?:Is[A-Z]|Len$)/.test(definition.name));
  return new Set(guards.flatMap(({ args }) => args.slice(0, 1).flatMap(sourcesOf).map(identityOf)));
}

/** The first expression that fails on some records, such as `HasPrefix` of an attribute that may be missing. */
export function failingPart(ir: Ir, guarded: ReadonlySet<string>): Ir | undefined {
  for (const child of childrenOf(ir)) {
    const found = failingPart(child, guarded);
    if (found !== undefined) return found;
  }
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
      return ir.definition.kind === "converter" && ir.args.some((arg) => canFail(arg, isKnown))
        ? ir
        : undefined;
    default:
      return undefined;
  }
}

function canFail(arg: ArgumentIr, isKnown: (source: Ir) => boolean): boolean {
  switch (arg.kind) {
    case "dynamic":
      return (
        !isKnown(arg.source) &&
        (typesOf(arg.source) ?? anyType).some((type) =>
          samplesOf(type).some((value) => fails(arg.type.narrow, value)),
        )
      );
    case "items":
      return arg.items.some((item) => canFail(item, isKnown));
    default:
      return false;
  }
}

function fails(narrow: (value: never) => unknown, value: unknown): boolean {
  try {
    narrow(value as never); // any value
    return false;
  } catch (error) {
    if (error instanceof Failure) return true;
    throw error;
  }
}

function isNumber(types: readonly TypeName[] | undefined): boolean {
  return types?.every((type) => type === "int" || type === "double") ?? false;
}
