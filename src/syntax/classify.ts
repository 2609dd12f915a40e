import type { IToken, TokenType } from "chevrotain";
import type { Diagnostic, Span } from "../diagnostics/diagnostic.ts";
import { isForeignTest } from "./foreign-tests.ts";
import { type Frame, Frames, isClosing, unclosedIn } from "./frames.ts";
import type { Kind } from "./parser.ts";
import {
  closingToken,
  endOfExponent,
  exponentWithoutPoint,
  foreignOperator,
  readString,
  repeatedNot,
  unclosedBracket,
  unopenedBracket,
} from "./repairs.ts";
import { endOf } from "./spans.ts";
import { isWritten, mayBePunctuation, punctuationOf } from "./string-punctuation.ts";
import { invalidCharacter } from "./syntax-errors.ts";
import * as tok from "./tokens.ts";

/**
 * Names are runs of words in the reference's grammar (`Is Match` is `IsMatch`), and what a word or a parenthesis is
 * can depend on something far away: `(` opens a condition, a calculation or a lambda's parameters. The reference
 * tries everything and goes back. Here one pass over the tokens joins the runs, remembers what each bracket holds and
 * names the opening one when it closes, so that the parser never goes back. The same pass measures the nesting.
 */

/** The tokens for the parser. */
export interface Classified {
  readonly tokens: IToken[];
  readonly diagnostics: Diagnostic[];
  /** Where the nesting became too deep; the tokens end there. */
  readonly tooDeep: Span | null;
}

/** Narrows the tokens of the lexer to those of the parser, in time that grows with their number only. */
export function classify(text: string, raw: readonly IToken[], kind?: Kind): Classified {
  const pass = new Pass(text, raw, kind);
  pass.run();
  return { tokens: pass.out, diagnostics: pass.diagnostics, tooDeep: pass.frames.tooDeep };
}

