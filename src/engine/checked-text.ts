import type { Checked } from "../check/check.ts";
import type { CheckSettings } from "../check/scope.ts";
import type { TypeName } from "../core/values.ts";
import type { Node } from "../syntax/ast.ts";
import type { Kind } from "../syntax/parse.ts";
import { aboutOne } from "./infer.ts";
import { checkSettings, type Options, requireKnownOptions } from "./options.ts";
import { refuse, syntaxTree, type TreeOf } from "./syntax-tree.ts";

/** A text in which nothing is wrong. */
export interface CheckedText<K extends Kind, I> {
  readonly node: TreeOf<K>;
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
export function checkedText<K extends Kind, I>(
  kind: K,
  context: string,
  text: string,
  options: Options,
  check: (node: TreeOf<K>, settings: CheckSettings) => Checked<I>,
): CheckedText<K, I> {
  requireKnownOptions(options);
  const about = aboutOne(kind, context, [text], options);
  const settings = checkSettings(about.name, text, about.settings);
  const node = syntaxTree(kind, text, settings);
  const { ir, types, diagnostics } = check(node, settings);
  refuse("check", diagnostics, text);
  if (ir === undefined) throw new Error("a text without diagnostics has IR");
  return { node, ir, types, context: settings.context.name };
}
