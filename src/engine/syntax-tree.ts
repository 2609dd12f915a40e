import { misnamedEditor } from "../check/misnamed-editors.ts";
import type { CheckSettings } from "../check/scope.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { OttlError, type Phase } from "../diagnostics/ottl-error.ts";
import type { Expression, Statement } from "../syntax/ast.ts";
import { type Kind, parse } from "../syntax/parse.ts";

/** The tree of a kind of text. */
export type TreeOf<K extends Kind> = K extends "statement" ? Statement : Expression;

/** Reads a text; throws an `OttlError` of phase `syntax` with every finding where something is wrong. */
export function syntaxTree<K extends Kind>(kind: K, text: string, settings: CheckSettings): TreeOf<K> {
  const { node, diagnostics } = parse(text, kind, settings.compatibility.has);
  refuse(
    "syntax",
    diagnostics.map((found) => misnamedEditor(found, text, settings)),
    text,
  );
  return node as TreeOf<K>; // what the parser makes of the kind
}

/** Throws an `OttlError` where there are findings. */
export function refuse(phase: Phase, [first, ...others]: readonly Diagnostic[], text: string): void {
  if (first !== undefined) throw new OttlError(phase, [first, ...others], text);
}
