import { createTokenInstance, type IToken, type TokenType } from "chevrotain";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { endOf, spanOf } from "./spans.ts";
import { unquote } from "./strings.ts";
import * as tok from "./tokens.ts";

/** What a string token holds, and what is wrong with the way it is written. */
export interface StringReading {
  readonly value: string;
  readonly diagnostic: Diagnostic | null;
}

/** Reads a string token, the quoting of other languages included. */
export function readString(token: IToken): StringReading {
  const span = spanOf(token);
  if (token.tokenType === tok.Unclosed) {
    const end = { start: span.end, end: span.end };
    const obvious = !/[()[\]{},]/.test(token.image);
    const fix = obvious ? { fix: { title: "close the string", span: end, text: '"' } } : {};
    return { value: "", diagnostic: makeDiagnostic("unclosed_string", undefined, span, fix) };
  }
  if (token.tokenType === tok.QuotedOddly) return readOddQuotes(token);
  const reading = unquote(token.image);
  if ("value" in reading) return { value: reading.value, diagnostic: null };
  return { value: "", diagnostic: invalidEscape(token, reading.invalid) };
}

function invalidEscape(token: IToken, invalid: readonly Span[]): Diagnostic {
  const { image, startOffset } = token;
  const fix = { title: "double the backslash", span: spanOf(token), text: doubled(image, invalid) };
  const { start, end } = invalid[0] ?? { start: 0, end: image.length };
  const found = JSON.stringify(image.slice(start, end)).slice(1, -1).replaceAll("\\\\", "\\");
  const span = { start: startOffset + start, end: startOffset + end };
  return makeDiagnostic("invalid_escape", { escape: found }, span, { fix });
}

/** A literal with the backslashes of its invalid escapes written twice. */
function doubled(literal: string, invalid: readonly Span[]): string {
  let text = "";
  let from = 0;
  for (const { start } of invalid) {
    text += `${literal.slice(from, start)}\\`;
    from = start;
  }
  return text + literal.slice(from);
}

function readOddQuotes(token: IToken): StringReading {
  const span = spanOf(token);
  const inside = token.image.slice(1, -1).replaceAll("\\'", "'");
  const literal = `"${inside.replace(/\\.|"/gs, (part) => (part === '"' ? '\\"' : part))}"`;
  const reading = unquote(literal);
  const text = "value" in reading ? literal : doubled(literal, reading.invalid);
  const found = token.image.startsWith("'") ? "single quotes" : "typographic quotes";
  const fix = { title: "use double quotes", span, text };
  const value = "value" in reading ? reading.value : inside;
  return { value, diagnostic: makeDiagnostic("quotes", { found }, span, { fix }) };
}

/** Finds the end of a number such as `1e3`, whose exponent the language takes only after a decimal point. */
export function endOfExponent(text: string, start: number): number {
  exponent.lastIndex = start;
  return exponent.test(text) ? exponent.lastIndex : -1;
}
const exponent = /\d+[eE][-+]?\d+/y;

/** Says that a number needs a decimal point; the token already holds the corrected number. */
export function exponentWithoutPoint(text: string, token: IToken): Diagnostic {
  const span = spanOf(token);
  const fix = { title: "write the decimal point", span, text: token.image };
  return makeDiagnostic("exponent_without_point", { text: text.slice(span.start, span.end) }, span, { fix });
}

/** Says that an operator is another language's. */
export function foreignOperator(text: string, token: IToken, expected: string): Diagnostic {
  const span = spanOf(token);
  const before = isWordCharacter(text.charAt(span.start - 1)) ? " " : "";
  const after = isWordCharacter(text.charAt(endOf(token))) ? " " : "";
  const spaced = /^\w/.test(expected) ? before + expected + after : expected;
  const found = text.slice(span.start, span.end);
  const fix = { title: `write "${expected}"`, span, text: spaced };
  return makeDiagnostic("foreign_operator", { found, expected }, span, { fix });
}

function isWordCharacter(character: string): boolean {
  return /^\w$/.test(character);
}

/** Makes a closing bracket that is not in the text. */
export function closingToken(type: TokenType, offset: number): IToken {
  const image = type === tok.RParen ? ")" : type === tok.RBracket ? "]" : "}";
  const nowhere = Number.NaN;
  return createTokenInstance(type, image, offset, offset - 1, nowhere, nowhere, nowhere, nowhere);
}

/** Says that a bracket is not closed; the closing token stands where one would be right. */
export function unclosedBracket(open: IToken, closing: IToken): Diagnostic {
  const fix = { title: `insert "${closing.image}"`, span: spanOf(closing), text: closing.image };
  const params = { open: open.image, close: closing.image };
  return makeDiagnostic("unclosed_bracket", params, spanOf(open), { fix });
}

/** Says that a closing bracket closes nothing. */
export function unopenedBracket(closing: IToken): Diagnostic {
  const span = spanOf(closing);
  const fix = { title: "remove it", span, text: "" };
  return makeDiagnostic("unopened_bracket", { close: closing.image }, span, { fix });
}

/** Says that one `not` is enough. */
export function repeatedNot(token: IToken): Diagnostic {
  const span = spanOf(token);
  return makeDiagnostic("repeated_not", undefined, span, { fix: { title: "remove it", span, text: "" } });
}
