import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import type { LineCounter } from "../diagnostics/line-counter.ts";
import type { DocumentNode, SourceText } from "../documents/node.ts";
import type { ConfigPlace } from "./processor.ts";

/** A text of a configuration with its place. */
export interface PlacedText {
  readonly text: string;
  /** The path of the setting, such as `processors.filter/mesh.metrics.metric[0]`. */
  readonly setting: string;
  readonly source: SourceText;
  /** Whether it is one of several that a text in place of a list was split into. */
  readonly isPart?: boolean;
  /** The range in the source of a range of the text. */
  readonly locate: (span: Span) => Span;
}

/**
 * The texts of a setting that is a list, or of a text in its place, which the Collector splits at commas; without items
 * that are no texts, which the schema refuses.
 */
export function placedTexts(node: DocumentNode, setting: string): readonly PlacedText[] {
  if (node.kind === "sequence") {
    return node.items.flatMap((item, i) => (isText(item) ? [placedText(item, `${setting}[${i}]`)] : []));
  }
  const whole = placedText(node, setting);
  if (whole.text === "") return [];
  let start = 0;
  return whole.text.split(",").map((text, i, { length }) => {
    const offset = start;
    start += text.length + 1;
    const locate = (span: Span) => whole.locate({ start: span.start + offset, end: span.end + offset });
    return { ...whole, text, setting: `${setting}[${i}]`, locate, isPart: length > 1 };
  });
}

/** Null is read as the empty text. */
function isText(node: DocumentNode): boolean {
  return node.text !== undefined || (node.kind === "scalar" && node.value === null);
}

/** The text of a setting, empty where it is null or no text. */
export function placedText(node: DocumentNode, setting: string): PlacedText {
  if (node.kind === "scalar") {
    return { text: node.text ?? "", setting, source: node.source, locate: (span) => node.locate(span) };
  }
  return { text: node.text ?? "", setting, source: node.source, locate: () => node.span };
}

/** The place of a range of a text as a reader would look for it; a configuration that is no text has no lines. */
export function configPlace(
  { setting, locate }: PlacedText,
  lines: LineCounter | undefined,
  span: Span = { start: 0, end: 0 },
): ConfigPlace {
  if (lines === undefined) return { path: setting };
  return { path: setting, ...lines.placeOf(locate(span).start) };
}

/** A finding about a text: of an empty one it is said which `$` expression it comes from. */
export function withReference(found: Diagnostic, text: PlacedText): Diagnostic {
  if (found.code !== "empty_text") return found;
  const { start, end } = text.locate({ start: 0, end: 0 });
  const [, reference] = /^["']?(\$.*?)["']?$/s.exec(text.source.text.slice(start, end)) ?? [];
  return reference === undefined
    ? found
    : { ...found, hint: `${reference} is not set, or has an empty value` };
}

/** A diagnostic about a text, as one about the configuration. */
export function relocate(diagnostic: Diagnostic, text: PlacedText): Diagnostic {
  const { fix, ...rest } = diagnostic;
  const moved = { ...rest, setting: text.setting, span: text.locate(diagnostic.span) };
  if (fix === undefined) return moved;
  const span = text.locate(fix.span);
  // In quotes and the like the repair would need escapes of its own.
  const verbatim =
    text.source.text.slice(span.start, span.end) === text.text.slice(fix.span.start, fix.span.end);
  return verbatim ? { ...moved, fix: { ...fix, span } } : moved;
}
