import type { Checked } from "../check/check.ts";
import { misnamedEditor } from "../check/misnamed-editors.ts";
import type { CheckSettings } from "../check/scope.ts";
import type { TypeName } from "../core/values.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { OttlError, type Phase } from "../diagnostics/ottl-error.ts";
import type { Expression, Node, Statement } from "../syntax/ast.ts";
import type { Parsed } from "../syntax/parse.ts";
import { checkSettings, type Options } from "./options.ts";

/** A text in which nothing is wrong. */
export interface CheckedText<N extends Statement | Expression, I> {
  readonly node: N;
  readonly ir: I;
  readonly types: ReadonlyMap<Node, TypeName>;
  /** The name of its context. */
  readonly context: string;
}

/**
 * Reads and checks a text.
 *
 * @throws {OttlError} of phase `syntax` or `check`, with every finding and its exact place.
 */
export function checkedText<N extends Statement | Expression, I>(
  parse: (text: string) => Parsed<N>,
  context: string,
  text: string,
  options: Options,
  check: (node: N, settings: CheckSettings) => Checked<I>,
): CheckedText<N, I> {
  const settings = checkSettings(context, text, options);
  const { node, diagnostics } = parse(text);
  refuse(
    "syntax",
    diagnostics.map((found) => misnamedEditor(found, text, settings.functions)),
    text,
  );
  const { ir, types, diagnostics: found } = check(node, settings);
  refuse("check", found, text);
  if (ir === undefined) throw new Error("a text without diagnostics has IR");
  return { node, ir, types, context: settings.context.name };
}

function refuse(phase: Phase, [first, ...others]: readonly Diagnostic[], text: string): void {
  if (first !== undefined) throw new OttlError(phase, [first, ...others], text);
}
