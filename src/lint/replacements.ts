import type { ValueIr } from "../check/ir.ts";
import type { Span } from "../diagnostics/diagnostic.ts";
import { matcherOf, pattern } from "../functions/types/pattern.ts";
import type { Regexp } from "../regexp/compile.ts";
import { sourceOffset } from "../syntax/strings.ts";
import type { LintText } from "./define-rule.ts";
import { argumentNamed, expressionOf, ofKind } from "./visit-ir.ts";

/** A template that is put in for the matches of a literal pattern. */
export interface Replacement {
  readonly template: string;
  readonly source: ValueIr;
  /** The names of the pattern's groups by their numbers. */
  readonly groups: readonly (string | undefined)[];
}

/** The literal templates of a text, with the groups of their patterns. */
export function replacementsOf(text: LintText): readonly Replacement[] {
  return ofKind(text, "call").flatMap((call) => {
    const ofPattern = call.args.find(({ param }) => param.type.label === pattern.label);
    const known = ofPattern?.kind === "lazy" ? ofPattern.argument : ofPattern;
    const source = expressionOf(argumentNamed(call, "replacement"));
    if (known?.kind !== "constant" || source?.kind !== "literal" || source.node.kind !== "StringLiteral")
      return [];
    const { groups } = matcherOf(known.value as Regexp); // what the type of patterns narrows to
    return [{ template: source.value as string, source, groups }]; // of a string literal
  });
}

/** Whether a pattern has the group that a template names by its number or its name. */
export function groupExists(group: string, { groups }: Pick<Replacement, "groups">): boolean {
  return /^\d+$/.test(group) ? Number(group) < groups.length : groups.includes(group);
}

/** What a template says at a dollar sign. */
export interface Dollar {
  /** `$1`, `${name}`, `$$`. */
  readonly written: string;
  /** The name or number of the group; empty for `$$` and a dollar sign that stays. */
  readonly group: string;
  readonly start: number;
}

/** The dollar signs of a template, as Go's `Expand` reads them. */
export function dollarsOf(template: string): readonly Dollar[] {
  return [...template.matchAll(/\$(?:\$|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))?/gu)].map((match) => ({
    written: match[0],
    group: match[1] ?? match[2] ?? "",
    start: match.index,
  }));
}

/** The place in the text of a piece of a string literal's value. */
export function placeIn(text: string, source: ValueIr, start: number, length: number): Span {
  const { span } = source.node;
  return { start: sourceOffset(text, span, start), end: sourceOffset(text, span, start + length) };
}
