import type { Diagnostic } from "./diagnostic.ts";
import { widthOf } from "./lines.ts";
import { type FilePlace, placeIn, type SourceFile } from "./source-file.ts";

export interface FormatOptions {
  /** What the place is called, such as `collector.yaml`; absent: `line:column` alone. */
  readonly file?: SourceFile;
  /** Longest excerpt of a source line, in columns. */
  readonly width?: number;
}

/** Draws each diagnostic with its place in the source, as compilers do. */
export function formatDiagnostics(
  source: string,
  diagnostics: readonly Diagnostic[],
  options: FormatOptions = {},
): string {
  const { file, width } = options;
  return diagnostics.map((d) => drawDiagnostic(d, placeIn(source, file, d.span.start), width)).join("\n\n");
}

/** Draws a diagnostic with the line that it is in, an excerpt of which has so many columns. */
export function drawDiagnostic(
  d: Diagnostic,
  { file, line, column, text, start }: FilePlace,
  width = 100,
): string {
  const place = `${file === undefined ? "" : `${file}:`}${line}:${column}`;
  const { excerpt, offset } = clip(text, d.span.start - start, width);
  const from = d.span.start - start - offset;
  const length = Math.max(1, Math.min(d.span.end - d.span.start, excerpt.length - from));
  const gutter = " ".repeat(String(line).length);
  const underline =
    " ".repeat(widthOf(excerpt.slice(0, from))) +
    "^".repeat(Math.max(1, widthOf(excerpt.slice(from, from + length))));
  const lines = [
    `${d.severity}[${d.code}]: ${d.message}`,
    `${gutter} at ${place}${d.setting === undefined ? "" : ` · ${d.setting}`}`,
    `${gutter} |`,
    `${line} | ${excerpt}`,
    `${gutter} | ${underline}${d.label === undefined ? "" : ` ${d.label}`}`,
  ];
  if (d.hint !== undefined) lines.push(`${gutter} = ${d.hint}`);
  if (d.fix !== undefined) lines.push(`${gutter} = fix: ${d.fix.title}`);
  return lines.map((one) => one.replace(control, " ")).join("\n"); // names may hold anything
}

/** What a terminal would not print but obey. */
const control = /\p{Cc}/gu;

/** Shortens a long line to a window around the place. */
function clip(text: string, at: number, width: number): { excerpt: string; offset: number } {
  if (text.length <= width) return { excerpt: text, offset: 0 };
  const offset = Math.max(0, Math.min(at - Math.floor(width / 3), text.length - width));
  const head = offset > 0 ? "…" : "";
  const tail = offset + width < text.length ? "…" : "";
  return { excerpt: head + text.slice(offset + head.length, offset + width - tail.length) + tail, offset };
}
