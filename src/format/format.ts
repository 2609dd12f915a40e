import { OttlError } from "../diagnostics/ottl-error.ts";
import { requireKind, requireOptions } from "../diagnostics/require-options.ts";
import { type Kind, parse } from "../syntax/parse.ts";
import { formatText } from "./format-text.ts";
import { isSameTree } from "./same-tree.ts";

/** How a text is formatted. */
export interface FormatTextOptions {
  readonly kind: Kind;
  /** Where lines end at the latest, as far as that is possible; default: 100 columns. */
  readonly width?: number;
}

/** Where lines end unless another width is asked for. */
export const usualWidth = 100;

/**
 * Writes a text in its canonical form: one line where it has room, else lines broken at `and`, `or`, `where`, arguments
 * and items. Literals stay spelled as they are, and so does what the text means.
 *
 * @throws {OttlError} of phase `syntax` for a text that cannot be read.
 */
export function format(text: string, options: FormatTextOptions): string {
  requireKind("text", "text", text);
  requireOptions("options", options, {
    kind: ["condition", "statement", "value"],
    width: { optional: "number" },
  });
  const { kind, width = usualWidth } = options;
  const { text: formatted, diagnostics } = formatText(text, { kind, width });
  if (diagnostics !== undefined) {
    const [first, ...others] = diagnostics;
    if (first !== undefined) throw new OttlError("syntax", [first, ...others], text);
  }
  const isSafe = formatted !== undefined && isSameTree(parse(text, kind).node, parse(formatted, kind).node);
  return isSafe ? formatted : text;
}