class Pass {
  readonly out: IToken[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly frames = new Frames();
  private readonly text: string;
  private readonly raw: readonly IToken[];
  /** Whether the editor of a statement is being read. */
  private inEditor: boolean;
  private index = 0;
  private runEnd = 0;
  private previous: TokenType | null = null;
  /** How many brackets of a kind are left open in the whole text, less those closed early; asked for seldom. */
  private readonly unclosed = new Map<TokenType, number>();

  constructor(text: string, raw: readonly IToken[], kind: Kind | undefined) {
    this.text = text;
    this.raw = raw;
    this.inEditor = kind === "statement";
  }

  run(): void {
    while (this.index < this.raw.length && this.frames.tooDeep === null) {
      const token = this.raw[this.index];
      if (token !== undefined) this.read(token);
      this.index++;
    }
    while (this.frames.depth > 0 && this.frames.tooDeep === null) this.closeEarly();
    const last = this.out.at(-1);
    if (last !== undefined) this.frames.measure(last);
  }

  private read(token: IToken): void {
    switch (token.tokenType) {
      case tok.Uppercase:
      case tok.Lowercase:
        this.readWords(token);
        break;
      case tok.Text:
      case tok.QuotedOddly:
      case tok.Unclosed:
        this.readString(token);
        break;
      case tok.Int:
        this.readInt(token);
        break;
      case tok.Equal:
        this.readEqual(token);
        break;
      case tok.Not:
        this.readNot(token);
        break;
      case tok.Comparison:
        this.readComparison(token);
        break;
      case tok.SymbolAnd:
        this.putRepaired(token, tok.And, "and");
        break;
      case tok.SymbolOr:
        this.putRepaired(token, tok.Or, "or");
        break;
      case tok.SymbolNot:
        if (!this.joins(token)) this.putRepaired(token, tok.Not, "not");
        break;
      case tok.Sign:
        if (isSlimArrow(this.raw, this.index)) this.readSlimArrow(token);
        else this.put(token, tok.Sign);
        break;
      case tok.SymbolMatch:
        if (!this.isForeignTest(token, 1)) this.refuse(token);
        break;
      default:
        this.put(token, token.tokenType);
    }
  }

  /** A run of words is one name before a parenthesis; elsewhere a path takes one word and an enum one. */
  private readWords(token: IToken): void {
    if (this.isForeignTest(token, this.adjacentWords())) return;
    if (this.runEnd <= this.index) this.runEnd = this.endOfName(token);
    const operator = this.shoutedOperator(token);
    const isWhere = operator === tok.Where || this.isWhere(token);
    while (isWhere && this.frames.depth > 0) this.closeEarly();
    if (isWhere) this.inEditor = false;
    if (operator !== null) this.putRepaired(token, operator, token.image.toLowerCase());
    else if (isWhere) this.put(token, tok.Where);
    else {
      const { type, wholeRun } = this.nameType(token);
      if (wholeRun) this.putRun(type);
      else this.put(token, type);
    }
  }

  /**
   * The index after a run of words. Where it would end with `in` before a parenthesis, it is a test of other languages
   * and no name: converters begin with an upper-case letter, and an editor stands only at the beginning.
   */
  private endOfName(token: IToken): number {
    const { raw, index, out } = this;
    const end = endOfRun(raw, index);
    const { kind } = this.frames.current;
    const isTested = token.tokenType === tok.Lowercase && (kind === "root" || kind === "group");
    if (!isTested || end - index < 2 || raw[end]?.tokenType !== tok.LParen) return end;
    if (this.inEditor && out.length === 0) return end;
    return raw[end - 1]?.image === "in" ? end - 1 : end;
  }

  /** How many tokens make one word that is written together, such as `startsWith`. */
  private adjacentWords(): number {
    const { raw, index } = this;
    let count = 1;
    while (count < 4) {
      const [last, next] = [raw[index + count - 1], raw[index + count]];
      if (last === undefined || !isWord(next) || endOf(last) !== next.startOffset) break;
      count++;
    }
    return count;
  }

  /** Reads a test that other languages have, such as `in` or `not in`, which the parser then reports. */
  private isForeignTest(token: IToken, words: number): boolean {
    const { kind } = this.frames.current;
    if (!this.afterOperand() || (kind !== "root" && kind !== "group")) return false;
    const first = this.raw.slice(this.index, this.index + words).map(({ image }) => image);
    const second = this.raw[this.index + words];
    const image = first.join("").toLowerCase();
    const isLonger = second !== undefined && isForeignTest(`${image} ${second.image.toLowerCase()}`);
    if (!isLonger && !isForeignTest(image)) return false;
    const count = isLonger ? words + 1 : words;
    const last = this.raw[this.index + count - 1] ?? token;
    token.payload = isLonger ? `${image} ${second.image.toLowerCase()}` : image;
    token.endOffset = endOf(last) - 1;
    token.image = "==";
    this.index += count - 1;
    this.put(token, tok.Comparison);
    if (token.payload === "in" || token.payload === "not in") bracket(this.raw, this.index + 1);
    return true;
  }

  private refuse(token: IToken): void {
    this.diagnostics.push(
      invalidCharacter(this.text, { offset: token.startOffset, length: token.image.length }),
    );
  }

  /** What a word is the name of, and whether the rest of its run belongs to the name. */
  private nameType(token: IToken): { readonly type: TokenType; readonly wholeRun: boolean } {
    const second = this.raw[this.index + 1];
    if (token.tokenType === tok.Lowercase) {
      if (this.previous === tok.Dot) return { type: tok.Name, wholeRun: false };
      if (this.runIsArgumentName()) return { type: tok.ArgumentName, wholeRun: true };
      const strayOperator = this.out.length > 0 && this.frames.current.kind !== "map" && isShouted(second);
      const called = this.runIsCalled() && !strayOperator;
      return called ? { type: tok.EditorName, wholeRun: true } : { type: tok.Name, wholeRun: false };
    }
    if (this.runIsCalled()) return { type: tok.ConverterName, wholeRun: true };
    const isReference = second?.tokenType === tok.Lowercase;
    return isReference
      ? { type: tok.FunctionReference, wholeRun: true }
      : { type: tok.EnumName, wholeRun: false };
  }

  private isWhere(token: IToken): boolean {
    return token.image === "where" && this.afterOperand() && this.frames.current.kind !== "map";
  }

  /** The operator that an upper-case word stands for where no name can stand. */
  private shoutedOperator(token: IToken): TokenType | null {
    if (!isShouted(token) || this.frames.current.kind === "map" || this.previous === tok.Dot) return null;
    if (token.image !== "NOT") return this.afterOperand() ? (shouted[token.image] ?? null) : null;
    const alone = this.runEnd === this.index + 1;
    return alone || this.frames.current.kind === "call" || this.runIsCalled() ? null : tok.Not;
  }

  private runIsCalled(): boolean {
    const next = this.raw[this.runEnd];
    if (next?.tokenType === tok.LParen) return true;
    if (!isWritten(next, tok.LParen, "(")) return false;
    return this.frames.current.kind !== "map" || this.raw[this.runEnd + 1]?.tokenType !== tok.Colon;
  }

  private runIsArgumentName(): boolean {
    const begins = this.previous === tok.LParen || this.previous === tok.Comma;
    return begins && this.frames.current.kind === "call" && this.raw[this.runEnd]?.tokenType === tok.Equal;
  }

  private putRun(type: TokenType): void {
    const words = this.raw.slice(this.index, this.runEnd);
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return;
    this.index = this.runEnd - 1;
    const end = endOf(last);
    first.image = words.length === 1 ? first.image : words.map((word) => word.image).join("");
    first.endOffset = end - 1;
    this.put(first, type);
  }

  private readString(token: IToken): void {
    const { value, diagnostic } = readString(token);
    if (diagnostic !== null) this.diagnostics.push(diagnostic);
    token.payload = value;
    const punctuation = diagnostic === null && mayBePunctuation(value) ? this.punctuation(value) : null;
    this.put(token, punctuation ?? tok.Text);
  }

  private punctuation(value: string): TokenType | null {
    const { raw, index, out } = this;
    const frame = this.frames.current;
    return punctuationOf(value, { raw, index, out, frame, afterOperand: this.afterOperand() });
  }

  private readInt(token: IToken): void {
    const after = this.afterExponent(token);
    const last = this.raw[after - 1];
    const isKey = this.frames.current.kind === "map" && this.raw[after]?.tokenType === tok.Colon;
    if (after === this.index || isKey || last === undefined) {
      this.put(token, tok.Int);
      return;
    }
    this.index = after - 1;
    const end = endOf(last);
    token.image = this.text.slice(token.startOffset, end).replace(/[eE]/, ".0e");
    token.endOffset = end - 1;
    this.diagnostics.push(exponentWithoutPoint(this.text, token));
    this.put(token, tok.Float);
  }

  /** The index after the tokens that a number such as `1e3` was split into; the current index where it is none. */
  private afterExponent(token: IToken): number {
    const { raw, index, text } = this;
    const next = raw[index + 1];
    if (!isWord(next) || next.startOffset !== endOf(token)) return index;
    const end = endOfExponent(text, token.startOffset);
    let after = index + 1;
    while ((raw[after]?.startOffset ?? end) < end) after++;
    return endOf(raw[after - 1] ?? token) === end ? after : index;
  }

  private readNot(token: IToken): void {
    if (this.isForeignTest(token, 1)) return;
    if (this.previous === tok.Not) this.diagnostics.push(repeatedNot(token));
    else this.put(token, tok.Not);
  }

  private readComparison(token: IToken): void {
    if (!this.joins(token)) this.put(token, tok.Comparison);
  }

  private readEqual(token: IToken): void {
    if (this.joins(token)) return;
    const assigns = this.inEditor && this.frames.depth === 0;
    if (this.previous === tok.ArgumentName || !this.afterOperand() || assigns) this.put(token, tok.Equal);
    else this.putRepaired(token, tok.Comparison, "==");
  }

  /** Reads the arrow of other languages' lambdas, `->`. */
  private readSlimArrow(token: IToken): void {
    this.index++;
    token.endOffset = token.startOffset + 1;
    token.image = "->";
    this.putRepaired(token, tok.Arrow, "=>");
  }

  /** Joins what was meant as one operator, such as `===` or `<>`, to the part that was read before. */
  private joins(token: IToken): boolean {
    const last = this.out.at(-1);
    if (this.previous !== tok.Comparison || last === undefined || endOf(last) !== token.startOffset)
      return false;
    const written = this.text.slice(last.startOffset, endOf(token));
    const meant = Object.hasOwn(otherComparisons, written) ? otherComparisons[written] : undefined;
    if (meant === undefined) return false;
    if (this.diagnostics.at(-1)?.span.start === last.startOffset) this.diagnostics.pop();
    last.endOffset = endOf(token) - 1;
    this.diagnostics.push(foreignOperator(this.text, last, meant));
    last.image = meant;
    return true;
  }

  private putRepaired(token: IToken, type: TokenType, expected: string): void {
    this.diagnostics.push(foreignOperator(this.text, token, expected));
    token.endOffset = endOf(token) - 1;
    token.image = expected;
    this.put(token, type);
  }

  /** Hands a token on and keeps account of brackets and operators. */
  private put(token: IToken, type: TokenType): void {
    const { frames } = this;
    const lambdaBegins =
      type === tok.Arrow && frames.current.kind === "group" && this.previous !== tok.RParen;
    if ((frames.excludes(type) || lambdaBegins) && this.isLeftOpen(frames.closing)) this.closeEarly();
    if (isClosing(type)) {
      if (!frames.isOpen(type)) {
        this.diagnostics.push(unopenedBracket(token));
        return;
      }
      while (frames.closing !== type) this.closeEarly();
    }
    const { previous } = this;
    const afterOperand = this.afterOperand();
    this.push(token, type);
    if (isClosing(type)) this.leave(token, this.index + 1);
    else if (type === tok.LParen) frames.enter(kindOfParenthesis(token, previous), token);
    else if (type === tok.LBracket) frames.enter(afterOperand ? "index" : "list", token);
    else if (type === tok.LBrace) frames.enter("map", token);
    else frames.count(token, type);
  }

  private push(token: IToken, type: TokenType): void {
    retype(token, type);
    this.out.push(token);
    this.previous = type;
  }

  private afterOperand(): boolean {
    return tok.operandEnds.has(this.previous);
  }

  /** Leaves the innermost bracket, whose opening token now gets its type. */
  private leave(closing: IToken, next: number): void {
    const { kind, open, condition } = this.frames.leave(closing);
    if ((kind !== "group" && kind !== "calculation") || open === null) return;
    if (this.raw[next]?.tokenType === tok.Arrow || isSlimArrow(this.raw, next)) retype(open, tok.LambdaOpen);
    else if (condition && kind === "group") {
      retype(open, tok.ConditionOpen);
      this.frames.current.condition = true;
    }
  }

  /** Closes the innermost bracket where its closing one is missing. */
  private closeEarly(): void {
    const { closing } = this.frames;
    const last = this.out.at(-1);
    const { open } = this.frames.current;
    if (closing === null || last === undefined || open === null) return;
    const token = closingToken(closing, endOf(last));
    this.diagnostics.push(unclosedBracket(open, token));
    this.unclosed.set(closing, this.leftOpen(closing) - 1);
    this.push(token, closing);
    this.leave(token, this.index);
  }

  private isLeftOpen(closing: TokenType | null): boolean {
    return closing !== null && this.leftOpen(closing) > 0;
  }

  private leftOpen(closing: TokenType): number {
    const known = this.unclosed.get(closing);
    if (known !== undefined) return known;
    const counted = unclosedIn(this.raw, closing);
    this.unclosed.set(closing, counted);
    return counted;
  }
}

/** After `=>` the reference takes the string `"("` for a string rather than for the beginning of a condition. */
function kindOfParenthesis(token: IToken, previous: TokenType | null): Frame["kind"] {
  if (previous === tok.EditorName || previous === tok.ConverterName) return "call";
  return previous === tok.Arrow && token.payload !== undefined ? "calculation" : "group";
}

function retype(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
}

/** Whether `->` stands here, which the language never reads as `-` and `>`. */
function isSlimArrow(raw: readonly IToken[], index: number): boolean {
  const [sign, greater] = [raw[index], raw[index + 1]];
  if (sign?.image !== "-" || sign.tokenType !== tok.Sign || greater?.image !== ">") return false;
  return greater.tokenType === tok.Comparison && greater.startOffset === sign.startOffset + 1;
}

/** How many tokens are looked through for the end of the items of `in (…)`. */
const longestItems = 1000;

/** Reads parentheses around the items of `in (…)` as the brackets that were meant. */
function bracket(raw: readonly IToken[], start: number): void {
  const open = raw[start];
  if (open?.tokenType !== tok.LParen) return;
  let depth = 0;
  for (let i = start; i < Math.min(raw.length, start + longestItems); i++) {
    const closing = raw[i];
    if (closing?.tokenType === tok.LParen) depth++;
    if (closing?.tokenType !== tok.RParen || --depth > 0) continue;
    retype(open, tok.LBracket);
    retype(closing, tok.RBracket);
    return;
  }
}

function isWord(token: IToken | undefined): token is IToken {
  return token?.tokenType === tok.Uppercase || token?.tokenType === tok.Lowercase;
}

const otherComparisons: Readonly<Record<string, string>> = {
  "===": "==",
  "!==": "!=",
  "<>": "!=",
  "=!": "!=",
  "=<": "<=",
};

const shouted: Readonly<Record<string, TokenType>> = {
  AND: tok.And,
  OR: tok.Or,
  NOT: tok.Not,
  WHERE: tok.Where,
};

function isShouted(token: IToken | undefined): boolean {
  return token?.tokenType === tok.Uppercase && Object.hasOwn(shouted, token.image);
}

function endOfRun(raw: readonly IToken[], start: number): number {
  let end = start + 1;
  while (isWord(raw[end])) end++;
  return end;
}
