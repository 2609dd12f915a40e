import { lintMessages } from "../diagnostics/codes/lint.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";
import { LineCounter } from "../diagnostics/line-counter.ts";

/**
 * Leaves out the findings of lint rules that a comment of the file switches off: `# ottlkit-disable-line code` on the
 * line of the finding, `# ottlkit-disable-next-line code, code` on the line before it; without codes all rules. Errors
 * stay. A finding inside of a text over several lines may be switched off where the text begins, too: `beginOf` tells
 * that place.
 */
export function withoutDisabled(
  source: string,
  diagnostics: readonly Diagnostic[],
  beginOf: (diagnostic: Diagnostic) => number = ({ span }) => span.start,
): readonly Diagnostic[] {
  const lines = new LineCounter(source);
  const comments = Map.groupBy(commentsOf(source, lines), ({ line }) => line);
  if (comments.size === 0) return diagnostics;
  return diagnostics.filter((diagnostic) => {
    if (!Object.hasOwn(lintMessages, diagnostic.code)) return true;
    const places = [diagnostic.span.start, beginOf(diagnostic)];
    return !places
      .flatMap((place) => comments.get(lines.lineOf(place)) ?? [])
      .some(({ codes }) => codes.length === 0 || codes.some(({ code }) => code === diagnostic.code));
  });
}

/** The codes in such comments that no lint rule has, with their places. */
export function unknownDisabled(
  source: string,
): readonly { readonly code: string; readonly span: Span; readonly label?: string }[] {
  const known = Object.keys(lintMessages);
  return commentsOf(source, new LineCounter(source)).flatMap(({ codes }) =>
    codes
      .filter(({ code }) => !known.includes(code))
      .map(({ code, span }) => ({ code, span, ...suggestion(code, known) })),
  );
}

interface Comment {
  /** The number of the line that it is about, from 1. */
  readonly line: number;
  /** None: all. */
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
}

const directive = /(?:^|\s)#\s*ottlkit-disable-(next-)?line(?![\w-])([^\n#]*)/g;

function commentsOf(source: string, lines: LineCounter): readonly Comment[] {
  if (!source.includes("ottlkit-disable-")) return [];
  return [...source.matchAll(directive)].map((match) => {
    const [whole, next, list = ""] = match;
    const end = match.index + whole.length;
    const start = end - list.length;
    const codes = [...list.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
      code,
      span: { start: start + index, end: start + index + code.length },
    }));
    return { line: lines.lineOf(end - 1) + (next === undefined ? 0 : 1), codes };
  });
}
