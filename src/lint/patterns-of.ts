import type { ArgumentIr, CallIr, Ir, ValueIr } from "../check/ir.ts";
import { glob } from "../functions/types/glob.ts";
import { pattern } from "../functions/types/pattern.ts";
import type { LintText } from "./define-rule.ts";
import { expressionOf, ofKind } from "./visit-ir.ts";

/** A pattern written as a string in the call of a function. */
export interface WrittenPattern {
  readonly call: CallIr;
  readonly pattern: string;
  /** The string literal. */
  readonly source: ValueIr;
  /** What is searched: the first argument of the call. */
  readonly subject: ValueIr | undefined;
}

/** The RE2 patterns of a text. */
export function regexpsOf(text: LintText): readonly WrittenPattern[] {
  const found = regexps.get(text.nodes) ?? written(text, pattern.label);
  regexps.set(text.nodes, found);
  return found;
}

const regexps = new WeakMap<readonly Ir[], readonly WrittenPattern[]>();

/** The glob patterns of a text. */
export function globsOf(text: LintText): readonly WrittenPattern[] {
  return written(text, glob.label);
}

function written(text: LintText, label: string): readonly WrittenPattern[] {
  return ofKind(text, "call").flatMap((call) =>
    call.args.flatMap((arg) => {
      const source = arg.param.type.label === label ? stringOf(arg) : undefined;
      if (source === undefined) return [];
      return [{ call, pattern: source.value, source: source.ir, subject: expressionOf(call.args[0]) }];
    }),
  );
}

function stringOf(arg: ArgumentIr): { readonly ir: ValueIr; readonly value: string } | undefined {
  const ir = expressionOf(arg);
  return ir?.kind === "literal" && typeof ir.value === "string" && ir.node.kind === "StringLiteral"
    ? { ir, value: ir.value }
    : undefined;
}

/** The call of the test of a text by a pattern (`IsMatch`), with a literal pattern. */
export function isTestOfPattern({ call }: WrittenPattern): boolean {
  return call.definition.textTest !== undefined;
}
