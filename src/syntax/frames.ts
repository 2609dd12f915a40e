import type { IToken, TokenType } from "chevrotain";
import type { Span } from "../diagnostics/diagnostic.ts";
import { maxNesting } from "./limits.ts";
import { spanOf } from "./spans.ts";
import * as tok from "./tokens.ts";

/** What is known about a bracket that is open. */
export interface Frame {
  readonly kind: "root" | "call" | "group" | "calculation" | "index" | "list" | "map";
  readonly open: IToken | null;
  /** Whether an operator of conditions stands directly inside. */
  condition: boolean;
  /** In a map: whether a `:` came since the last comma. */
  inValue: boolean;
  /** Operators of calculations since the last separator, lambdas, and the highest bracket beside them. */
  operators: number;
  arrows: number;
  inner: number;
  /** The most that these three came to. */
  height: number;
}

const closings: Readonly<Record<Frame["kind"], TokenType | null>> = {
  root: null,
  call: tok.RParen,
  group: tok.RParen,
  calculation: tok.RParen,
  index: tok.RBracket,
  list: tok.RBracket,
  map: tok.RBrace,
};
const closers = new Set<TokenType | null>(Object.values(closings));
const conditionOperators = new Set([tok.And, tok.Or, tok.Comparison]);

/** The brackets that are open at a place, innermost last, and how high the tree above them is going to be. */
export class Frames {
  /** The innermost. */
  current = newFrame("root", null);
  /** Where the nesting became too deep. */
  tooDeep: Span | null = null;
  private readonly outer: Frame[] = [];

  /** How many brackets are open. */
  get depth(): number {
    return this.outer.length;
  }

  /** The token type that closes the innermost. */
  get closing(): TokenType | null {
    return closings[this.current.kind];
  }

  /** Whether a closing bracket of the type has an opening one. */
  isOpen(closing: TokenType): boolean {
    return this.closing === closing || this.outer.some((frame) => closings[frame.kind] === closing);
  }

  enter(kind: Frame["kind"], open: IToken): void {
    this.outer.push(this.current);
    this.current = newFrame(kind, open);
    if (this.outer.length > maxNesting) this.tooDeep ??= spanOf(open);
  }

  /** Goes out of the innermost, which is returned. */
  leave(last: IToken): Frame {
    this.measure(last);
    const left = this.current;
    const parent = this.outer.pop();
    if (parent !== undefined) this.current = parent;
    this.current.inner = Math.max(this.current.inner, left.height + 1);
    return left;
  }

  /** Keeps account of an operator or a separator. */
  count(token: IToken, type: TokenType): void {
    const { current } = this;
    if (type === tok.Sign || type === tok.Scale) current.operators++;
    else if (type === tok.Arrow) current.arrows++;
    else if (type === tok.Not || type === tok.Bool) current.condition = true;
    else if (conditionOperators.has(type)) {
      current.condition = true;
      this.separate(token);
    } else if (type === tok.Comma || type === tok.Colon) {
      current.inValue = type === tok.Colon;
      this.separate(token);
      current.arrows = 0;
    }
  }

  /** Whether the innermost bracket must have been closed before a token of the type. */
  excludes(type: TokenType): boolean {
    const { kind, arrows } = this.current;
    if (kind === "root" || kind === "group" || kind === "calculation" || arrows > 0) return false;
    return conditionOperators.has(type) || (kind === "index" && type === tok.Comma);
  }

  /** Looks how high the innermost has become. */
  measure(last: IToken): void {
    const { current } = this;
    current.height = Math.max(current.height, current.operators + current.arrows + current.inner);
    if (current.height > maxNesting) this.tooDeep ??= spanOf(last);
  }

  private separate(token: IToken): void {
    this.measure(token);
    this.current.operators = 0;
    this.current.inner = 0;
  }
}

/** Whether a token of the type closes a bracket. */
export function isClosing(type: TokenType): boolean {
  return closers.has(type);
}

/** Counts how many brackets that a token type closes are opened more often than closed. */
export function unclosedIn(tokens: readonly IToken[], closing: TokenType): number {
  const opening = closing === tok.RParen ? tok.LParen : closing === tok.RBracket ? tok.LBracket : tok.LBrace;
  let unclosed = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === closing) unclosed--;
    else if (tokenType === opening || (opening === tok.LParen && groupOpenings.has(tokenType))) unclosed++;
  }
  return unclosed;
}
const groupOpenings = new Set([tok.LambdaOpen, tok.ConditionOpen]);

function newFrame(kind: Frame["kind"], open: IToken | null): Frame {
  return { kind, open, condition: false, inValue: false, operators: 0, arrows: 0, inner: 0, height: 0 };
}
