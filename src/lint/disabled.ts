import { lintMessages } from "../diagnostics/codes/lint.ts";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { suggestion } from "../diagnostics/did-you-mean.ts";

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
  const comments = commentsOf(source);
  if (comments.length === 0) return diagnostics;
  const lineOf = lineNumbers(source);
  return diagnostics.filter((diagnostic) => {
    if (!Object.hasOwn(lintMessages, diagnostic.code)) return true;
    const lines = [lineOf(diagnostic.span.start), lineOf(beginOf(diagnostic))];
    return !comments.some(
      ({ line, codes }) =>
        lines.includes(line) && (codes.length === 0 || codes.some(({ code }) => code === diagnostic.code)),
    );
  });
}

/** The codes in such comments that no lint rule has, with their places. */
export function unknownDisabled(
  source: string,
): readonly { readonly code: string; readonly span: Span; readonly label?: string }[] {
  const known = Object.keys(lintMessages);
  return commentsOf(source).flatMap(({ codes }) =>
    codes
      .filter(({ code }) => !known.includes(code))
      .map(({ code, span }) => ({ code, span, ...suggestion(code, known) })),
  );
}

interface Comment {
  /** The number of the line that it is about, from 0. */
  readonly line: number;
  /** None: all. */
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
}

const directive = /(?:^|\s)#\s*ottlkit-disable-(next-)?line(?![\w-])([^\n#]*)/g;

function commentsOf(source: string): readonly Comment[] {
  if (!source.includes("ottlkit-disable-")) return [];
  const lineOf = lineNumbers(source);
  return [...source.matchAll(directive)].map((match) => {
    const [whole, next, list = ""] = match;
    const end = match.index + whole.length;
    const start = end - list.length;
    const codes = [...list.matchAll(/[^\s,]+/g)].map(({ 0: code, index }) => ({
      code,
      span: { start: start + index, end: start + index + code.length },
    }));
    return { line: lineOf(end - 1) + (next === undefined ? 0 : 1), codes };
  });
}

/** Tells the number of the line of an offset, from 0. */
function lineNumbers(source: string): (offset: number) => number {
  const starts = [0];
  for (let i = source.indexOf("\n"); i >= 0; i = source.indexOf("\n", i + 1)) starts.push(i + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
