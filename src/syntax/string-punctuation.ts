import type { IToken, TokenType } from "chevrotain";
import type { Frame } from "./frames.ts";
import { unquote } from "./strings.ts";
import * as tok from "./tokens.ts";

/**
 * The reference compares punctuation by its text after strings were unquoted, so that `Len"("name")"` is a call and
 * the `","` in `{"a": 1 ",": 2}` is a comma. Nobody writes such texts on purpose, but which texts parse is a fact.
 */
const punctuation: ReadonlyMap<string, TokenType> = new Map([
  ["(", tok.LParen],
  [")", tok.RParen],
  ["[", tok.LBracket],
  ["]", tok.RBracket],
  ["}", tok.RBrace],
  [",", tok.Comma],
  [".", tok.Dot],
  [":", tok.Colon],
  ["where", tok.Where],
]);

const longest = "where".length;

/** Where a string stands: what was read before it and what comes next. */
export interface Place {
  readonly raw: readonly IToken[];
  readonly index: number;
  readonly out: readonly IToken[];
  readonly frame: Frame;
  readonly afterOperand: boolean;
}

/** Whether a string is one that could stand for punctuation. */
export function mayBePunctuation(value: string): boolean {
  return value.length <= longest && punctuation.has(value);
}

/** The punctuation that a string stands for at its place, or null where it is a string. */
export function punctuationOf(value: string, place: Place): TokenType | null {
  const type = punctuation.get(value);
  if (type === undefined) return null;
  const stands = place.afterOperand ? standsAfterOperand(type, place) : standsForOperand(type, place);
  return stands ? type : null;
}

function standsAfterOperand(type: TokenType, { raw, index, out, frame }: Place): boolean {
  if (type === tok.LParen) return false;
  if (frame.kind !== "map" || !frame.inValue) return true;
  if (type === tok.Comma) return true;
  const continuesPath = out.at(-1)?.tokenType === tok.Name && out.at(-2)?.tokenType !== tok.Dot;
  return !isWritten(raw[index + 1], tok.Colon, ":") || (type === tok.Dot && continuesPath);
}

function standsForOperand(type: TokenType, place: Place): boolean {
  const { raw, index, out, frame } = place;
  const previous = out.at(-1)?.tokenType;
  const next = raw[index + 1];
  if (type === tok.RParen)
    return frame.kind === "group" && previous === tok.LParen && next?.tokenType === tok.Arrow;
  if (type === tok.RBrace) return frame.kind === "map" && !frame.inValue && !isWritten(next, tok.Colon, ":");
  if (type !== tok.LParen) return false;
  if (previous === tok.EditorName || previous === tok.ConverterName) return true;
  if (frame.kind === "index" && previous === tok.LBracket) return false;
  if (isWritten(next, tok.RParen, ")")) return raw[index + 2]?.tokenType === tok.Arrow;
  return beginsOperand(next) && (frame.kind !== "map" || closesBeforeColon(raw, index + 1));
}

/** A string is never followed by another operand outside of maps, so that one there makes it a parenthesis. */
function beginsOperand(token: IToken | undefined): boolean {
  if (token === undefined) return false;
  if (token.tokenType !== tok.Text) return beginners.has(token.tokenType);
  const type = punctuation.get(shortValue(token));
  return type === undefined || type === tok.LParen || type === tok.Where;
}

const beginners = new Set([
  tok.Uppercase,
  tok.Lowercase,
  tok.Underscore,
  tok.Int,
  tok.Float,
  tok.Bytes,
  tok.Nil,
  tok.Not,
  tok.Bool,
  tok.Sign,
  tok.LParen,
  tok.LBracket,
  tok.LBrace,
]);
const openings = new Set([tok.LParen, tok.LBracket, tok.LBrace]);
const closings = new Set([tok.RParen, tok.RBracket, tok.RBrace]);

/** How far a closing parenthesis is looked for. */
const longestCalculation = 1000;

function closesBeforeColon(raw: readonly IToken[], from: number): boolean {
  let depth = 0;
  for (let i = from; i < from + longestCalculation; i++) {
    const token = raw[i];
    if (token === undefined) return false;
    if (depth === 0) {
      if (isWritten(token, tok.RParen, ")")) return true;
      if (token.tokenType === tok.Colon || closings.has(token.tokenType)) return false;
    }
    if (openings.has(token.tokenType)) depth++;
    else if (closings.has(token.tokenType)) depth--;
  }
  return false;
}

/** Whether a token is of a type, or a string of its text. */
export function isWritten(token: IToken | undefined, type: TokenType, text: string): boolean {
  if (token === undefined) return false;
  return token.tokenType === type || (token.tokenType === tok.Text && shortValue(token) === text);
}

/** A string's value if it is short enough for punctuation, whose longest form is five escapes of ten characters. */
function shortValue(token: IToken): string {
  if (token.image.length > 52) return "";
  const reading = unquote(token.image);
  return "value" in reading ? reading.value : "";
}
