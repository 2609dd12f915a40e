import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { OttlError } from "../diagnostics/ottl-error.ts";

/**
 * Makes something of each text; where several are wrong, throws one `OttlError` with the findings of all, whose source
 * is all texts, a line break between two.
 */
export function compileAll<T>(texts: readonly string[], make: (text: string) => T): T[] {
  const made: T[] = [];
  const errors: { readonly error: OttlError; readonly start: number }[] = [];
  let start = 0;
  for (const text of texts) {
    try {
      made.push(make(text));
    } catch (error) {
      if (!(error instanceof OttlError)) throw error;
      errors.push({ error, start });
    }
    start += text.length + 1;
  }
  const [first] = errors;
  if (first === undefined) return made;
  if (texts.length === 1) throw first.error;
  const diagnostics = errors.flatMap(({ error, start: at }) => error.diagnostics.map((d) => moved(d, at)));
  throw new OttlError(first.error.phase, diagnostics as [Diagnostic, ...Diagnostic[]], texts.join("\n"));
}

function moved(diagnostic: Diagnostic, by: number): Diagnostic {
  const move = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const { span, fix } = diagnostic;
  return {
    ...diagnostic,
    span: move(span),
    ...(fix === undefined ? {} : { fix: { ...fix, span: move(fix.span) } }),
  };
}
