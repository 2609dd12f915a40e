import { type OttlFileText, textsOfOttlFile } from "../collector/ottl-texts/texts-of-ottl-file.ts";
import { relocate } from "../collector/placed-text.ts";
import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceText } from "../documents/node.ts";
import { type OttlComment, type OttlSection, readOttlFile } from "../documents/ottl-file.ts";
import { parse } from "../syntax/parse.ts";
import { formatText } from "./format-text.ts";
import { type FormatFileOptions, type FormattedFile, newlineOf } from "./formatted-file.ts";
import { isSameTree } from "./same-tree.ts";

/** Formats a `.ottl` file; a comment stays before what it is about, and texts that cannot be read stay as they are. */
export function formatOttlFile(source: SourceText, { width }: FormatFileOptions): FormattedFile {
  const { text } = source;
  const found = textsOfOttlFile(source);
  const diagnostics: Diagnostic[] = [...found.diagnostics];
  const sections = readOttlFile(source);
  const texts = new Map(found.texts.map((one) => [one.section.span.start, one]));
  const lines = sections.flatMap((section, i) => {
    const separator = i === 0 ? [] : ["---"];
    const one = texts.get(section.span.start);
    if (one === undefined) return [...separator, ...linesOf(text, section)];
    const { kind } = one;
    const { node, diagnostics: wrong } = parse(one.text, kind);
    for (const diagnostic of wrong) diagnostics.push(relocate(diagnostic, one));
    if (wrong.length > 0) return [...separator, ...linesOf(text, section)];
    const { start, end } = node.span;
    const place = one.locate({ start, end });
    const comments = section.comments.filter(({ offset }) => offset > start && offset < end);
    const formatted = formatText(one.text, { kind, width, comments }).text ?? one.text;
    const before = section.comments.filter(({ offset }) => offset <= start);
    const after = section.comments.filter(({ offset }) => offset >= end);
    return [...separator, ...paragraph(text, before, { text: formatted, span: place }, after)];
  });
  if (lines.every((line) => line === "")) return { text, diagnostics };
  const bom = text.startsWith("\ufeff") ? "\ufeff" : "";
  const newline = newlineOf(text);
  const formatted = `${bom}${lines.join("\n").replaceAll("\n", newline)}${newline}`;
  const different = firstDifference(found.texts, textsOfOttlFile({ ...source, text: formatted }).texts);
  if (different === undefined && commentsOf(sections) === commentsOf(readOttlFile({ text: formatted })))
    return { text: formatted, diagnostics };
  const span = different?.locate({ start: 0, end: different.text.length }) ?? { start: 0, end: 0 };
  return { text, diagnostics: [...diagnostics, makeDiagnostic("format_unsafe", undefined, span)] };
}

/** The lines of a section as they are, without empty ones around them. */
function linesOf(text: string, { span }: OttlSection): readonly string[] {
  const lines = text.slice(span.start, span.end).split(/\r?\n/);
  const isWritten = (line: string) => line.trim() !== "";
  return lines.slice(Math.max(0, lines.findIndex(isWritten)), lines.findLastIndex(isWritten) + 1);
}

/** A text with the comments around it; an empty line between them stays. */
function paragraph(
  source: string,
  before: readonly OttlComment[],
  formatted: Pick<OttlComment, "text" | "span">,
  after: readonly OttlComment[],
): readonly string[] {
  const pieces = [...before, formatted, ...after];
  return pieces.flatMap(({ text, span }, i) => {
    const previous = pieces[i - 1];
    const gap = previous === undefined ? "" : source.slice(previous.span.end, span.start);
    return /\n[^\S\n]*\n/.test(gap) ? ["", text] : [text];
  });
}

function firstDifference(
  before: readonly OttlFileText[],
  after: readonly OttlFileText[],
): OttlFileText | undefined {
  return before.find(({ text, kind, context }, i) => {
    const other = after[i];
    if (other === undefined || other.kind !== kind || other.context !== context) return true;
    return text !== other.text && !isSameTree(parse(text, kind).node, parse(other.text, kind).node);
  });
}

function commentsOf(sections: readonly OttlSection[]): string {
  return JSON.stringify(sections.map(({ comments }) => comments.map(({ text }) => text).sort()));
}
