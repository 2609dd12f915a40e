import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Kind, parse } from "../syntax/parse.ts";
import { attach, type PlacedComment } from "./comments.ts";
import { layOut } from "./doc.ts";
import { docOfTree } from "./doc-of-tree.ts";

/** How a text is written. */
export interface TextLayout {
  readonly kind: Kind;
  /** Where lines end at the latest; absent: all on one line. */
  readonly width: number | undefined;
  readonly comments?: readonly PlacedComment[];
}

/** A text in its canonical form, or what is wrong with it. */
export type FormattedText =
  | { readonly text: string; readonly diagnostics?: never }
  | { readonly text?: never; readonly diagnostics: readonly Diagnostic[] };

/** Writes a text in its canonical form; whoever puts it in the place of the other compares the trees. */
export function formatText(text: string, { kind, width, comments = [] }: TextLayout): FormattedText {
  const { node, diagnostics } = parse(text, kind);
  if (diagnostics.length > 0) return { diagnostics };
  const doc = docOfTree(node, text, attach(text, node, comments));
  return { text: layOut(doc, width ?? Number.POSITIVE_INFINITY) };
}
