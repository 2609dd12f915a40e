import { EOF, type ILexingError, type IRecognitionException, type IToken, type TokenType } from "chevrotain";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { makeDiagnostic } from "../diagnostics/make-diagnostic.ts";
import { shorten } from "./describe.ts";
import type { Kind } from "./parser.ts";
import { foreignOperator } from "./repairs.ts";
import { endOf, spanOf } from "./spans.ts";
import * as tok from "./tokens.ts";

/** Says which characters the lexer could not read. */
export function invalidCharacter(
  text: string,
  { offset, length }: Pick<ILexingError, "offset" | "length">,
): Diagnostic {
  const span = { start: offset, end: offset + length };
  const found = text.slice(span.start, span.end);
  const blank = /^[\s\p{Cf}]+$/u.test(found);
  const codes = [...found].map((character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase());
  const named = blank ? codes.map((code) => `U+${code.padStart(4, "0")}`).join(" ") : JSON.stringify(found);
  const fix = blank
    ? { fix: { title: "write a space", span, text: " " } }
    : found === ";" && text.slice(span.end).trim() === ""
      ? { fix: { title: "remove it", span, text: "" } }
      : found === ";"
        ? { hint: "a text is one statement or condition: give several as a list" }
        : {};
  return makeDiagnostic("invalid_character", { found: shorten(named) }, span, fix);
}

/** Turns an exception of the parser, whose message is what was expected, into a diagnostic. */
export function parserError(
  text: string,
  kind: Kind,
  error: IRecognitionException,
  tokens: readonly IToken[],
): Diagnostic {
  const { token, message: expected } = error;
  const rule = error.context.ruleStack.at(-1) ?? kind;
  if (token.tokenType === EOF) {
    return makeDiagnostic("unexpected_end", { expected }, { start: text.length, end: text.length });
  }
  const span = spanOf(token);
  const previous = "previousToken" in error ? (error.previousToken as IToken) : undefined;
  if (previous?.tokenType === tok.Comma && closings.has(token.tokenType)) {
    const comma = spanOf(previous);
    return makeDiagnostic("trailing_comma", undefined, comma, {
      fix: { title: "remove it", span: comma, text: "" },
    });
  }
  if (conditionOperators.has(token.tokenType) && operands.has(rule)) {
    return token.tokenType === tok.Comparison && operands.get(rule) === "condition"
      ? makeDiagnostic("chained_comparison", undefined, span)
      : makeDiagnostic("condition_as_value", undefined, span);
  }
  if (token.tokenType === tok.Name && expected === "an editor") return noEditor(text, token);
  if (token.tokenType === tok.Arrow && operands.get(rule) === "condition") {
    return foreignOperator(text, token, ">=");
  }
  const before = tokens[tokens.indexOf(token) - 1];
  if (kind === "statement" && before?.tokenType === tok.RParen) {
    const meant = Object.hasOwn(otherWheres, token.image) ? otherWheres[token.image] : undefined;
    if (meant === "where") return foreignOperator(text, token, meant);
    if (meant !== undefined)
      return makeDiagnostic("foreign_operator", { found: token.image, expected: meant }, span);
  }
  const found = JSON.stringify(shorten(text.slice(span.start, span.end)));
  const isBare = token.tokenType === tok.Arrow && expected.startsWith('","');
  const extra = isBare ? bareParameter(before) : missingComma(expected, previous, token);
  return makeDiagnostic("unexpected_token", { found, expected }, span, extra);
}

/** Words before the condition of a statement in other languages. */
const otherWheres: Readonly<Record<string, string>> = { when: "where", if: "where", unless: "where not(…)" };

/** Says that a statement does not begin with an editor: it is an assignment, a condition, or an editor's name alone. */
function noEditor(text: string, token: IToken): Diagnostic {
  const span = spanOf(token);
  const name = shorten(token.image);
  const assigned = assignment.exec(text);
  if (assigned !== null) {
    const [whole, path = "", value = ""] = assigned;
    const written = `set(${path}, ${value.trim()})`;
    const fix = { title: `write ${shorten(written)}`, span: { start: 0, end: whole.length }, text: written };
    return notAnEditor(name, span, { fix });
  }
  if (/^\s*(?:[.[=]|[!<>]=|[<>])/.test(text.slice(span.end, span.end + longestGap))) {
    return notAnEditor(name, span);
  }
  return makeDiagnostic("function_without_call", { name }, span);
}

/** Says that something begins no statement; unless there is a repair, with what one looks like. */
export function notAnEditor(
  name: string,
  span: Span,
  extra: Pick<Diagnostic, "fix" | "hint"> = {
    hint: "a statement is an editor and, after where, its condition: set(path, value) where condition",
  },
): Diagnostic {
  return makeDiagnostic(
    "unexpected_token",
    { found: JSON.stringify(name), expected: "an editor" },
    span,
    extra,
  );
}

const longestGap = 100;
/** A path, its keys literal, and what is assigned to it. */
const assignment =
  /^\s*([a-z][\w.]*(?:\[(?:"[^"\\]*"|\d+)\])*)\s*=(?![=~>!<])\s*([^\s=;](?:[^=;]*[^\s=;])?)\s*$/;

/** The parameter of a lambda is bare. */
function bareParameter(previous: IToken | undefined): Pick<Diagnostic, "fix" | "hint"> {
  const hint = "the parameters of a lambda stand in parentheses: (x) => …";
  if (previous?.tokenType !== tok.Name) return { hint };
  const fix = {
    title: "put the parameter in parentheses",
    span: spanOf(previous),
    text: `(${previous.image})`,
  };
  return { hint, fix };
}

const closings = new Set<TokenType>([tok.RParen, tok.RBracket]);
const conditionOperators = new Set<TokenType>([tok.Comparison, tok.And, tok.Or]);
/** What the rules that end with an operand have read, so that an operator of conditions after it is a mistake. */
const operands: ReadonlyMap<string, "condition" | "value"> = new Map([
  ["condition", "condition"],
  ["conditionGroup", "condition"],
  ["statement", "condition"],
  ["value", "value"],
  ["editor", "value"],
  ["converter", "value"],
  ["list", "value"],
  ["map", "value"],
  ["sumGroup", "value"],
]);

function missingComma(
  expected: string,
  previous: IToken | undefined,
  token: IToken,
): Pick<Diagnostic, "fix"> {
  if (
    previous === undefined ||
    !tok.operandEnds.has(previous.tokenType) ||
    !expected.startsWith('","') ||
    !beginsOperand.has(token.tokenType)
  )
    return {};
  const span: Span = { start: endOf(previous), end: endOf(previous) };
  return { fix: { title: "insert a comma", span, text: "," } };
}
const beginsOperand = new Set<TokenType>([
  tok.Name,
  tok.ConverterName,
  tok.EnumName,
  tok.Text,
  tok.Int,
  tok.Float,
  tok.Bytes,
  tok.Nil,
  tok.Bool,
]);
