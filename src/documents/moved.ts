import type { Span } from "../diagnostics/diagnostic.ts";
import type { DocumentNode, ParsedDocument, ScalarNode, SourceText } from "./node.ts";

/** A document that was read from a part of a text, its places told in the whole text. */
export function moved(node: DocumentNode, source: SourceText, place: (span: Span) => Span): DocumentNode {
  if (node.kind === "scalar") return movedScalar(node, source, place);
  const span = place(node.span);
  if (node.kind === "sequence")
    return { ...node, source, span, items: node.items.map((item) => moved(item, source, place)) };
  const entries = node.entries.map(({ key, value }) => ({
    key: movedScalar(key, source, place),
    value: moved(value, source, place),
  }));
  return { ...node, source, span, entries };
}

/** A parsed document and its diagnostics, read from a part of a text that begins at an offset, told in the whole text. */
export function movedBy(
  offset: number,
  { node, diagnostics }: ParsedDocument,
  source: SourceText,
): ParsedDocument {
  const place = ({ start, end }: Span) => ({ start: start + offset, end: end + offset });
  return {
    ...(node === undefined ? {} : { node: moved(node, source, place) }),
    diagnostics: diagnostics.map(({ fix, ...diagnostic }) => ({
      ...diagnostic,
      span: place(diagnostic.span),
      ...(fix === undefined ? {} : { fix: { ...fix, span: place(fix.span) } }),
    })),
  };
}

function movedScalar(node: ScalarNode, source: SourceText, place: (span: Span) => Span): ScalarNode {
  return { ...node, source, span: place(node.span), locate: (span) => place(node.locate(span)) };
}
