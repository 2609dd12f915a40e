import { EOF, type ILexingError, type IRecognitionException } from "chevrotain";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { shorten } from "./describe.ts";
import { spanOf } from "./spans.ts";

/** Says which characters the lexer could not read. */
export function invalidCharacters(text: string, errors: readonly ILexingError[]): Diagnostic[] {
  return errors.map(({ offset, length }) => {
    const span = { start: offset, end: offset + length };
    return makeDiagnostic(
      "invalid_character",
      { found: JSON.stringify(shorten(text.slice(span.start, span.end))) },
      span,
    );
  });
}

/** Turns the parser's exceptions, whose message is what was expected, into diagnostics. */
export function parserErrors(text: string, errors: readonly IRecognitionException[]): Diagnostic[] {
  return errors.map(({ message: expected, token }) => {
    if (token.tokenType === EOF) {
      return makeDiagnostic("unexpected_end", { expected }, { start: text.length, end: text.length });
    }
    const span = spanOf(token);
    const found = JSON.stringify(shorten(text.slice(span.start, span.end)));
    return makeDiagnostic("unexpected_token", { found, expected }, span);
  });
}
