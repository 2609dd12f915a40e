/** How a text is put in the place of a YAML scalar so that the scalar keeps its style and its place in the file. */
import type { ScalarNode } from "./node.ts";
import type { Replacement } from "./placed.ts";
import { resolvePlain } from "./resolve-scalar.ts";

/** Writes a text in lines of at most so many columns, or on one line. */
export type Wrap = (columns: number | undefined) => string;

/** How lines are broken. */
export interface Layout {
  /** Where lines end at the latest. */
  readonly width: number;
  readonly newline: string;
}

/**
 * What to write for a scalar so that its text becomes another one, blanks at its ends and line breaks aside: a block
 * stays a block, quotes stay, a text without quotes gets single quotes where it must, and what is on one line stays
 * there. Absent where the scalar has no text.
 */
export function rewriteScalar(node: ScalarNode, wrap: Wrap, layout: Layout): Replacement | undefined {
  const { start, end } = node.span;
  const written = node.source.text.slice(start, end);
  if (node.text === undefined || node.text.trim() === "") return undefined;
  if (/^[|>]/.test(written)) return rewriteBlock(node, node.text, wrap, layout);
  const isLong = /[\n\r]/.test(written);
  const margin = columnOf(node.source.text, start) + (/^['"]/.test(written) ? 1 : 0);
  const room = Math.max(narrowest, layout.width - margin);
  const lines = wrap(isLong ? room : undefined).split("\n");
  const text = writeFlow(written, lines).join(layout.newline + " ".repeat(margin));
  return { start, end, text };
}

/** However far a text is indented, it has as many columns. */
const narrowest = 20;

function rewriteBlock(node: ScalarNode, text: string, wrap: Wrap, { width, newline }: Layout): Replacement {
  const source = node.source.text;
  const first = text.search(/\S/);
  const lineStart = text.lastIndexOf("\n", first) + 1;
  const { start } = node.locate({ start: lineStart, end: lineStart + 1 });
  const last = text.trimEnd().length;
  const { end } = node.locate({ start: last - 1, end: last });
  const indent = columnOf(source, start);
  const lines = wrap(Math.max(narrowest, width - indent)).split("\n");
  return { start, end, text: lines.join(newline + " ".repeat(indent)) };
}

function writeFlow(written: string, lines: readonly string[]): readonly string[] {
  if (written.startsWith('"')) return quoted('"', lines.map(escaped));
  if (!written.startsWith("'") && isPlain(lines)) return lines;
  const doubled = lines.map((line) => line.replaceAll("'", "''"));
  return doubled.some((line) => notPrintable.test(line))
    ? quoted('"', lines.map(escaped))
    : quoted("'", doubled);
}

function quoted(quote: string, lines: readonly string[]): readonly string[] {
  const [first = "", ...rest] = lines;
  const [last = first, ...middle] = rest.toReversed();
  return rest.length === 0 ? [quote + first + quote] : [quote + first, ...middle.toReversed(), last + quote];
}

/** Whether a text is read as it is without quotes; brackets and commas are no worse than before. */
function isPlain(lines: readonly string[]): boolean {
  const text = lines.join(" ");
  return (
    !/: |:$| #|^[-?:](?:\s|$)|^[,[\]{}#&*!|>'"%@`]/.test(text) &&
    !notPrintable.test(text) &&
    resolvePlain(text).tag === "str"
  );
}

/** What must be written as an escape: what YAML does not let in, its further line breaks, and what cannot be seen. */
const notPrintable = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff]/u;
const toEscape = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe\uffff"\\]/gu;

function escaped(line: string): string {
  return line.replace(toEscape, (character) => {
    if (character === '"' || character === "\\") return `\\${character}`;
    const point = character.codePointAt(0) ?? 0;
    const hex = point.toString(16);
    return point > 0xffff ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
  });
}

function columnOf(source: string, offset: number): number {
  return offset - (offset === 0 ? 0 : source.lastIndexOf("\n", offset - 1) + 1);
}
