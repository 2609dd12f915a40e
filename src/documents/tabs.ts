import { makeDiagnostic } from "../diagnostics/all-messages.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceText } from "./node.ts";

/** How many spaces a tab may stand for, the likeliest first. */
const widths = [2, 4, 8, 1];

/**
 * The finding that a text is indented with tabs, with the repair, where a line up to that of an error is; `isReadable`
 * tells whether a repaired text is YAML.
 */
export function tabDiagnostic(
  { text }: SourceText,
  error: number,
  isReadable: (text: string) => boolean,
): Diagnostic | undefined {
  const lines = [...text.matchAll(/^ *\t[ \t]*(?=[^ \t\r\n#])/gm)];
  const end = text.indexOf("\n", error);
  const first = lines.find(({ index }) => index <= (end < 0 ? text.length : end));
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const at = first.index + first[0].indexOf("\t");
  const span = { start: at, end: first.index + first[0].length };
  const range = { start: first.index, end: last.index + last[0].length };
  for (const width of widths) {
    const repaired = text
      .slice(range.start, range.end)
      .replaceAll(/^ *\t[ \t]*/gm, (indent) => indent.replaceAll("\t", " ".repeat(width)));
    if (!isReadable(text.slice(0, range.start) + repaired + text.slice(range.end))) continue;
    const line = (repaired + text.slice(range.end)).split("\n", 1)[0] ?? "";
    return makeDiagnostic("yaml_tab_indentation", undefined, span, {
      hint: `write this line with spaces: ${JSON.stringify(line.trimEnd())}`,
      fix: { title: `put ${width} spaces in place of each tab`, span: range, text: repaired },
    });
  }
  return makeDiagnostic("yaml_tab_indentation", undefined, span, { hint: "indent with spaces" });
}
